import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseImageReference } from '../../../server/src/core/image-reference.ts';
import table from '../../../server/src/knowledge/end-of-life.data.json';
import { cycleOfVersion, cyclesOf, nameOfCycle, newestSupported, supportOn } from '../../../server/src/knowledge/end-of-life.ts';
import { endOfLife, releasesOf } from '../../../server/src/knowledge/end-of-life-images.ts';
import { newerTag } from '../../../server/src/knowledge/newer-image.ts';

const TODAY = '2026-11-21';

function image(text: string) {
  const ref = parseImageReference(text);
  if (!ref) throw new Error(`${text} is no image`);
  return ref;
}

function told(text: string): string[] {
  return endOfLife(image(text), TODAY).map(
    ({ release, support, span }) => `${nameOfCycle(release)} ${support} [${text.slice(span.start, span.end)}]`,
  );
}

describe('the table', () => {
  it('reads every release as it is written', () => {
    for (const [product, text] of Object.entries(table)) {
      expect(cyclesOf(product).map(({ cycle }) => cycle)).toEqual(text.split(' ').map((one) => /^[\d.]+/.exec(one)?.[0]));
      for (const cycle of cyclesOf(product)) {
        expect(cycle.end ?? '2000-01-01').toMatch(/^\d{4}-\d\d-\d\d$/);
        if (cycle.extendedEnd !== undefined) expect(cycle.extendedEnd > (cycle.end ?? '')).toBe(true);
      }
    }
  });

  it('says how a release is supported', () => {
    const bookworm = cycleOfVersion('debian', '12.4');
    expect(bookworm).toMatchObject({ cycle: '12', codename: 'bookworm', end: '2026-07-11', extendedEnd: '2028-06-30' });
    if (!bookworm) return;
    expect(
      ['2026-01-01', '2026-04-11', '2026-07-11', '2026-07-12', '2028-06-30', '2028-07-01'].map((day) => supportOn(bookworm, day)),
    ).toEqual(['supported', 'ending', 'ending', 'extended', 'extended', 'ended']);
  });

  it('finds the release of a version', () => {
    expect(['3.12.1', '3.12', '3', '2', '9'].map((v) => cycleOfVersion('python', v)?.cycle)).toEqual([
      '3.12',
      '3.12',
      '3.14',
      '2.7',
      undefined,
    ]);
  });

  it('prefers long-term releases that have become such', () => {
    expect(newestSupported('node', '2026-10-27')?.cycle).toBe('24');
    expect(newestSupported('node', '2026-10-28')?.cycle).toBe('26');
    expect(newestSupported('centos', TODAY)).toBeUndefined();
  });
});

describe('endOfLife', () => {
  it.each([
    ['python:3.8-slim-bullseye', ['Python 3.8 ended [3.8]', 'Debian 11 (bullseye) ended [bullseye]']],
    ['node:14-alpine3.13', ['Node.js 14 ended [14]', 'Alpine 3.13 ended [alpine3.13]']],
    ['debian:buster-slim', ['Debian 10 (buster) ended [buster]']],
    ['ubuntu:18.04', ['Ubuntu 18.04 (bionic) extended [18.04]']],
    ['ubuntu:bionic-20210416', ['Ubuntu 18.04 (bionic) extended [bionic]']],
    ['alpine:3.12.4', ['Alpine 3.12 ended [3.12.4]']],
    ['php:7-fpm', ['PHP 7.4 ended [7]']],
    ['docker.io/library/postgres:11', ['PostgreSQL 11 ended [11]']],
    ['registry.example.com:5000/library/node:12', ['Node.js 12 ended [12]']],
    ['centos:centos7.9.2009', ['CentOS 7 ended [centos7.9.2009]']],
    ['node:lts-gallium', ['Node.js 16 ended [lts-gallium]']],
    ['amazonlinux:1', ['Amazon Linux 2018.03 ended [1]']],
    ['mcr.microsoft.com/dotnet/sdk:5.0-focal', ['.NET 5 ended [5.0]', 'Ubuntu 20.04 (focal) extended [focal]']],
    ['registry.access.redhat.com/ubi7/ubi:7.9', ['Red Hat UBI 7 extended [ubi7]']],
    ['gcr.io/distroless/base-debian10:nonroot', ['Debian 10 (buster) ended [debian10]']],
    ['bitnami/node:14-debian-10-r3', ['Node.js 14 ended [14]', 'Debian 10 (buster) ended [debian-10]']],
    ['openjdk:8u212-jdk', ['OpenJDK 8 extended [8u212]']],
    ['redis:8.0', ['Redis 8.0 ending [8.0]']],
    ['python:3', []],
    ['debian:sid', []],
    ['debian', []],
    ['node:0.10', []],
    ['example/app:10', []],
    ['example/focal:1', []],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected));

  it('points into the reference, whatever the tag', () => {
    const word = fc.constantFrom('3.8', '14', 'buster', 'alpine3.13', 'debian', '10', 'slim', 'v2', 'lts', 'ubuntu18.04', 'x');
    const name = fc.constantFrom('node', 'python', 'debian', 'ubuntu', 'example/app', 'gcr.io/distroless/base-debian10');
    fc.assert(
      fc.property(name, fc.array(word, { minLength: 1, maxLength: 4 }), (repository, words) => {
        const ref = image(`${repository}:${words.join('-')}`);
        let last = 0;
        for (const { span } of releasesOf(ref)) {
          expect(span.start >= last && span.end > span.start && span.end <= ref.text.length).toBe(true);
          last = span.end;
        }
        const newer = newerTag(ref, TODAY);
        if ('tag' in newer) expect(parseImageReference(`${repository}:${newer.tag}`)).toBeDefined();
      }),
    );
  });
});

describe('newerTag', () => {
  it.each([
    ['python:3.8-slim-buster', '3.14-slim-trixie'],
    ['node:14-alpine3.13', '26-alpine3.24'],
    ['node:lts-gallium-slim', '26-slim'],
    ['node:22.1.0-buster', '22-trixie'],
    ['ubuntu:bionic', 'resolute'],
    ['ubuntu:18.04', '26.04'],
    ['traefik:v2.5', 'v3.7'],
    ['mcr.microsoft.com/dotnet/sdk:5.0', '10.0'],
  ])('%s', (text, tag) => expect(newerTag(image(text), TODAY)).toEqual({ tag }));

  it.each([
    'centos:7',
    'maven:3.6-jdk-8',
    'nvidia/cuda:11.0-base-ubuntu18.04',
    'bitnami/node:14',
    'gcr.io/distroless/base-debian10',
    'debian',
  ])('says why not for %s', (text) => expect(newerTag(image(text), TODAY)).toHaveProperty('refused'));
});
