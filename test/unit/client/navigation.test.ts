import { describe, expect, it } from 'vitest';
import { buildTree } from '../../../client/src/tree/build.ts';
import { NO_FILTERS } from '../../../client/src/tree/model.ts';
import { type Cursor, neighbour } from '../../../client/src/tree/navigation.ts';
import { file, finding } from './samples.ts';

const FILES = [file('a.yaml', finding('a1', 2), finding('a2', 5)), file('b.yaml', finding('b1', 1, { severity: 'critical' }))];
const { order } = buildTree(FILES, { grouping: 'file', filters: NO_FILTERS });

function at(path: string, line: number, character = 4): Cursor {
  return { uri: `file:///ws/${path}`, line, character };
}

function ids(cursor: Cursor | undefined, from = order): [next: string | undefined, previous: string | undefined] {
  return [neighbour(from, cursor, 1)?.finding.id, neighbour(from, cursor, -1)?.finding.id];
}

describe('going to a finding', () => {
  it('goes through the file in the order of the text', () => {
    expect(ids(at('a.yaml', 0))).toEqual(['a1', 'b1']);
    expect(ids(at('a.yaml', 3))).toEqual(['a2', 'a1']);
  });

  it('leaves a finding the cursor stands at the start of', () => {
    expect(ids(at('a.yaml', 2))).toEqual(['a2', 'b1']);
    expect(ids(at('a.yaml', 5))).toEqual(['b1', 'a1']);
  });

  it('goes to the start of the finding the cursor is inside of', () => {
    expect(ids(at('a.yaml', 5, 9))).toEqual(['b1', 'a2']);
  });

  it('wraps from the last file into the first', () => {
    expect(ids(at('b.yaml', 1))).toEqual(['a1', 'a2']);
  });

  it('takes the files in the order of the tree', () => {
    const bySeverity = buildTree(FILES, { grouping: 'severity', filters: NO_FILTERS }).order;
    expect(ids(undefined, bySeverity)).toEqual(['b1', 'a2']);
  });

  it('starts at an end without a cursor, or from a file without findings', () => {
    expect(ids(undefined)).toEqual(['a1', 'b1']);
    expect(ids(at('c.yaml', 7))).toEqual(['a1', 'b1']);
  });

  it('has nowhere to go without findings', () => {
    expect(ids(at('a.yaml', 0), [])).toEqual([undefined, undefined]);
  });
});
