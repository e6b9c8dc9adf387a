/**
 * Which distribution an image is built on, and how an account is created there.
 * Source: naming conventions of Docker Official Images (docker-library/faq, "What's the difference between <some-tag> and …"),
 * Red Hat UBI, distroless, Chainguard, Microsoft and Bitnami tags; adduser of BusyBox, useradd(8) of shadow-utils. Read
 * 2026-11-21.
 */
import type { ImageReference } from '../core/image-reference.ts';
import { type ImageFamily, lookupImage } from './official-images.ts';

/** How an account is created: `addgroup -S`/`adduser -S`, `groupadd`/`useradd`, `net user`, or not at all (use a number). */
export type UserTools = 'busybox' | 'shadow' | 'windows' | 'none';

export interface Distribution {
  readonly family: ImageFamily;
  readonly packageManager: string | null;
  readonly userTools: UserTools;
  /** Whether a RUN in shell form can work. */
  readonly shell: boolean;
}

const PACKAGE_MANAGERS: Readonly<Record<ImageFamily, string | null>> = {
  alpine: 'apk',
  debian: 'apt',
  rhel: 'dnf',
  suse: 'zypper',
  arch: 'pacman',
  busybox: null,
  distroless: null,
  scratch: null,
  windows: null,
};
const USER_TOOLS: Readonly<Record<ImageFamily, UserTools>> = {
  alpine: 'busybox',
  debian: 'shadow',
  rhel: 'shadow',
  suse: 'shadow',
  arch: 'shadow',
  busybox: 'busybox',
  distroless: 'none',
  scratch: 'none',
  windows: 'windows',
};

/** In order: the first hint that a tag holds as a word of its own wins. */
const TAG_HINTS: readonly (readonly [RegExp, ImageFamily])[] = [
  [/windowsservercore|nanoserver|ltsc20\d\d/, 'windows'],
  [/distroless|chiseled/, 'distroless'],
  [/alpine|wolfi/, 'alpine'],
  [/busybox|uclibc/, 'busybox'],
  [
    /ubi\d*|rhel\d*|fedora|centos|stream\d|rocky(?:linux)?|alma(?:linux)?|oraclelinux|amazonlinux|al20\d\d|azurelinux|mariner/,
    'rhel',
  ],
  [/opensuse|leap|tumbleweed|bci/, 'suse'],
  [/archlinux/, 'arch'],
  [/trixie|bookworm|bullseye|buster|stretch|jessie|sid|debian|slim|ubuntu|noble|jammy|focal|bionic|xenial|trusty/, 'debian'],
];

/** Base names of repositories, after their namespace. */
const NAME_HINTS: readonly (readonly [RegExp, ImageFamily])[] = [
  [/^(?:scratch)$/, 'scratch'],
  [/^(?:alpine|wolfi-base|alpine-base|alpine-git|baseimage-alpine)$/, 'alpine'],
  [/^(?:debian|ubuntu|minideb|buildpack-deps|debian-slim|baseimage|phusion-baseimage|raspbian|kali-rolling)$/, 'debian'],
  [/^(?:ubi\d*(?:-.*)?|rhel\d*(?:-.*)?|fedora|fedora-minimal|centos\d*|rockylinux|almalinux\d*(?:-.*)?)$/, 'rhel'],
  [/^(?:oraclelinux|amazonlinux|photon|azurelinux|cbl-mariner)$/, 'rhel'],
  [/^(?:leap|tumbleweed|opensuse|bci-.*|sles?\d*.*)$/, 'suse'],
  [/^(?:archlinux|manjaro)$/, 'arch'],
  [/^busybox$/, 'busybox'],
  [/^(?:servercore|nanoserver|windowsservercore)$/, 'windows'],
];

function hinted(text: string, hints: readonly (readonly [RegExp, ImageFamily])[]): ImageFamily | undefined {
  return hints.find(([hint]) => hint.test(text))?.[1];
}

function familyOf(ref: ImageReference): ImageFamily | undefined {
  const base = ref.repository.slice(ref.repository.lastIndexOf('/') + 1);
  if (/\/distroless(?:\/|$)/.test(ref.canonicalName)) return 'distroless';
  if (/^mcr\.microsoft\.com\/(?:windows|dotnet\/framework)(?:\/|$)/.test(ref.canonicalName)) return 'windows';
  return hinted(ref.tag ?? '', TAG_HINTS) ?? hinted(base, NAME_HINTS) ?? hinted(base, TAG_HINTS);
}

/** UBI and Azure Linux come in sizes: the small ones lack dnf, the smallest even a package manager; neither has useradd. */
function smallRhel(ref: ImageReference): Partial<Distribution> {
  const name = `${ref.repository}:${ref.tag ?? ''}`;
  if (/micro\b/.test(name)) return { packageManager: null, userTools: 'none' };
  if (/minimal/.test(name)) return { packageManager: 'microdnf', userTools: 'none' };
  if (/photon|azurelinux|mariner/.test(name)) return { packageManager: 'tdnf' };
  return {};
}

/**
 * The distribution of an image: from the table of known images, else from its tag (`-alpine`, `-slim`, `-bookworm`, `ubi9`) or
 * name. Undefined when neither says.
 */
export function distributionOf(ref: ImageReference): Distribution | undefined {
  const facts = lookupImage(ref);
  const family = facts?.family ?? familyOf(ref);
  if (family === undefined) return undefined;
  const shell = facts?.shell ?? (family !== 'distroless' && family !== 'scratch');
  const usual: Distribution = {
    family,
    packageManager: PACKAGE_MANAGERS[family],
    userTools: shell ? USER_TOOLS[family] : 'none',
    shell,
  };
  const small = family === 'rhel' ? smallRhel(ref) : {};
  if (!facts) return { ...usual, ...small };
  const useradd = family !== 'rhel' || (facts.packageManager !== null && facts.packageManager !== 'microdnf');
  return { ...usual, ...small, packageManager: facts.packageManager, ...(!useradd && { userTools: 'none' as const }) };
}
