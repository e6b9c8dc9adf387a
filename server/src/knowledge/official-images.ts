/**
 * Facts about popular container images: users, what an entrypoint needs, what stays writable, credential variables.
 * Source: the Dockerfiles and entrypoints in the images' own repositories (84 of them) and the Docker official-images and docs
 * repositories, read 2026-11-21 (snapshots mostly of mid 2026). `capabilities*` are inferred from entrypoint scripts.
 * Data: `official-images.data.json`, one image a line; what a line leaves out is the default in `DEFAULTS`.
 */
import type { ImageReference } from '../core/image-reference.ts';
import { matchesGlob } from './glob.ts';
import table from './official-images.data.json';

/** What an image is built on; decides which package manager and user tools it has. */
export type ImageFamily = 'alpine' | 'debian' | 'rhel' | 'suse' | 'arch' | 'busybox' | 'distroless' | 'scratch' | 'windows';

/** An account in an image; `uid` and `gid` are null where the image does not fix them: then use the name. */
export interface ImageUser {
  readonly name: string;
  readonly uid: number | null;
  readonly gid: number | null;
}

/** Null always means "not known" or "none", as each field says; never a guess. */
export interface ImageFacts {
  /** Canonical name of the entry, which may end in `*`. */
  readonly image: string;
  /** Whether the entry speaks for a whole namespace. */
  readonly generic: boolean;
  readonly family: ImageFamily;
  /** `apt`, `apk`, `dnf`, `microdnf` …; null when there is none. */
  readonly packageManager: string | null;
  readonly shell: boolean;
  /** User of a plain start, null when not known. */
  readonly defaultUser: string | null;
  readonly defaultUserIsRoot: boolean | null;
  /** The account meant to run it; null: none, create one. */
  readonly nonRootUser: ImageUser | null;
  /** Further accounts that exist; a uid held by one must not be created again. */
  readonly otherUsers: readonly ImageUser[];
  /** Whether `--user` works with the stock configuration; null: not known. */
  readonly startsAsNonRootOk: boolean | null;
  /** Whom a start as root becomes; null: nobody, it stays root. */
  readonly entrypointDropsTo: string | null;
  /** By what (`gosu`, `setpriv` …). */
  readonly entrypointDropTool: string | null;
  /** Capabilities the default user needs after `cap_drop: ALL`, on first and later starts; null: unknown, or no list suffices. */
  readonly capabilitiesBack: readonly string[] | null;
  /** Needed even as `nonRootUser`: a file capability on the binary. */
  readonly capabilitiesAlways: readonly string[];
  /** The part of `capabilitiesBack` that only mounts owned by another uid need. */
  readonly capabilitiesForForeignVolumes: readonly string[];
  /** Wanted by some features or a clean shutdown only. */
  readonly capabilitiesOptional: readonly string[];
  /** Need a volume or tmpfs under a read-only root. */
  readonly writablePaths: readonly string[];
  /** Those of them that hold files of the image, which an empty tmpfs would hide. */
  readonly writablePathsWithContent: readonly string[];
  readonly dataPaths: readonly string[];
  /** TCP and UDP together. */
  readonly ports: readonly number[];
  /** Variables that name a file to read a value from: complete names. */
  readonly fileVariables: readonly string[];
  /** The rule where any variable of a kind (a glob) has a file form (`{name}_FILE`). */
  readonly fileVariablePattern: { readonly variables: string; readonly form: string } | null;
  /** Variables that hold credentials. */
  readonly secretVariables: readonly string[];
  /** What switches authentication off: a variable (a bare name: any value), a flag or a configuration line. */
  readonly authOffSettings: readonly string[];
  /** What is in force when nothing is set; null: nothing, or not known. */
  readonly defaultCredentials: string | null;
  /** *read*: user and entrypoint were read; *known*: general knowledge; *inferred*: partly old or indirect sources. */
  readonly confidence: 'read' | 'known' | 'inferred';
}

interface Line extends Partial<Omit<ImageFacts, 'nonRootUser' | 'otherUsers' | 'image' | 'generic'>> {
  /** `name:uid:gid`. */
  readonly nonRootUser?: string | null;
  readonly otherUsers?: readonly string[];
}

interface Entry extends Line {
  readonly names: readonly string[];
  readonly variants?: readonly (Line & { readonly match: string })[];
}

const ENTRIES = table as unknown as readonly Entry[];
const NAMES = ENTRIES.flatMap((entry) => entry.names.map((name) => [name, entry] as const));
const BY_NAME: ReadonlyMap<string, Entry> = new Map(NAMES.filter(([name]) => !name.includes('*')));
/** Longest first: the most particular one speaks. */
const WILDCARDS = NAMES.filter(([name]) => name.includes('*')).sort(([a], [b]) => b.length - a.length);

const DEFAULTS: Omit<ImageFacts, 'image' | 'generic'> = {
  family: 'debian',
  packageManager: null,
  shell: true,
  defaultUser: 'root',
  defaultUserIsRoot: true,
  nonRootUser: null,
  otherUsers: [],
  startsAsNonRootOk: true,
  entrypointDropsTo: null,
  entrypointDropTool: null,
  capabilitiesBack: [],
  capabilitiesAlways: [],
  capabilitiesForForeignVolumes: [],
  capabilitiesOptional: [],
  writablePaths: [],
  writablePathsWithContent: [],
  dataPaths: [],
  ports: [],
  fileVariables: [],
  fileVariablePattern: null,
  secretVariables: [],
  authOffSettings: [],
  defaultCredentials: null,
  confidence: 'inferred',
};

function readUser(text: string): ImageUser {
  const [name = '', uid = '', gid = ''] = text.split(':');
  return { name, uid: uid === '' ? null : Number(uid), gid: gid === '' ? null : Number(gid) };
}

function withLine(facts: ImageFacts, line: Line): ImageFacts {
  const { nonRootUser, otherUsers, ...rest } = line;
  return {
    ...facts,
    ...rest,
    ...(nonRootUser !== undefined && { nonRootUser: nonRootUser === null ? null : readUser(nonRootUser) }),
    ...(otherUsers !== undefined && { otherUsers: otherUsers.map(readUser) }),
  };
}

/** The entry for a canonical name: an exact name before a wildcard, a longer wildcard before a shorter one. */
function findEntry(name: string): { readonly entry: Entry; readonly generic: boolean } | undefined {
  const exact = BY_NAME.get(name);
  if (exact) return { entry: exact, generic: false };
  const generic = WILDCARDS.find(([pattern]) => matchesGlob(name, pattern));
  return generic && { entry: generic[1], generic: true };
}

/** What entries say whatever the tag; the table has few, and each is asked for again and again. */
const plain = new Map<Entry, ImageFacts>();

function factsOf(entry: Entry): ImageFacts {
  let facts = plain.get(entry);
  if (!facts) {
    const { names, variants: _, ...line } = entry;
    facts = withLine({ ...DEFAULTS, image: names[0] ?? '', generic: false }, line);
    plain.set(entry, facts);
  }
  return facts;
}

/**
 * What is known of an image, with every variant that its tag fits applied in order; a reference without a tag is `latest`.
 * Undefined for an image that the table does not hold.
 */
export function lookupImage(ref: ImageReference): ImageFacts | undefined {
  const found = findEntry(ref.canonicalName);
  if (!found) return undefined;
  const tag = ref.tag ?? 'latest';
  let facts = factsOf(found.entry);
  if (found.generic) facts = { ...facts, generic: true };
  for (const { match, ...variant } of found.entry.variants ?? []) if (matchesGlob(tag, match)) facts = withLine(facts, variant);
  return facts;
}

/** The variable that makes an image read `variable`'s value from a file, or undefined when it has no such form. */
export function fileVariableFor(facts: ImageFacts, variable: string): string | undefined {
  const listed = [`${variable}_FILE`, `${variable}__FILE`, `FILE__${variable}`].find((name) =>
    facts.fileVariables.includes(name),
  );
  if (listed !== undefined) return listed;
  const pattern = facts.fileVariablePattern;
  return pattern && matchesGlob(variable, pattern.variables) ? pattern.form.replace('{name}', variable) : undefined;
}
