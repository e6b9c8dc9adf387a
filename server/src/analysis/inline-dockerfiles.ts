import { SHARED } from '../compose/edit/change.ts';
import type { InlineDockerfile } from '../compose/facts/inline-dockerfile.ts';
import { inlineDockerfiles } from '../compose/facts/inline-dockerfile.ts';
import type { ComposeFile } from '../compose/model/model.ts';
import type { Comment, SyntaxProblem } from '../core/comment.ts';
import type { Finding, FixOffer, Resource } from '../core/finding.ts';
import { isRefusal } from '../core/finding.ts';
import type { Span } from '../core/span.ts';
import type { At } from '../core/value.ts';
import { buildDockerfile } from '../dockerfile/model/build.ts';
import { walkDockerfile } from '../dockerfile/rule.ts';
import { parseDockerfile } from '../dockerfile/syntax/parse.ts';
import { ScriptStore } from '../shell/store.ts';
import { bindFamily, Collector } from './collector.ts';
import { fingerprintOf } from './fingerprint.ts';
import { commentDirectives } from './suppressions/comments.ts';
import type { Directive } from './suppressions/directive.ts';
import { checkDirective, dockerfileScopes } from './suppressions/dockerfile-scopes.ts';
import type { FileAnalysis, FileSettings } from './types.ts';

/** What the Dockerfile rules say of the Dockerfiles in a Compose file, with that file's offsets. */
export interface InlineAnalysis {
  readonly findings: readonly Finding[];
  readonly directives: readonly Directive[];
  readonly problems: readonly SyntaxProblem[];
  readonly crashes: FileAnalysis['crashes'];
}

/** Moves what is said of an inline Dockerfile to the Compose file. */
class Placed {
  readonly #in: InlineDockerfile;

  constructor(dockerfile: InlineDockerfile) {
    this.#in = dockerfile;
  }

  span = (of: Span): Span => this.#in.place(of);

  at = (at: At): At => ({
    ...at,
    span: this.span(at.span),
    route: this.#in.route,
    ...(at.key && { key: this.span(at.key) }),
    ...(at.via && { via: { ...at.via, ...(at.via.at && { at: this.at(at.via.at) }) } }),
  });

  #resource(resource: Resource): Resource {
    return { ...resource, name: `${this.#in.service.name} › ${resource.name}`, at: this.at(resource.at) };
  }

  finding(finding: Finding): Finding {
    return {
      ...finding,
      at: this.at(finding.at),
      resource: this.#resource(finding.resource),
      related: finding.related.map((related) => ({ ...related, at: this.at(related.at) })),
      fingerprint: fingerprintOf(finding.rule, `service ${this.#in.service.name}`, finding.fingerprint),
      fixes: () => finding.fixes().map((offer) => this.#offer(offer)),
    };
  }

  #offer(offer: FixOffer): FixOffer {
    if (isRefusal(offer)) return offer;
    const { title, select, elsewhere } = offer;
    if (elsewhere && elsewhere.size > 0)
      return { title, refused: 'it changes files beside the Dockerfile, which this one does not have' };
    const edits = this.#in.edits(offer.edits);
    if ('refused' in edits) return { title, refused: edits.refused };
    const { select: _, ...rest } = offer;
    const { routes } = this.#in;
    const caution = [offer.caution, routes.length > 1 ? SHARED : undefined].filter(Boolean).join(' ');
    return {
      ...rest,
      edits,
      touches: routes,
      ...(caution !== '' && { caution }),
      ...(select !== undefined && { select: select.replaceAll('$', '$$$$') }),
    };
  }

  directive(directive: Directive): Directive {
    const { comment, scope } = directive;
    return {
      ...directive,
      span: this.span(directive.span),
      scope: this.span(scope === 'file' ? { start: 0, end: this.#in.text.length } : scope),
      targets: directive.targets.map((target) => ({ ...target, span: this.span(target.span) })),
      ...(comment && { comment: this.#comment(comment) }),
    };
  }

  #comment(comment: Comment): Comment {
    return { ...comment, span: this.span(comment.span) };
  }
}

function analyze(dockerfile: InlineDockerfile, settings: FileSettings): InlineAnalysis {
  const syntax = parseDockerfile(dockerfile.text);
  const collector = new Collector(settings.environment);
  const model = buildDockerfile(syntax, { scripts: new ScriptStore() });
  walkDockerfile(model, bindFamily(collector, settings.rules, 'dockerfile'));
  const placed = new Placed(dockerfile);
  const directives = [...commentDirectives(syntax.comments, () => dockerfileScopes(syntax), settings), ...checkDirective(syntax)];
  return {
    findings: collector.findings.filter(({ at }) => !dockerfile.isUnknown(at.span)).map((finding) => placed.finding(finding)),
    directives: directives.map((directive) => placed.directive(directive)),
    problems: syntax.problems.map((problem) => ({ ...problem, span: placed.span(problem.span) })),
    crashes: collector.crashes,
  };
}

/**
 * Judges the Dockerfiles in a Compose file (`dockerfile_inline`) by the Dockerfile rules. Findings stand at their token in the Compose
 * file, and their fixes change that; where it can't be told where a character of the Dockerfile is written, they stand at the key.
 */
export function analyzeInlineDockerfiles(file: ComposeFile, settings: FileSettings): InlineAnalysis {
  const all = inlineDockerfiles(file, settings.variables ?? new Map()).map((dockerfile) => analyze(dockerfile, settings));
  return {
    findings: all.flatMap(({ findings }) => findings),
    directives: all.flatMap(({ directives }) => directives),
    problems: all.flatMap(({ problems }) => problems),
    crashes: all.flatMap(({ crashes }) => crashes),
  };
}
