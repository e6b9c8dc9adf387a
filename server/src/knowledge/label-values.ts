/**
 * What the values of labels have to look like.
 * Sources: OCI image-spec, "Annotations"; RFC 3339, 5.6; SPDX specification 3.0, annex "SPDX license expressions", and the SPDX
 * license list 3.27; Semantic Versioning 2.0.0; RFC 5321, 4.1.2. Read 2026-11-21.
 */

/** The kinds of values that a label can be asked to have. */
export type LabelKind = 'text' | 'url' | 'rfc3339' | 'spdx' | 'hash' | 'semver' | 'email';

/** Labels of the OCI whose values have a form. */
export const OCI_LABELS: readonly string[] = [
  'org.opencontainers.image.created:rfc3339',
  'org.opencontainers.image.url:url',
  'org.opencontainers.image.documentation:url',
  'org.opencontainers.image.source:url',
  'org.opencontainers.image.licenses:spdx',
];

/** How each kind is named in a message. */
export const KIND_NAMES: Readonly<Record<LabelKind, string>> = {
  text: 'a text',
  url: 'a URL',
  rfc3339: 'a date and time of RFC 3339',
  spdx: 'an SPDX license expression',
  hash: 'a Git commit id',
  semver: 'a semantic version',
  email: 'an e-mail address',
};

const FORMS: Readonly<Record<LabelKind, RegExp>> = {
  text: /^/,
  url: /^[a-z][a-z0-9+.-]*:\/\/[^\s/]+\S*$/i,
  rfc3339:
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt ](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/,
  spdx: /^\(*[A-Za-z0-9][\w.:+-]*\)*(?:\s+(?:AND|OR|WITH|and|or|with)\s+\(*[A-Za-z0-9][\w.:+-]*\)*)*$/,
  hash: /^(?:[0-9a-f]{7,40}|[0-9a-f]{64})$/,
  semver:
    /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/,
  email: /^[^\s@<>"]+@[^\s@<>".]+(?:\.[^\s@<>".]+)+$/,
};

/** Names of licenses that are written a lot and that SPDX does not have. */
const NOT_SPDX =
  /^(?:apache|apache-?2|apachev2|bsd|gpl|gpl-?v?[23]|lgpl|lgpl-?v?[23]|agpl|agpl-?v?3|mpl|mpl-?2|cc-by|cc0|epl|proprietary|commercial|none)$/i;

/** Whether a value is of the kind. */
export function isOfKind(kind: LabelKind, value: string): boolean {
  const trimmed = value.trim();
  return FORMS[kind].test(trimmed) && !(kind === 'spdx' && NOT_SPDX.test(trimmed));
}

/** Reads `key:kind` or `key`; undefined for a kind that does not exist. */
export function readLabelRule(text: string): { readonly key: string; readonly kind: LabelKind } | undefined {
  const colon = text.lastIndexOf(':');
  const kind = colon < 0 ? 'text' : text.slice(colon + 1).toLowerCase();
  return Object.hasOwn(FORMS, kind) ? { key: colon < 0 ? text : text.slice(0, colon), kind: kind as LabelKind } : undefined;
}
