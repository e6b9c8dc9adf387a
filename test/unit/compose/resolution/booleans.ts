import { plain } from '../read.ts';
import type { Row, Table } from './row.ts';

export const BOOLEANS: Table = {
  section: 'Fragments and services: booleans (compose-go, `interpolation.toBoolean`)',
  rows: [
    ...['true', 'True', 'TRUE', 'yes', 'Y', 'on', '"true"', "'yes'", '!override true'].map(
      (v): Row => [`privileged: ${v}`, `privileged: ${v}`, (s) => plain(s.privileged), true],
    ),
    ...['false', 'no', 'N', 'off', '"false"'].map(
      (v): Row => [`privileged: ${v}`, `privileged: ${v}`, (s) => plain(s.privileged), false],
    ),
    ...['1', 'maybe', '[true]', '{a: b}'].map(
      (v): Row => [`privileged: ${v}`, `privileged: ${v}`, (s) => plain(s.privileged), '<invalid>'],
    ),
    ...['', '~', '!reset true', '!reset null'].map(
      (v): Row => [`privileged: ${v}`, `privileged: ${v}`, (s) => plain(s.privileged), '<absent>'],
    ),
    ['a default decides', 'privileged: ${P:-true}', (s) => plain(s.privileged), true],
    ['.env decides', 'privileged: ${P:-true}', (s) => plain(s.privileged), false, { P: 'no' }],
    ['only run time knows', 'privileged: ${P}', (s) => plain(s.privileged), '<dynamic ${P}>'],
    ['required at run time', 'privileged: ${P:?set P}', (s) => plain(s.privileged), '<dynamic ${P:?set P}>'],
    ['the default is told', 'privileged: ${P:-true}', (s) => s.privileged.at.via?.kind, 'default'],
    ['.env is told', 'privileged: ${P:-true}', (s) => s.privileged.at.via?.name, 'P', { P: 'yes' }],
  ],
};
