import { describe, expect, it } from 'vitest';
import { type ComposeVisitors, walkCompose } from '../../../server/src/compose/rule.ts';
import type { BoundRule, Report } from '../../../server/src/core/rule.ts';
import { compose, marked, plain, web } from './read.ts';

describe('places', () => {
  it.each([
    ['privileged: "yes" # why', '"yes"', (s: ReturnType<typeof web>) => s.privileged],
    ['environment:\n  - DB_PASSWORD=secret', 'secret', (s: ReturnType<typeof web>) => s.environment.get('DB_PASSWORD')?.value],
    ['environment:\n  - "A=b"', 'b', (s: ReturnType<typeof web>) => s.environment.get('A')?.value],
    ['environment:\n  - "A=\\x62"', '"A=\\x62"', (s: ReturnType<typeof web>) => s.environment.get('A')?.value],
    ['ports: ["127.0.0.1:8080:80/udp"]', '127.0.0.1', (s: ReturnType<typeof web>) => s.ports.items[0]?.hostIp],
    ['ports: ["127.0.0.1:8080:80/udp"]', '8080', (s: ReturnType<typeof web>) => s.ports.items[0]?.published],
    ['ports: ["${IP:-127.0.0.1}:8080:80"]', '${IP:-127.0.0.1}', (s: ReturnType<typeof web>) => s.ports.items[0]?.hostIp],
    ["volumes: ['/a:/b:ro,z']", '/a', (s: ReturnType<typeof web>) => s.volumes.items[0]?.source],
    ["volumes: ['/a:/b:ro,z']", 'z', (s: ReturnType<typeof web>) => s.volumes.items[0]?.selinux],
    ['image: x', 'web', (s: ReturnType<typeof web>) => s.privileged],
    ['image: x', 'web', (s: ReturnType<typeof web>) => s.securityOpt.noNewPrivileges],
    ['privileged:', 'privileged', (s: ReturnType<typeof web>) => s.privileged],
  ])('%s: %s', (text, expected, read) => {
    const service = web(text);
    const value = read(service);
    if (!value) throw new Error('nothing read');
    expect(marked(service, value)).toBe(expected);
  });

  it('have a route as written', () => {
    const service = web('ports: ["80:80"]');
    expect(service.ports.items[0]?.at.route).toEqual(['services', 'web', 'ports', 0]);
    expect(service.nameAt.route).toEqual(['services', 'web']);
  });
});

describe('top-level definitions', () => {
  const file = compose(`name: shop
networks:
  edge: {driver: overlay, internal: yes, ipam: {config: [{subnet: 10.0.0.0/8}]}}
  old: {external: {name: bridge0}}
volumes:
  data:
secrets:
  a: {environment: A}
  b: {external: true}
include:
  - other.yaml
  - path: [a.yaml, b.yaml]
    env_file: x.env
services:
  web: {image: x, deploy: {mode: global}}
  nothing:
`);

  it('are read by key', () => {
    expect(plain(file.name)).toBe('shop');
    expect(plain(file.networks.get('edge')?.internal)).toBe(true);
    expect(file.networks.get('edge')?.subnets.items.map(plain)).toEqual(['10.0.0.0/8']);
    expect([plain(file.networks.get('old')?.external), plain(file.networks.get('old')?.name)]).toEqual([true, 'bridge0']);
    expect([...file.volumes.keys()]).toEqual(['data']);
    expect([plain(file.secrets.get('a')?.environment), plain(file.secrets.get('b')?.external)]).toEqual(['A', true]);
    expect(file.include.items.map((i) => i.paths.map(plain))).toEqual([['other.yaml'], ['a.yaml', 'b.yaml']]);
    expect(file.services.map((s) => s.name)).toEqual(['web']);
  });

  it('tell a swarm from plain Compose', () => {
    expect(file.swarm.map((s) => s.what)).toEqual(['deploy.mode: global', 'driver: overlay', 'external secret']);
    expect(compose('services: {web: {image: x, deploy: {replicas: 2}}}').swarm).toEqual([]);
  });
});

describe('walkCompose', () => {
  const rule = (visit: ComposeVisitors, out: string[]): BoundRule<ComposeVisitors> => ({
    visit,
    context: (resource) => ({
      environment: { today: '2026-01-01', kubernetesVersion: [1, 34] },
      options: {},
      report: (r: Report) =>
        out.push(
          [
            (r.resource ?? resource).kind,
            (r.resource ?? resource).name,
            r.message,
            ...(r.related ?? []).map((x) => x.message),
          ].join(' '),
        ),
    }),
    failed: (error) => out.push(String(error)),
  });
  const file = compose(
    'x-p: &p {privileged: true, image: x}\nservices:\n  a: *p\n  b:\n    <<: *p\n  c: {image: y, privileged: true}\n',
  );

  it('visits the file, then each service', () => {
    const out: string[] = [];
    walkCompose(file, [
      rule(
        {
          file: (c, f) => c.report({ at: f.at, message: 'file' }),
          service: (c, s) => c.report({ at: s.nameAt, message: 'service' }),
        },
        out,
      ),
    ]);
    expect(out).toEqual(['file compose file file', 'service a service', 'service b service', 'service c service']);
  });

  it('reports what is written once only once, with the others that use it', () => {
    const out: string[] = [];
    walkCompose(file, [rule({ service: (c, s) => c.report({ at: s.privileged.at, message: 'p' }) }, out)]);
    expect(out).toEqual(['service a p `b` uses it too', 'service c p']);
  });

  it('goes on when a rule throws', () => {
    const out: string[] = [];
    const broken = rule(
      {
        service: () => {
          throw new Error('broken');
        },
      },
      out,
    );
    walkCompose(file, [broken, rule({ file: (c, f) => c.report({ at: f.at, message: 'fine' }) }, out)]);
    expect(out).toContain('Error: broken');
    expect(out).toContain('file compose file fine');
  });
});
