import { describe, expect, it } from 'vitest';
import { isRelevant } from '../../../client/src/relevance.ts';

function relevant(path: string, languageId: string, head?: string): boolean {
  return isRelevant({
    path,
    languageId,
    head: () => {
      if (head === undefined) throw new Error('The name was enough.');
      return head;
    },
  });
}

describe('documents that start the server', () => {
  it.each([
    ['/a/x', 'dockerfile'],
    ['/a/x.yml', 'dockercompose'],
    ['/a/Dockerfile', 'plaintext'],
    ['/a/Containerfile.dev', 'plaintext'],
    ['/a/web.dockerfile', 'plaintext'],
    ['/a/docker-compose.override.yml', 'yaml'],
    ['/a/compose.yaml', 'yaml'],
    ['/a/prod-stack.yml', 'yaml'],
    ['/a/.seaworthy.yaml', 'yaml'],
  ])('%s (%s), by name', (path, languageId) => {
    expect(relevant(path, languageId)).toBe(true);
  });

  it.each([
    ['a Compose file', '# app\nname: x\nservices:\n  web: {}\n'],
    ['a manifest', 'apiVersion: v1\nkind: Pod\n'],
    ['a manifest behind a marker and a comment', '# licence\n---\nkind: Pod\napiVersion: v1\n'],
    ['a list of manifests', '- apiVersion: v1\n  kind: Pod\n'],
    ['a manifest in flow style', '{"apiVersion": "v1",\n "kind": "Pod"}'],
  ])('%s, by content', (_what, head) => {
    expect(relevant('/a/x.yaml', 'yaml', head)).toBe(true);
  });

  it.each([
    ['/a/ci.yml', 'yaml', 'on: push\njobs:\n  build:\n    services:\n      db: {}\n'],
    ['/a/values.yaml', 'yaml', 'image:\n  tag: 1\nkind: x\n'],
    ['/a/openapi.yaml', 'yaml', 'openapi: 3.0.0\n# apiVersion: v1\n'],
    ['/a/empty.yaml', 'yaml', ''],
  ])('not %s (%s)', (path, languageId, head) => {
    expect(relevant(path, languageId, head)).toBe(false);
  });

  it('not texts in other languages, whose content is not even read', () => {
    expect(relevant('/a/readme.md', 'markdown')).toBe(false);
    expect(relevant('/a/DockerfileParser.java', 'java')).toBe(false);
  });
});
