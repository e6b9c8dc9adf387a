import { describe, expect, it } from 'vitest';
import { silencing } from './toy.ts';

const lines = (...all: string[]) => `${all.join('\n')}\n`;
/** One stage with a USER on line 3 and a RUN on line 4 below the comment, and a second stage with a RUN on line 6. */
const below = (comment: string) => lines('FROM a', comment, 'USER b', 'RUN c', 'FROM d', 'RUN e');
/** The comment above the first FROM: RUN on line 3, a second stage with a RUN on line 5. */
const above = (comment: string) => lines(comment, 'FROM a', 'RUN b', 'FROM c', 'RUN d');

type Row = [form: string, text: string, silenced: string[]];

/** The grammars that each tool really accepts, corner by corner; scopes are ours where a tool's own is wider than it says. */
describe.each<[tool: string, rows: Row[]]>([
  [
    'hadolint',
    [
      ['tabs', below('#\thadolint\tignore\t=\tDL3002\t,\tDL3008'), ['user:3']],
      ['its name has no capitals', below('# Hadolint ignore=DL3002'), []],
      ['capitals in the word are another word', below('# hadolint Ignore=DL3002'), []],
      ['a word in the list voids all of it', below('# hadolint ignore=crazy,DL3002'), []],
      [
        'two above each other both count',
        lines('FROM a', '# hadolint ignore=DL3002', '# hadolint ignore=DL3008', 'USER b'),
        ['user:4'],
      ],
      ['a comment in between', lines('FROM a', '# hadolint ignore=DL3002', '# why', 'USER b'), ['user:4']],
      ['a blank line in between', lines('FROM a', '# hadolint ignore=DL3002', '', 'USER b'), ['user:4']],
      ['only the next instruction', lines('FROM a', '# hadolint ignore=DL3008', 'RUN b', 'RUN c'), ['run:3']],
      ['the whole of a continued instruction', lines('FROM a', '# hadolint ignore=DL3008', 'RUN b \\', '  c'), ['run:3']],
      ['shell= is no ignore', below('# hadolint shell=DL3002'), []],
      ['global at the end', lines('FROM a', 'RUN b', '# hadolint global ignore=DL3008'), ['run:2']],
      [
        'all of several global ones',
        lines('# hadolint global ignore=DL3008', 'FROM a', 'USER b', '# hadolint global ignore=DL3002', 'RUN c'),
        ['run:5', 'user:3'],
      ],
      ['a stage only', above('# hadolint stage ignore=DL3008,DL3006'), ['from:2', 'run:3']],
      ['a later stage', lines('FROM a', 'RUN b', '# hadolint stage ignore=DL3008', 'FROM c', 'RUN d'), ['run:5']],
    ],
  ],
  [
    'BuildKit',
    [
      ['capitals in its name', above('# CHECK=skip=RunCheck'), ['run:3', 'run:5']],
      ['blanks around the first sign', above('#  check  =  skip=RunCheck'), ['run:3', 'run:5']],
      ['a check in another case, as it is meant', above('# check=skip=runcheck'), ['run:3', 'run:5']],
      ['a reason behind a blank', above('# check=skip=RunCheck // legacy, UserCheck'), ['run:3', 'run:5']],
      ['behind other options', above('# check=experimental=all;error=true;skip=RunCheck'), ['run:3', 'run:5']],
      ['error alone skips nothing', above('# check=error=true'), []],
      [
        'in any order with syntax and escape',
        lines('# escape=`', '# check=skip=RunCheck', '# syntax=x', 'FROM a', 'RUN b'),
        ['run:5'],
      ],
      ['behind a comment it is one for the next instruction', lines('# hello', '# check=skip=RunCheck', 'FROM a', 'RUN b'), []],
      ['behind a blank line too', lines('', '# check=skip=RunCheck', 'FROM a', 'RUN b'), []],
      ['blank lines below it', lines('FROM a', '# check=skip=RunCheck', '', 'RUN b', 'RUN c'), ['run:4']],
    ],
  ],
  [
    'Trivy',
    [
      ['two above each other', lines('FROM a', '# trivy:ignore:DS-0002', '# trivy:ignore:DS-0013', 'RUN b'), ['run:4']],
      ['words in front', below('# legacy image, see trivy:ignore:DS-0002'), ['user:3']],
      ['words behind', below('# trivy:ignore:DS-0002 -- legacy image'), ['user:3']],
      ['no blank behind the sign', below('#trivy:ignore:DS-0002'), ['user:3']],
      ['more signs', below('## trivy:ignore:DS-0002'), ['user:3']],
      ['with parameters', below('# trivy:ignore:DS-0002[user=b]'), ['user:3']],
      ['a check in another case, as it is meant', below('# trivy:ignore:ds-0002'), ['user:3']],
      ['the key is asked for', below('# trivy:DS-0002'), []],
      ['a stage-level check above its FROM', above('# trivy:ignore:DS-0001'), ['from:2']],
      ['not the instruction behind', lines('FROM a', '# trivy:ignore:DS-0013', 'USER b', 'RUN c'), []],
    ],
  ],
  [
    'Checkov',
    [
      ['between continued lines', lines('FROM a', 'RUN b \\', '# checkov:skip=CKV_DOCKER_9', ' c', 'RUN d'), ['run:2', 'run:5']],
      ['its third name', below('# cortex:skip=CKV_DOCKER_8'), ['user:3']],
      ['words in front', below('# legacy: checkov:skip=CKV_DOCKER_8:why'), ['user:3']],
      ['without a check', below('# checkov:skip='), []],
      ['at the end of the file', lines('FROM a', 'USER b', '# checkov:skip=CKV_DOCKER_8'), ['user:2']],
    ],
  ],
  [
    'KICS',
    [
      ['without a blank', above('#kics-scan ignore'), ['from:2', 'from:4', 'run:3', 'run:5']],
      ['several checks', above('# kics-scan disable=bbbb-2,aaaa-1'), ['from:2', 'from:4', 'run:3', 'run:5']],
      ['the whole of a continued instruction', lines('FROM a', '# kics-scan ignore-line', 'RUN b \\', '  c', 'RUN d'), ['run:3']],
      [
        'a block of the second stage',
        lines('FROM a', 'RUN b', '# kics-scan ignore-block', 'FROM c', 'RUN d'),
        ['from:4', 'run:5'],
      ],
      ['a block, one check', above('# kics-scan ignore-block=bbbb-2'), ['run:3']],
      ['the file only in front of the first instruction', lines('FROM a', '# kics-scan ignore', 'RUN b'), []],
      ['disable too', lines('FROM a', '# kics-scan disable=bbbb-2', 'RUN b'), []],
      ['enable silences nothing', above('# kics-scan enable=bbbb-2'), []],
      ['only checks that it has', below('# kics-scan ignore-line'), []],
    ],
  ],
  [
    'Semgrep',
    [
      ['capitals', below('# NOSEMGREP: user-check'), ['user:3']],
      ['several, by commas and blanks', lines('FROM a', '# nosemgrep: other, run-check', 'RUN b'), ['run:3']],
      ['with =', below('# nosem=user-check'), ['user:3']],
      ['another check', below('# nosemgrep: other'), []],
      ['only checks that it has', lines('# nosemgrep', 'FROM a', 'RUN b'), []],
      ['behind words it is none', below('# we do not use nosemgrep: user-check'), []],
    ],
  ],
])('%s', (_tool, rows) => {
  it.each(rows)('%s', (_, text, silenced) => {
    expect(silencing('Dockerfile', text).silenced).toEqual(silenced);
  });
});
