import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpolate, knownPrefix, knownSuffix, parseTemplate } from '../../../server/src/compose/model/interpolation.ts';

// Compose specification, "Interpolation": https://github.com/compose-spec/compose-spec/blob/main/12-interpolation.md
const VARIABLES = new Map([
  ['SET', 'value'],
  ['EMPTY', ''],
  ['DIR', '/var/run'],
  ['_x1', 'under'],
]);

const ROWS: readonly (readonly [template: string, text: string, known: boolean])[] = [
  ['plain', 'plain', true],
  ['', '', true],
  ['$SET', 'value', true],
  ['${SET}', 'value', true],
  ['a${SET}b', 'avalueb', true],
  ['$SET-b', 'value-b', true],
  ['$_x1/y', 'under/y', true],
  ['${EMPTY}', '', true],
  ['$UNSET', '$UNSET', false],
  ['${UNSET}', '${UNSET}', false],
  ['/etc/${UNSET}/x', '/etc/${UNSET}/x', false],
  ['${SET}/${UNSET}', 'value/${UNSET}', false],
  ['${UNSET:-default}', 'default', true],
  ['${UNSET-default}', 'default', true],
  ['${EMPTY:-default}', 'default', true],
  ['${EMPTY-default}', '', true],
  ['${SET:-default}', 'value', true],
  ['${SET-default}', 'value', true],
  ['${UNSET:-}', '', true],
  ['${UNSET:?must be set}', '${UNSET:?must be set}', false],
  ['${UNSET?must be set}', '${UNSET?must be set}', false],
  ['${EMPTY:?must be set}', '${EMPTY:?must be set}', false],
  ['${EMPTY?must be set}', '', true],
  ['${SET:?must be set}', 'value', true],
  ['${SET:+other}', 'other', true],
  ['${SET+other}', 'other', true],
  ['${EMPTY:+other}', '', true],
  ['${EMPTY+other}', 'other', true],
  ['${UNSET:+other}', '', true],
  ['${UNSET+other}', '', true],
  ['${UNSET:-${SET}}', 'value', true],
  ['${UNSET:-$SET}', 'value', true],
  ['${UNSET:-${OTHER:-deep}}', 'deep', true],
  ['${UNSET:-${OTHER}}', '${UNSET:-${OTHER}}', false],
  ['${UNSET:-a${SET}b}', 'avalueb', true],
  ['${UNSET:-a:b-c?d}', 'a:b-c?d', true],
  ['${DIR}/docker.sock', '/var/run/docker.sock', true],
  ['$$SET', '$SET', true],
  ['pa$$w0rd', 'pa$w0rd', true],
  ['$${SET}', '${SET}', true],
  ['$$${SET}', '$value', true],
  ['a$$b${UNSET}', 'a$$b${UNSET}', false],
  ['${UNSET:-a$$b}', 'a$b', true],
];

describe('interpolate', () => {
  it.each(ROWS)('%s → %s', (template, text, known) => {
    const result = interpolate(parseTemplate(template), VARIABLES);
    expect({ text: result.text, known: result.known }).toEqual({ text, known });
  });

  it.each([
    ['${SET}', ['variables']],
    ['${UNSET:-x}', ['default']],
    ['${UNSET}', ['unknown']],
    ['${UNSET:-${SET}}', ['default', 'variables']],
    ['plain', []],
  ])('tells where the value of %s comes from', (template, sources) => {
    expect(interpolate(parseTemplate(template), VARIABLES).uses.map((use) => use.source)).toEqual(sources);
  });

  it.each(['hunter2$', '${', '${SET', '${1A}', '${SET!x}', '$ x'])(
    'keeps what Compose would refuse in %s as it is',
    (template) => {
      const parsed = parseTemplate(template);
      expect(parsed.malformed.length).toBeGreaterThan(0);
      expect(interpolate(parsed, VARIABLES)).toMatchObject({ text: template, known: true });
    },
  );

  it('keeps what is known around a variable', () => {
    expect(knownPrefix('/etc/$$x/${A}/b')).toBe('/etc/$x/');
    expect(knownSuffix('${A}/docker.sock')).toBe('/docker.sock');
    expect(knownPrefix('${A}')).toBe('');
  });

  it('never throws, and its pieces cover the text without a gap', () => {
    const text = fc
      .array(fc.constantFrom('$', '$$', '{', '}', '${A', ':-', '?', '+', 'A', 'é', '👩‍🚀', ' ', '\\'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (source) => {
        const { pieces } = parseTemplate(source);
        let end = 0;
        for (const piece of pieces) {
          expect(piece.span.start).toBe(end);
          end = piece.span.end;
        }
        expect(end).toBe(source.length);
        expect(typeof interpolate(parseTemplate(source), VARIABLES).text).toBe('string');
      }),
    );
  });

  it('stays fast and shallow on nested braces', () => {
    for (const nested of ['${A:-'.repeat(20_000), `${'${A:-'.repeat(20_000)}${'}'.repeat(20_000)}`]) {
      expect(interpolate(parseTemplate(nested), VARIABLES).text.length).toBeGreaterThan(0);
    }
  });
});
