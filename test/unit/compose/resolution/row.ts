import type { EffectiveService } from '../../../../server/src/compose/model/service.ts';
import { plain } from '../read.ts';

/** One situation: what a service comes out as. */
export type Row = readonly [
  what: string,
  text: string,
  read: (service: EffectiveService) => unknown,
  expected: unknown,
  variables?: Readonly<Record<string, string>>,
];

/** As `Row`, over several files, the first of which is judged. Its name counts; paths are relative to its folder. */
export type FileRow = readonly [
  what: string,
  files: Readonly<Record<string, string>>,
  read: (service: EffectiveService) => unknown,
  expected: unknown,
  variables?: Readonly<Record<string, string>>,
];

/**
 * Rows of one section of the Compose specification (https://github.com/compose-spec/compose-spec); where that is silent, of compose-go's
 * loader. Without `section`, each row is of the section "Services" that its first key names.
 */
export interface Table {
  readonly section?: string;
  readonly rows: readonly Row[];
}

export interface FileTable {
  readonly section: string;
  readonly rows: readonly FileRow[];
}

export const list = (items: readonly { readonly kind: string }[]): unknown[] => items.map((item) => plain(item as never));
export const pairs = (values: EffectiveService['environment']): unknown =>
  values.items.map((e) => [plain(e.name), plain(e.value)]);
export const port = (s: EffectiveService): unknown =>
  s.ports.items.map((p) => [plain(p.hostIp), plain(p.published), plain(p.target), plain(p.protocol)]);
export const mount = (s: EffectiveService): unknown =>
  s.volumes.items.map((v) => [plain(v.type), plain(v.source), plain(v.target), plain(v.readOnly)]);
export const host = (s: EffectiveService): unknown => s.hostMounts.map((m) => [m.through, plain(m.path), plain(m.readOnly)]);
export const range = (first: number, last = first): { first: number; last: number } => ({ first, last });
