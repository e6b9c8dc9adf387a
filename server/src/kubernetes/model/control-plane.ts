import type { At, Value } from '../../core/value.ts';
import { absent, dynamic, known, valueOf } from '../../core/value.ts';
import type { Component } from '../../knowledge/control-plane/setting.ts';
import type { YamlMap, YamlScalar, YamlSeq } from '../../yaml/node.ts';
import { parseYamlSlice } from '../../yaml/parse.ts';
import { splitDocuments } from '../../yaml/slices.ts';
import { buildObjects } from './build.ts';
import { configMapOf, type DataEntry } from './config-objects.ts';
import { kubeadmPrograms } from './kubeadm.ts';
import type { List, Mapping } from './mapping.ts';
import type { Container, KubernetesObject } from './model.ts';
import { resolveScalar } from './scalar.ts';

/** One setting as it is given. */
export interface Setting {
  /** As on a command line: lists joined by commas. Absent: the default holds. */
  readonly value: Value<string>;
  /** Where the word `--flag=value` stands in a list that can be edited. */
  readonly item?: { readonly list: YamlSeq; readonly index: number };
  /** Where the value is the value of a key. */
  readonly entry?: { readonly map: YamlMap; readonly key: string };
}

/** A program of the control plane that a manifest starts, or its configuration file. */
export interface ControlPlaneProgram {
  readonly object: KubernetesObject;
  readonly component: Component;
  /** The program's word, or the kind of the configuration. */
  readonly at: At;
  /** The list that new flags go to; undefined for a configuration. */
  readonly flags: YamlSeq | undefined;
  /** The configuration file's fields; undefined for a command line. */
  readonly fields: Mapping | undefined;
  /** Set where it stands in a text that is a value of the object: the key of that value. Nothing in there is edited. */
  readonly within?: string;
  flag(name: string, isBoolean: boolean): Setting;
  field(path: readonly string[]): Setting;
}

const PROGRAMS = new Set<string>([
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'etcd',
  'kubelet',
  'kube-proxy',
]);
const CONFIGURATIONS: Readonly<Record<string, Component>> = {
  KubeletConfiguration: 'kubelet',
  KubeSchedulerConfiguration: 'kube-scheduler',
  KubeProxyConfiguration: 'kube-proxy',
};

/** Several rules ask for the programs of each object, which is read-only: they are found once. */
const found = new WeakMap<KubernetesObject, readonly ControlPlaneProgram[]>();

/** The control-plane programs of an object: containers by their command, configuration files by their kind. */
export function controlPlanePrograms(object: KubernetesObject): readonly ControlPlaneProgram[] {
  const known = found.get(object);
  if (known) return known;
  const programs = findPrograms(object);
  found.set(object, programs);
  return programs;
}

function findPrograms(object: KubernetesObject): readonly ControlPlaneProgram[] {
  const configured = programsOfConfiguration(object);
  if (configured.length > 0) return configured;
  const map = configMapOf(object);
  if (map) return map.entries.flatMap((entry) => programsInText(object, entry));
  return object.workloads.flatMap(({ containers }) => containers.flatMap(commandOf));
}

/** What a configuration of a component, or of kubeadm, sets; empty for other objects. */
function programsOfConfiguration(object: KubernetesObject): readonly ControlPlaneProgram[] {
  const component = Object.hasOwn(CONFIGURATIONS, object.kind) ? CONFIGURATIONS[object.kind] : undefined;
  if (component && (object.group ?? 'config.k8s.io').endsWith('config.k8s.io')) return [configuration(object, component)];
  return kubeadmPrograms(object);
}

/** Configurations in a value of a ConfigMap, as kubeadm keeps those of kube-proxy and of itself; told at the value's key. */
function programsInText(object: KubernetesObject, { key, keyAt, text }: DataEntry): readonly ControlPlaneProgram[] {
  if (text === undefined || !/^kind: *"?[A-Z]\w*Configuration\b/m.test(text)) return [];
  const there = (setting: Setting): Setting => ({ value: { ...setting.value, at: keyAt } });
  return splitDocuments(text)
    .flatMap((slice) => buildObjects(parseYamlSlice(slice.text)))
    .flatMap(programsOfConfiguration)
    .map((program) => ({
      ...program,
      object,
      at: keyAt,
      flags: undefined,
      within: key,
      flag: (name, isBoolean) => there(program.flag(name, isBoolean)),
      field: (path) => there(program.field(path)),
    }));
}

function configuration(object: KubernetesObject, component: Component): ControlPlaneProgram {
  const kind = object.fields.string('kind');
  const notHere: Setting = { value: dynamic('', object.at) };
  return {
    object,
    component,
    at: kind.at,
    flags: undefined,
    fields: object.fields,
    flag: () => notHere,
    field: (path) => ({ value: fieldText(object.fields, path) }),
  };
}

/** A field as a flag would say it. */
function fieldText(fields: Mapping, path: readonly string[]): Value<string> {
  const parent = path.slice(0, -1).reduce((mapping, key) => mapping.mapping(key), fields);
  const field = parent.field(path.at(-1) ?? '');
  if (field.kind !== 'known') return field;
  const node = field.value;
  if (node.kind === 'scalar') return known(textOf(node), field.at);
  if (node.kind === 'map' || node.open) return dynamic('', field.at);
  return known(node.items.map((item) => (item.kind === 'scalar' ? item.text : '')).join(','), field.at);
}

/** Booleans in their one spelling: `off` is `false`. */
function textOf(scalar: YamlScalar): string {
  const resolved = resolveScalar(scalar);
  return resolved.type === 'boolean' ? String(resolved.value) : scalar.text;
}

interface Word {
  readonly name: string | undefined;
  /** Behind `=`. */
  readonly value: string | undefined;
  readonly text: string | undefined;
  readonly at: At;
  readonly item: Setting['item'];
}

function commandOf(container: Container): readonly ControlPlaneProgram[] {
  const { command, args, workload } = container;
  const program = command.items[0];
  const component = program?.kind === 'known' ? program.value.replace(/^.*\//, '') : undefined;
  if (!program || component === undefined || !PROGRAMS.has(component)) return [];
  const text = workload.object.document.text;
  const words = [...wordsOf(command, text).slice(1), ...wordsOf(args, text)];
  const isOpen = command.open || args.open ? words.some((word) => word.name === undefined && word.text === undefined) : false;
  const isTemplated = isListOpen(command) || isListOpen(args);
  const list = [args, command].map(({ value }) => valueOf(value)).find((seq) => seq !== undefined && seq.items.length > 0);
  return [
    {
      object: workload.object,
      component: component as Component,
      at: program.at,
      flags: list,
      fields: undefined,
      flag: (name, isBoolean) => {
        const given = flagIn(words, name, isBoolean);
        if (given) return given;
        const elsewhere = isOpen || isTemplated || isConfigured(container, component, words, name);
        return { value: elsewhere ? dynamic('', program.at) : absent(program.at) };
      },
      field: () => ({ value: dynamic('', program.at) }),
    },
  ];
}

/** Whether a template may add items to a list. */
function isListOpen({ value }: List<unknown>): boolean {
  return value.kind === 'known' ? value.value.open : value.kind !== 'absent';
}

function wordsOf(list: List<Value<string>>, text: string): readonly Word[] {
  const seq = valueOf(list.value);
  return list.items.map((item, index): Word => {
    const written = item.kind === 'known' ? item.value : text.slice(item.at.span.start, item.at.span.end).replace(/^["']/, '');
    const flag = /^--?([A-Za-z][\w-]*)(?:=([\s\S]*))?$/.exec(written.trim());
    const place = seq && !seq.items[index]?.via ? { list: seq, index } : undefined;
    return {
      name: flag?.[1]?.replaceAll('_', '-'),
      value: item.kind === 'known' ? flag?.[2] : undefined,
      text: item.kind === 'known' ? item.value : undefined,
      at: item.at,
      item: place,
    };
  });
}

/** The last word that gives a flag; `--flag value` too, as pflag reads it (https://pkg.go.dev/github.com/spf13/pflag#hdr-Command_line_flag_syntax). */
function flagIn(words: readonly Word[], name: string, isBoolean: boolean): Setting | undefined {
  const index = words.findLastIndex((word) => word.name === name);
  const word = words[index];
  if (!word) return undefined;
  if (word.text === undefined) return { value: dynamic('', word.at) };
  if (word.value !== undefined) return { value: known(word.value, word.at), ...(word.item && { item: word.item }) };
  if (isBoolean) return { value: known('true', word.at), ...(word.item && { item: word.item }) };
  const next = words[index + 1];
  if (!next || next.name !== undefined) return { value: known('', word.at) };
  return { value: next.text === undefined ? dynamic('', next.at) : known(next.text, next.at) };
}

/**
 * Whether a flag may be set in a configuration file, or for etcd by a variable: then its absence says nothing
 * (https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/, https://etcd.io/docs/v3.6/op-guide/configuration/).
 */
function isConfigured(container: Container, component: string, words: readonly Word[], name: string): boolean {
  const names = words.map((word) => word.name);
  if (component === 'etcd') {
    const variable = `ETCD_${name.toUpperCase().replaceAll('-', '_')}`;
    const isVariable = container.env.items.some((item) => valueOf(item.name) === variable);
    return names.includes('config-file') || isVariable || container.env.open || container.envFrom.items.length > 0;
  }
  return component !== 'kube-apiserver' && component !== 'kube-controller-manager' && names.includes('config');
}
