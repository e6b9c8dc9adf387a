import { describe, expect, it } from 'vitest';
import { detectKind, isCandidateName } from '../../../server/src/analysis/detect.ts';

const COMPOSE = 'services:\n  web:\n    image: nginx\n';
const POD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n';

describe('what a file is', () => {
  it.each([
    ['Dockerfile', 'FROM a\n', undefined, 'dockerfile'],
    ['dockerfile', '', undefined, 'dockerfile'],
    ['Containerfile', 'RUN half', undefined, 'dockerfile'],
    ['Dockerfile.dev', '# dev\nFROM a\n', undefined, 'dockerfile'],
    ['Dockerfile.dev', '# syntax=docker/dockerfile:1\n', undefined, 'dockerfile'],
    ['web.Dockerfile', 'x', undefined, 'dockerfile'],
    ['web.dockerfile', 'x', undefined, 'dockerfile'],
    ['Containerfile.prod', '\uFEFFARG A=1\nFROM a', undefined, 'dockerfile'],
    ['Untitled-1', 'FROM a', 'dockerfile', 'dockerfile'],
    ['Dockerfile.go', 'package main\n', undefined, undefined],
    ['Dockerfile.md', '# How to\n\nText', undefined, undefined],
    ['Dockerfile.dockerignore', 'node_modules', undefined, undefined],
    ['compose.yaml', COMPOSE, undefined, 'compose'],
    ['docker-compose.yml', '', undefined, 'compose'],
    ['docker-compose.prod.yml', 'services:\n  web:\n    <<: *x\n', undefined, 'compose'],
    ['compose.override.yaml', 'services:\n', undefined, 'compose'],
    ['docker-stack.yml', COMPOSE, undefined, 'compose'],
    ['my-stack.yaml', COMPOSE, undefined, 'compose'],
    ['base.yml', COMPOSE, undefined, 'compose'],
    ['base.yml', 'services: {web: {image: nginx}}\n', undefined, 'compose'],
    ['base.json', '{"services": {"web": {"image": "nginx"}}}', undefined, 'compose'],
    ['any.yml', 'x', 'dockercompose', 'compose'],
    ['x-common.yml', 'x-a: &a {}\nservices:\n  web:\n    <<: *a\n', undefined, 'compose'],
    ['pod.yaml', POD, undefined, 'kubernetes'],
    ['pod.yaml', `---\n${POD}`, undefined, 'kubernetes'],
    ['pod.yaml', `{{- if .Values.x }}\n${POD}{{- end }}\n`, undefined, 'kubernetes'],
    ['pod.json', '{"apiVersion": "v1", "kind": "Pod"}', undefined, 'kubernetes'],
    ['half.yaml', 'kind: Pod\nspec:\n', undefined, 'kubernetes'],
    ['compose.yaml', POD, undefined, 'kubernetes'],
    ['Untitled-1', POD, 'yaml', 'kubernetes'],
    ['.seaworthy.yaml', 'profile: strict', undefined, 'config'],
    ['ci.yml', 'on: push\njobs:\n  a:\n    services:\n      db:\n        image: postgres\n', undefined, undefined],
    ['services.yaml', 'services:\n  _defaults:\n    autowire: true\n  App\\Foo: ~\n', undefined, undefined],
    ['.gitlab-ci.yml', 'image: node\nservices:\n  - postgres\njob:\n  script: x\n', undefined, undefined],
    ['openapi.yaml', 'openapi: 3.1.0\npaths: {}\n', undefined, undefined],
    ['values.yaml', 'image:\n  tag: x\nsecurityContext:\n  privileged: true\n', undefined, undefined],
    ['template.yaml', 'AWSTemplateFormatVersion: 2010-09-09\nResources: {}\n', undefined, undefined],
    ['package.json', '{"name": "x"}', undefined, undefined],
    ['readme.md', POD, undefined, undefined],
  ])('%s %j (%s) is %s', (name, text, language, kind) => {
    expect(detectKind(`file:///a/${name}`, text, language)).toBe(kind);
  });

  it('reads names that a URI escapes', () => {
    expect(detectKind('file:///a/docker%20compose.yml', COMPOSE)).toBe('compose');
    expect(detectKind('file:///a/100%.yml', COMPOSE)).toBe('compose');
  });

  it.each([
    ['a/Dockerfile', true],
    ['a/b/x.dockerfile', true],
    ['compose.yml', true],
    ['k8s/pod.json', true],
    ['package.json', false],
    ['package-lock.json', false],
    ['main.ts', false],
    ['Dockerfile.dockerignore', false],
    ['.seaworthy.yaml', true],
  ])('%s is worth reading: %s', (path, wanted) => {
    expect(isCandidateName(path)).toBe(wanted);
  });
});
