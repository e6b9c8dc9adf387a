import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseImageReference } from '../../../server/src/core/image-reference.ts';

const SHA = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('parseImageReference', () => {
  it.each([
    ['node', undefined, 'node', 'node', 'docker.io/library/node', undefined, undefined],
    ['node:20-alpine', undefined, 'node', 'node', 'docker.io/library/node', '20-alpine', undefined],
    ['library/node:20', undefined, 'library/node', 'node', 'docker.io/library/node', '20', undefined],
    ['docker.io/node', 'docker.io', 'node', 'node', 'docker.io/library/node', undefined, undefined],
    ['docker.io/library/node', 'docker.io', 'library/node', 'node', 'docker.io/library/node', undefined, undefined],
    ['index.docker.io/library/node', 'index.docker.io', 'library/node', 'node', 'docker.io/library/node', undefined, undefined],
    ['bitnami/redis:7', undefined, 'bitnami/redis', 'bitnami/redis', 'docker.io/bitnami/redis', '7', undefined],
    ['ghcr.io/x/y', 'ghcr.io', 'x/y', 'ghcr.io/x/y', 'ghcr.io/x/y', undefined, undefined],
    ['registry:5000/foo', 'registry:5000', 'foo', 'registry:5000/foo', 'registry:5000/foo', undefined, undefined],
    ['registry:5000/foo:1', 'registry:5000', 'foo', 'registry:5000/foo', 'registry:5000/foo', '1', undefined],
    ['localhost/foo', 'localhost', 'foo', 'localhost/foo', 'localhost/foo', undefined, undefined],
    ['Uppercase/lower', 'Uppercase', 'lower', 'Uppercase/lower', 'Uppercase/lower', undefined, undefined],
    ['foo:5000', undefined, 'foo', 'foo', 'docker.io/library/foo', '5000', undefined],
    [`node@${SHA}`, undefined, 'node', 'node', 'docker.io/library/node', undefined, SHA],
    [`node:20@${SHA}`, undefined, 'node', 'node', 'docker.io/library/node', '20', SHA],
    [`[::1]:5000/a@${SHA}`, '[::1]:5000', 'a', '[::1]:5000/a', '[::1]:5000/a', undefined, SHA],
    [
      'quay.io/a/b/c_d__e-f---g.h:V1.0_x',
      'quay.io',
      'a/b/c_d__e-f---g.h',
      'quay.io/a/b/c_d__e-f---g.h',
      'quay.io/a/b/c_d__e-f---g.h',
      'V1.0_x',
      undefined,
    ],
  ])('%s', (text, registry, repository, familiarName, canonicalName, tag, digest) => {
    const got = parseImageReference(text);
    expect({ ...got, spans: undefined }).toEqual({
      text,
      repository,
      familiarName,
      canonicalName,
      spans: undefined,
      ...(registry && { registry }),
      ...(tag && { tag }),
      ...(digest && { digest }),
    });
    if (!got) throw new Error('no reference');
    expect(text.slice(got.spans.name.start, got.spans.name.end)).toBe(registry ? `${registry}/${repository}` : repository);
    if (got.spans.tag) expect(text.slice(got.spans.tag.start, got.spans.tag.end)).toBe(tag);
    if (got.spans.digest) expect(text.slice(got.spans.digest.start, got.spans.digest.end)).toBe(digest);
    expect(Boolean(got.spans.tag)).toBe(tag !== undefined);
  });

  it.each([
    '',
    ':',
    '@',
    '/',
    'Node',
    'a/Node',
    'node:',
    'node@',
    'node:20@',
    'node@sha256:abc',
    `node@md5:${'0'.repeat(32)}`,
    '-x',
    'x-',
    'a//b',
    '/a',
    'a/',
    'a b',
    'node:-1',
    `node:${'x'.repeat(129)}`,
    'a___b',
    'a..b',
    '${BASE}',
    'node:${TAG}',
    '$X',
    `${'0123456789abcdef'.repeat(4)}`,
    'x.y:port/a',
    `node@${SHA}:20`,
    `${'a/'.repeat(128)}a`,
    'https://ghcr.io/x/y',
    `node@${SHA.toUpperCase()}`,
  ])('rejects %j', (text) => {
    expect(parseImageReference(text)).toBeUndefined();
  });

  it('never throws, and puts the parts back together', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('a', 'B', '1', '/', ':', '@', '.', '-', '_', '$', '[', ']') }),
    );
    fc.assert(
      fc.property(text, (s) => {
        const got = parseImageReference(s);
        if (!got) return;
        const name = got.registry === undefined ? got.repository : `${got.registry}/${got.repository}`;
        expect(name + (got.tag === undefined ? '' : `:${got.tag}`) + (got.digest === undefined ? '' : `@${got.digest}`)).toBe(s);
      }),
    );
  });
});
