import type { At, Value } from '../../core/value.ts';
import { valueOf } from '../../core/value.ts';
import type { ComposeFile } from '../model/model.ts';
import type { EffectiveService } from '../model/service.ts';

/** A place that Compose or BuildKit fetches from, as text, and what it is for. */
export interface RemoteSource {
  readonly text: string;
  readonly at: At;
  /** `build context`, `additional build context`, `included file`, `extended file`. */
  readonly what: string;
}

const REMOTE = /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/)/i;

function remote(what: string, values: readonly Value<string>[]): readonly RemoteSource[] {
  return values.flatMap((value) => {
    const text = valueOf(value) ?? '';
    return REMOTE.test(text) ? [{ text, at: value.at, what }] : [];
  });
}

/** What a service is built or extended from that is not on this machine. */
export function remoteSources({ build, extends: base }: EffectiveService): readonly RemoteSource[] {
  return [
    ...(build ? remote('build context', [build.context]) : []),
    ...remote('additional build context', build?.additionalContexts.items.map(({ value }) => value) ?? []),
    ...(base ? remote('extended file', [base.file]) : []),
  ];
}

/** The files of elsewhere whose services join the project. */
export function remoteIncludes({ include }: ComposeFile): readonly RemoteSource[] {
  return remote(
    'included file',
    include.items.flatMap(({ paths }) => paths),
  );
}

/**
 * Whether a source is a git repository (Docker, "Build context": "Git repositories"; Compose, "Include": remote files): by its scheme, by
 * `.git`, or a page of GitHub.
 */
export function isGitSource(text: string): boolean {
  return /^(?:git(?:\+\w+)?:\/\/|git@|ssh:\/\/|github\.com\/)|^https?:\/\/[^#?]+\.git(?:[#?]|$)|^https:\/\/github\.com\/[^/]+\/[^/]+\/?(?:#|$)/i.test(
    text,
  );
}

/** Whether what is fetched is one content for ever: a full commit, or a digest. Undefined for a source that can have neither. */
export function isPinned(text: string): boolean | undefined {
  if (isGitSource(text)) return /(?:#|[?&](?:checksum|commit|ref)=)(?:[0-9a-f]{64}|[0-9a-f]{40})(?=[:&]|$)/.test(text);
  return /^oci:\/\//i.test(text) ? /@sha256:[0-9a-f]{64}$/.test(text) : undefined;
}
