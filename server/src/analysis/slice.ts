import { buildComposeFile } from '../compose/model/build.ts';
import { walkCompose } from '../compose/rule.ts';
import type { Comment, SyntaxProblem } from '../core/comment.ts';
import type { Finding } from '../core/finding.ts';
import { buildDockerfile } from '../dockerfile/model/build.ts';
import { walkDockerfile } from '../dockerfile/rule.ts';
import { parseDockerfile } from '../dockerfile/syntax/parse.ts';
import { buildObjects } from '../kubernetes/model/build.ts';
import { walkKubernetes } from '../kubernetes/rule.ts';
import { ScriptStore } from '../shell/store.ts';
import { parseYamlSlice } from '../yaml/parse.ts';
import { bindFamily, Collector } from './collector.ts';
import { annotationDirectives } from './suppressions/annotations.ts';
import type { Directive, Scopes } from './suppressions/directive.ts';
import { checkDirective, dockerfileScopes } from './suppressions/dockerfile-scopes.ts';
import { foreignDirectives } from './suppressions/foreign-comments.ts';
import { ownDirective } from './suppressions/own.ts';
import { yamlScopes } from './suppressions/yaml-scopes.ts';
import type { FileAnalysis, FileKind, FileSettings } from './types.ts';

/** What is known of one slice of a file: a YAML document, or a whole Dockerfile. All offsets are the slice's. */
export interface SliceAnalysis {
  readonly findings: readonly Finding[];
  readonly directives: readonly Directive[];
  readonly problems: readonly SyntaxProblem[];
  readonly crashes: FileAnalysis['crashes'];
  /** The parsed scripts of a Dockerfile, for its next text. */
  readonly scripts?: ScriptStore;
}

const NO_VARIABLES: ReadonlyMap<string, string> = new Map();

/**
 * Judges one slice: text → tree → model → rules. Depends on nothing but its arguments, so that its result can be kept. `scripts` are
 * those of an earlier text of the file: they save time and change nothing.
 */
export function analyzeSlice(kind: FileKind, text: string, settings: FileSettings, scripts?: ScriptStore): SliceAnalysis {
  switch (kind) {
    case 'dockerfile':
      return analyzeDockerfile(text, settings, new ScriptStore(scripts));
    case 'compose':
      return analyzeYaml(text, settings, (document, collector) => {
        const file = buildComposeFile(document, settings.variables ?? NO_VARIABLES);
        walkCompose(file, bindFamily(collector, settings.rules, 'compose'));
      });
    case 'kubernetes':
      return analyzeYaml(text, settings, (document, collector) => {
        walkKubernetes(buildObjects(document), bindFamily(collector, settings.rules, 'kubernetes'));
      });
    case 'config':
      return { findings: [], directives: [], problems: [], crashes: [] };
  }
}

function analyzeDockerfile(text: string, settings: FileSettings, scripts: ScriptStore): SliceAnalysis {
  const syntax = parseDockerfile(text);
  const collector = new Collector(settings.environment);
  walkDockerfile(buildDockerfile(syntax, { scripts }), bindFamily(collector, settings.rules, 'dockerfile'));
  const directives = [...commentDirectives(syntax.comments, () => dockerfileScopes(syntax), settings), ...checkDirective(syntax)];
  scripts.settle();
  return { findings: collector.findings, directives, problems: syntax.problems, crashes: collector.crashes, scripts };
}

function analyzeYaml(
  text: string,
  settings: FileSettings,
  judge: (document: ReturnType<typeof parseYamlSlice>, collector: Collector) => void,
): SliceAnalysis {
  const document = parseYamlSlice(text);
  const collector = new Collector(settings.environment);
  judge(document, collector);
  const annotations = text.includes('annotations') ? annotationDirectives(document.root) : [];
  const directives = [...commentDirectives(document.comments, () => yamlScopes(document), settings), ...annotations];
  return { findings: collector.findings, directives, problems: document.problems, crashes: collector.crashes };
}

const MAY_BE_DIRECTIVE = /ignore|skip|nosem|disable/i;

function commentDirectives(comments: readonly Comment[], scopesOf: () => Scopes, { environment }: FileSettings): Directive[] {
  const candidates = comments.filter((comment) => MAY_BE_DIRECTIVE.test(comment.text));
  if (candidates.length === 0) return [];
  const scopes = scopesOf();
  return candidates.flatMap((comment) => ownDirective(comment, scopes) ?? foreignDirectives(comment, scopes, environment.today));
}
