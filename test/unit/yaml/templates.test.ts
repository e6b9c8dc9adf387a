import { expect, test } from 'vitest';
import { parseYamlSlice } from '../../../server/src/yaml/parse.ts';
import { maskTemplates } from '../../../server/src/yaml/template-mask.ts';
import { mapAt, plain, scalarAt, seqAt } from './support.ts';

const CHART = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "c.fullname" . }}
  labels:
    {{- include "c.labels" . | nindent 4 }}
    extra: "x"
spec:
  {{- if not .Values.autoscaling.enabled }}
  replicas: {{ .Values.replicaCount }}
  {{- end }}
  template:
    metadata:
      {{- with .Values.podAnnotations }}
      annotations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
    spec:
      {{- /* a comment
        over lines */}}
      containers:
        - name: {{ .Chart.Name }}
          securityContext: {{- toYaml .Values.securityContext | nindent 12 }}
          image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default "x }} y" }}"
          args: ["--a={{ .Values.a }}", {{ .Values.b | quote }}]
          command:
            - |
              {{- if .Values.x }}
              echo {{ .Values.y }}
              {{- end }}
              exec foo
          resources:
            {{- include "x"
               (dict "a" 1
                 "b" 2) | nindent 12 }}
          {{- toYaml .Values.more | nindent 10 }}
      hostNetwork: true {{- if .Values.z }} # why
      {{- end }}
      volumes:
      {{- range .Values.volumes }}
      - name: {{ .name }}
      {{- end }}
      {{- toYaml .Values.moreVolumes | nindent 6 }}
`;
const BASE = 'spec.template.spec';

test('a chart template has no problem and keeps what is literal', () => {
  const document = parseYamlSlice(CHART);
  expect(document.problems).toEqual([]);
  expect(scalarAt(document, `${BASE}.hostNetwork`).text).toBe('true');
  expect(scalarAt(document, `${BASE}.hostNetwork`).template).toBeUndefined();
  expect(document.comments.map((c) => c.text)).toEqual([' why']);
});

test('what a template writes is dynamic', () => {
  const document = parseYamlSlice(CHART);
  expect(scalarAt(document, 'metadata.name')).toMatchObject({
    text: '{{ include "c.fullname" . }}',
    template: '{{ include "c.fullname" . }}',
    isNull: false,
  });
  expect(scalarAt(document, `${BASE}.containers.0.image`).text).toBe(
    '{{ .Values.image.repository }}:{{ .Values.image.tag | default "x }} y" }}',
  );
  expect(plain(seqAt(document, `${BASE}.containers.0.args`))).toEqual(['--a={{ .Values.a }}', '{{ .Values.b | quote }}']);
  expect(scalarAt(document, `${BASE}.containers.0.securityContext`).template).toContain('toYaml');
  expect(scalarAt(document, `${BASE}.containers.0.resources`).template).toContain('"b" 2');
  expect(scalarAt(document, 'spec.template.metadata.annotations').template).toBe('{{- toYaml . | nindent 8 }}');
  expect(scalarAt(document, `${BASE}.containers.0.command.0`).text).toContain('echo {{ .Values.y }}\n');
});

test('a collection is open where a template may add to it, and only there', () => {
  const document = parseYamlSlice(CHART);
  expect(mapAt(document, 'metadata.labels').open).toBe(true);
  expect(mapAt(document, `${BASE}.containers.0`).open).toBe(true);
  expect(seqAt(document, `${BASE}.volumes`).open).toBe(true);
  expect([mapAt(document, 'metadata').open, mapAt(document, 'spec').open, mapAt(document, '').open]).toEqual([
    false,
    false,
    false,
  ]);
});

test('a key that a template writes opens its map', () => {
  const document = parseYamlSlice('env:\n  {{ $k }}: {{ $v }}\n  a: b\n');
  expect(mapAt(document, 'env').open).toBe(true);
  expect(plain(document.root)).toEqual({ env: { '{{ $k }}': '{{ $v }}', a: 'b' } });
});

test('a value that goes on below is a part of the block', () => {
  const document = parseYamlSlice('annotations: {{- toYaml .x | nindent 2 }}\n  own: 1\n');
  expect(document.problems).toEqual([]);
  expect(mapAt(document, 'annotations')).toMatchObject({ open: true });
});

test('both branches stay, the last key counts', () => {
  const map = mapAt(parseYamlSlice('{{ if .a }}\nx: 1\n{{ else }}\nx: 2\n{{ end }}\n'), '');
  expect(map.duplicates.length).toBe(2);
});

test('a half-typed action ends with its line', () => {
  const document = parseYamlSlice('a: {{ .Values.x\nb: 1\nc: "{{ .y }}"\n');
  expect(plain(document.root)).toEqual({ a: '{{ .Values.x', b: '1', c: '{{ .y }}' });
});

test.each([CHART, 'a: {{ x }}', '{{', '{{/* {{ */}}\n', 'a: {{ "\n{{ `', CHART.replaceAll('\n', '\r\n')])(
  'a mask has the length of its text (%#)',
  (text) => {
    expect(maskTemplates(text)?.text.length).toBe(text.length);
  },
);
