import { buildComposeFile } from '../compose/model/build.ts';
import { walkCompose } from '../compose/rule.ts';
import type { SyntaxProblem } from '../core/comment.ts';
import type { Finding } from '../core/finding.ts';
import type { Neighbours } from '../core/neighbours.ts';
import { buildDockerfile } from '../dockerfile/model/build.ts';
import { walkDockerfile } from '../dockerfile/rule.ts';
import { parseDockerfile } from '../dockerfile/syntax/parse.ts';
import { withoutSchemas } from '../kubernetes/custom-resource-schemas.ts';
import { chartOf, type ParsedFiles } from '../kubernetes/helm/chart.ts';
import { renderTemplate } from '../kubernetes/helm/render.ts';
import { buildObjects } from '../kubernetes/model/build.ts';
import type { KubernetesObject } from '../kubernetes/model/model.ts';
import { walkKubernetes } from '../kubernetes/rule.ts';
import { ScriptStore } from '../shell/store.ts';
import { parseYamlSlice } from '../yaml/parse.ts';
import { throughChart } from './chart-slice.ts';
import { bindFamily, Collector } from './collector.ts';
import { imageReader } from './image-of.ts';
import type { InlineAnalysis } from './inline-dockerfiles.ts';
import { analyzeInlineDockerfiles } from './inline-dockerfiles.ts';
import { keptSlice } from './kept-slice.ts';
import type { Reads } from './neighbours.ts';
import { RecordedNeighbours } from './neighbours.ts';
import { projectOf, type SliceProject } from './slice-project.ts';
import { annotationDirectives } from './suppressions/annotations.ts';
import { commentDirectives } from './suppressions/comments.ts';
import type { Directive } from './suppressions/directive.ts';
import { checkDirective, dockerfileScopes } from './suppressions/dockerfile-scopes.ts';
import { yamlScopes } from './suppressions/yaml-scopes.ts';
import type { FileAnalysis, FileKind, FileSettings } from './types.ts';

/** What is found in one slice of a file: a YAML document, or a whole Dockerfile. All offsets are the slice's. */
export interface JudgedSlice {
  readonly findings: readonly Finding[];
  readonly directives: readonly Directive[];
  readonly problems: readonly SyntaxProblem[];
  readonly crashes: FileAnalysis['crashes'];
  /** The parsed scripts of a Dockerfile, for its next text. */
  readonly scripts?: ScriptStore;
  /** What was read of other files: the slice is judged again when one of them gives something else. */
  readonly reads: Reads;
  /** What a manifest says about other objects, and how its pods fare, for the rules that look at several. */
  readonly project?: SliceProject;
}

/** The same, kept: the model that its fixes are made from can be let go, and is then made again when a fix is asked for. */
export interface SliceAnalysis extends JudgedSlice {
  letGo(): void;
}

/** What a slice is judged with, beside its text and settings. */
export interface Surroundings {
  readonly uri: string;
  readonly neighbours: Neighbours;
  /** Those of an earlier text of the file: they save time and change nothing. */
  readonly scripts: ScriptStore | undefined;
  readonly chartFiles: ParsedFiles;
}

const NO_VARIABLES: ReadonlyMap<string, string> = new Map();

/**
 * Judges one slice: text → tree → model → rules. Depends on nothing but its arguments and what it
 * reads through them, so that its result can be kept.
 */
export function analyzeSlice(kind: FileKind, text: string, settings: FileSettings, around: Surroundings): SliceAnalysis {
  const slice = judgeSlice(kind, text, settings, around);
  const { reads, scripts } = slice;
  // What is given out must hold on to nothing of this call but what it takes to judge again.
  const again: Surroundings = { ...around, scripts, neighbours: { read: (path) => reads.get(path) } };
  return keptSlice(slice, () => judgeSlice(kind, text, settings, again));
}

function judgeSlice(kind: FileKind, text: string, settings: FileSettings, around: Surroundings): JudgedSlice {
  const neighbours = new RecordedNeighbours(around.neighbours);
  switch (kind) {
    case 'dockerfile':
      return analyzeDockerfile(text, settings, neighbours, new ScriptStore(around.scripts), nameOf(around.uri));
    case 'compose':
      return analyzeYaml(text, settings, neighbours, (document, collector) => {
        const name = nameOf(around.uri);
        const context = { name, imageOf: imageReader(neighbours) };
        const file = buildComposeFile(document, settings.variables ?? NO_VARIABLES, neighbours, context);
        walkCompose(file, bindFamily(collector, settings.rules, 'compose'));
        return analyzeInlineDockerfiles(file, settings);
      });
    case 'kubernetes':
      return analyzeManifest(text, settings, neighbours, around);
    case 'config':
      return { findings: [], directives: [], problems: [], crashes: [], reads: neighbours.reads };
  }
}

/** A manifest; a chart's template with the values of the chart put in, where plain lookups tell them. */
function analyzeManifest(
  text: string,
  settings: FileSettings,
  neighbours: RecordedNeighbours,
  { uri, chartFiles }: Surroundings,
): JudgedSlice {
  const chart = text.includes('{{') ? chartOf(uri, neighbours, chartFiles) : undefined;
  const rendered = chart && renderTemplate(text, chart);
  let objects: readonly KubernetesObject[] = [];
  const slice = analyzeYaml(rendered?.text ?? withoutSchemas(text), settings, neighbours, (document, collector) => {
    objects = buildObjects(document);
    walkKubernetes(objects, bindFamily(collector, settings.rules, 'kubernetes'));
    return undefined;
  });
  const whole = { ...slice, project: projectOf(objects) };
  return rendered ? throughChart(whole, rendered) : whole;
}

/** The last part of a URI's path, as a name of a file. */
function nameOf(uri: string): string {
  const part = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function analyzeDockerfile(
  text: string,
  settings: FileSettings,
  neighbours: RecordedNeighbours,
  scripts: ScriptStore,
  name: string,
): JudgedSlice {
  const syntax = parseDockerfile(text);
  const collector = new Collector(settings.environment);
  walkDockerfile(buildDockerfile(syntax, { scripts, neighbours, name }), bindFamily(collector, settings.rules, 'dockerfile'));
  const directives = [...commentDirectives(syntax.comments, () => dockerfileScopes(syntax), settings), ...checkDirective(syntax)];
  scripts.settle();
  const { findings, crashes } = collector;
  return { findings, directives, problems: syntax.problems, crashes, scripts, reads: neighbours.reads };
}

function analyzeYaml(
  text: string,
  settings: FileSettings,
  { reads }: RecordedNeighbours,
  judge: (document: ReturnType<typeof parseYamlSlice>, collector: Collector) => InlineAnalysis | undefined,
): JudgedSlice {
  const document = parseYamlSlice(text);
  const collector = new Collector(settings.environment);
  const inline = judge(document, collector);
  const annotations = text.includes('annotations') ? annotationDirectives(document) : [];
  const directives = [...commentDirectives(document.comments, () => yamlScopes(document), settings), ...annotations];
  return {
    findings: [...collector.findings, ...(inline?.findings ?? [])],
    directives: [...directives, ...(inline?.directives ?? [])],
    problems: [...document.problems, ...(inline?.problems ?? [])],
    crashes: [...collector.crashes, ...(inline?.crashes ?? [])],
    reads,
  };
}
