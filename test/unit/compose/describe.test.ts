import { describe, expect, test } from 'vitest';
import { describeCompose } from '../../../server/src/compose/describe.ts';
import { compose, project } from './read.ts';

const TODAY = { today: '2026-11-21' };

/** What is told on the name of `web`, of the properties of that service or of a whole file. */
function on(text: string, variables: Readonly<Record<string, string>> = {}) {
  const whole = /^services:/m.test(text) ? text : `services:\n  web:\n${text.replace(/^(?=.)/gm, '    ')}\n`;
  return describeCompose(compose(whole, variables), whole.indexOf('web:'), TODAY);
}

function lines(text: string, variables?: Readonly<Record<string, string>>): readonly string[] {
  return on(text, variables)?.lines ?? [];
}

test('a hardened service', () => {
  const text =
    'image: acme/app:1\nuser: "1000"\nread_only: true\ncap_drop: [ALL]\nsecurity_opt: [no-new-privileges]\nmem_limit: 1g\ncpus: 1\npids_limit: 9';
  expect(on(text)).toEqual({
    title: 'Service `web`',
    span: { start: 12, end: 15 },
    lines: ['Image: `acme/app:1`.', 'User: `1000`, by `user`.', 'Capabilities: none.', 'No layer of defence is missing.'],
  });
});

test('a service without any defence, in all its lines', () => {
  expect(
    lines(
      'x: &d\n  restart: always\nservices:\n  base:\n    image: redis:${TAG:-6.0}\n  web:\n    <<: *d\n    extends: base\n    user: root\n    cap_add: [NET_ADMIN]\n    cap_drop: [NET_RAW]\n    ports: ["80:80", "127.0.0.1:81:81"]\n    volumes: ["/var/run/docker.sock:/x:ro", "./a:/b", "data:/c"]\n    pid: host\n    network_mode: service:base\n',
    ).slice(1),
  ).toEqual([
    'User: **root** (`root`), by `user`.',
    'Capabilities: the 14 default ones, less `NET_RAW`, plus **`NET_ADMIN`**.',
    'Of the host: **`/var/run/docker.sock`** (holds the socket of Docker) and `./a` (writable); one volume.',
    'Published: `80:80` on **all addresses** of the host; `127.0.0.1:81:81`.',
    "Shares **the host's** processes; network of `service:base`.",
    'Missing: `no-new-privileges`, `cap_drop: ALL`, a read-only root (`read_only`) and limits on memory, processors and processes.',
    'Inherits: `extends` `base`; `restart` from anchor `&d`.',
  ]);
});

describe('the image', () => {
  test.each([
    [
      'image: redis:${TAG:-6.0}',
      {},
      'Image: `redis:6.0`, with `${TAG}` at its default: Debian or Ubuntu, packages by `apt`, a shell; Redis 6.0: **no support** since 2022-05-31.',
    ],
    ['image: acme/a:$TAG', { TAG: '2' }, 'Image: `acme/a:2`, with `${TAG}` from `.env`.'],
    ['image: acme/a:$TAG', {}, 'Image: `acme/a:$TAG`, which only the environment knows.'],
    ['build: ./app', {}, 'Image: built from `./app` (`Dockerfile`).'],
    ['build: {context: ., dockerfile: D, target: t}', {}, 'Image: built from `.` (`D`), stage `t`.'],
    ['build: {dockerfile_inline: "FROM a"}', {}, 'Image: built from `.`, by a Dockerfile written here.'],
  ])('%s', (text, variables, line) => {
    expect(lines(text, variables)[0]).toBe(line);
  });
});

describe('the user', () => {
  test.each([
    ['image: nginx', 'User: **root**, by the image.'],
    ['image: postgres:16', 'User: root, by the image; its entrypoint changes to `postgres`.'],
    ['image: acme/a', 'User: the one that the image sets, which is not known.'],
    ['image: acme/a\nuser: "${UID}"', 'User: `${UID}`, which only the environment knows.'],
    ['build: .', 'User: the one that `Dockerfile` sets.'],
    ['image: acme/a\nuser: "0:1000"', 'User: **root** (`0:1000`), by `user`.'],
  ])('%j: %s', (text, line) => {
    expect(lines(text)).toContain(line);
  });
});

test('the user of an image that is built is asked for', () => {
  const text = 'services:\n  web:\n    build: {context: ./app, dockerfile: D, target: t}\n';
  const file = project({ 'compose.yaml': text }, {}, (dockerfile) => ({
    user: { name: '`0`', from: JSON.stringify(dockerfile), isRoot: true },
    dropsTo: undefined,
    healthcheck: 'none',
    exposed: [],
    ownEntrypoint: false,
    base: undefined,
  }));
  const lines = describeCompose(file, 12, TODAY)?.lines;
  expect(lines).toContain('User: **`0`**, by its Dockerfile: {"path":"app/D","target":"t"}.');
});

test('what other files say is shown with their names', () => {
  const file = project({
    'compose.yaml': 'services:\n  web:\n    extends: {file: common/base.yaml, service: base}\n',
    'common/base.yaml': 'services: {base: {image: a, user: root}}\n',
    'compose.override.yaml': 'services: {web: {read_only: true}}\n',
  });
  const lines = describeCompose(file, 12, TODAY)?.lines;
  expect(lines).toContain('User: **root** (`root`), by `user` of `common/base.yaml`.');
  expect(lines).toContain(
    'Inherits: `extends` `base` of `common/base.yaml`; `image` and `user` from `common/base.yaml`; `read_only` from `compose.override.yaml`.',
  );
});

describe('capabilities', () => {
  test.each([
    ['', 'Capabilities: the 14 default ones.'],
    ['cap_drop: [ALL]', 'Capabilities: none.'],
    ['cap_drop: [ALL]\ncap_add: [CAP_CHOWN, setuid]', 'Capabilities: `CHOWN` and `SETUID`.'],
    ['cap_add: [ALL]', 'Capabilities: **all**.'],
    ['cap_add: [ALL]\ncap_drop: [NET_RAW]', 'Capabilities: **all** but `NET_RAW`.'],
    ['cap_add: ["${X}"]', 'Capabilities: the 14 default ones, as far as is known here.'],
    ['user: "5"', 'Capabilities: the 14 default ones; as its user is not root, they only bound what it can gain.'],
    [
      'privileged: true',
      '**Privileged**: every capability and device, no seccomp, no AppArmor; it is as good as root on the host.',
    ],
  ])('%j: %s', (text, line) => {
    expect(lines(`image: acme/a\n${text}`)).toContain(line);
  });
});

describe('host, ports and what is missing', () => {
  test.each([
    ['volumes: [data:/x, /anonymous]', 'Mounts: 2 volumes, nothing of the host.'],
    ['volumes: ["/etc:/e:ro"]', 'Of the host: `/etc` (read-only).'],
    ['use_api_socket: true', 'Of the host: **the socket of Docker** (`use_api_socket`).'],
    ['ports: [{target: 80, published: 81, host_ip: 127.0.0.1}]', 'Published: `81:80` at 127.0.0.1.'],
    ['network_mode: host\nuts: host', "Shares **the host's** network and host name."],
    ['read_only: true\ncap_drop: [ALL]\nmem_limit: 1g\npids_limit: 1', 'Missing: `no-new-privileges` and limits on processors.'],
    ['platform: windows', 'Missing: limits on memory, processors and processes.'],
  ])('%j: %s', (text, line) => {
    expect(lines(`image: acme/a\n${text}`)).toContain(line);
  });

  test('ports have no effect on the host network', () => {
    expect(lines('image: a\nnetwork_mode: host\nports: ["80:80"]').join()).not.toContain('Published');
  });
});

describe('parts that stand elsewhere', () => {
  test.each([
    ['ports: ["80:80"]', 'A part of a service: another file may add to it.'],
    ['extends: {service: b, file: o.yaml}', 'Inherits: `extends` `b` of `o.yaml`, which is not known.'],
  ])('%j: %s', (text, line) => {
    expect(lines(text)).toContain(line);
    expect(lines(text).join()).not.toContain('Missing');
  });
});

test.each(['image: a', 'services:', 'networks:'])('nothing is said on %s', (token) => {
  const text = 'services:\n  web:\n    image: a\nnetworks:\n  n:\n';
  expect(describeCompose(compose(text), text.indexOf(token) + 1, TODAY)).toBeUndefined();
});

test('no half-typed text throws, and no more than eight lines are told', () => {
  const text =
    'services:\n  web:\n    image: a:${X:-1\n    ports: [80:]\n    volumes: [{type: bind}, ":"]\n    extends: web\n    user: :\n    deploy: {resources: 1}\n';
  for (let end = 0; end <= text.length; end++) {
    const found = describeCompose(compose(text.slice(0, end)), Math.min(14, end), TODAY);
    expect(found?.lines.length ?? 0).toBeLessThanOrEqual(8);
  }
});
