import { describe, expect, it } from 'vitest';
import { moveToSecret, requireVariable } from '../../../server/src/compose/edit/secrets.ts';
import {
  addServiceItems,
  type FixText,
  removeServiceItem,
  removeServiceKey,
  setPortAddress,
  setServiceItem,
} from '../../../server/src/compose/edit.ts';
import type { ComposeFile } from '../../../server/src/compose/model/model.ts';
import type { EffectiveService } from '../../../server/src/compose/model/service.ts';
import { type FixOffer, isRefusal } from '../../../server/src/core/finding.ts';
import { applyEdits } from '../../../server/src/core/text-edit.ts';
import { compose } from './read.ts';

const TEXT: FixText = { title: 'fix', safety: 'hardening' };

type Edit = (service: EffectiveService, file: ComposeFile) => FixOffer;
type Row = readonly [what: string, edit: Edit, before: string, after: string];

/** What an edit of the service `web` makes of a file, or the reason it is refused for, in `<…>`. */
function after(edit: Edit, text: string): string {
  const file = compose(text);
  const service = file.service('web');
  if (!service) throw new Error('no service web');
  const made = edit(service, file);
  return isRefusal(made) ? `<${made.refused}>` : applyEdits(text, made.edits);
}

const removePrivileged: Edit = (s) => removeServiceKey(s, 'privileged', TEXT);
const dropAll: Edit = (s) => addServiceItems(s, { cap_drop: ['ALL'] }, TEXT);
const dropAndAdd: Edit = (s) => addServiceItems(s, { cap_drop: ['ALL'], cap_add: ['CHOWN', 'KILL'] }, TEXT);
const firstVolume: Edit = (s) => removeServiceItem(s, s.volumes.items[0]?.at ?? s.nameAt, TEXT);
const firstOption: Edit = (s) => setServiceItem(s, s.securityOpt.items[0]?.at ?? s.nameAt, 'no-new-privileges:true', TEXT);
const bind =
  (address = '127.0.0.1'): Edit =>
  (s) => {
    const port = s.ports.items[0];
    return port ? setPortAddress(s, port, address, TEXT) : { title: '', refused: 'no port' };
  };
const first = (s: EffectiveService) => {
  const [entry] = s.environment.items;
  if (entry?.name.kind !== 'known') throw new Error('no environment');
  return { entry, name: entry.name.value };
};
const require: Edit = (s) => requireVariable(s, first(s).entry, first(s).name);
const move: Edit = (s, f) => moveToSecret(f, s, first(s).entry, first(s).name, `${first(s).name}_FILE`);

const web = (body: string): string => `services:\n  web:\n    image: x\n${body}`;

const ROWS: readonly Row[] = [
  ['a key goes with its comment', removePrivileged, web('    privileged: true # why\n    user: a\n'), web('    user: a\n')],
  [
    'a key goes from braces',
    removePrivileged,
    'services: {web: {image: x, privileged: true}}\n',
    'services: {web: {image: x}}\n',
  ],
  [
    'Windows line endings stay',
    removePrivileged,
    'services:\r\n  web:\r\n    image: x\r\n    privileged: true\r\n',
    'services:\r\n  web:\r\n    image: x\r\n',
  ],
  [
    'not what an anchor would set again',
    removePrivileged,
    'x: &x {privileged: true}\nservices:\n  web:\n    <<: *x\n    image: x\n    privileged: on\n',
    '<without it, `privileged` would come from an anchor or an extended service>',
  ],
  [
    'not what comes by a merge key',
    removePrivileged,
    'x: &x {privileged: true}\nservices:\n  web:\n    <<: *x\n    image: x\n',
    '<`privileged` comes from the anchor `x`: change it there, for everything that uses it>',
  ],
  [
    'not what comes by extends',
    removePrivileged,
    'services:\n  base: {image: x, privileged: true}\n  web: {extends: base}\n',
    '<`privileged` comes from the service `base`, which this one extends: change it there>',
  ],
  ['a missing list is made', dropAll, web(''), web('    cap_drop:\n      - ALL\n')],
  [
    'in the style of the file',
    dropAll,
    'services:\n    web:\n        image: x\n        dns:\n        - a\n',
    'services:\n    web:\n        image: x\n        dns:\n        - a\n        cap_drop:\n        - ALL\n',
  ],
  ['in braces', dropAll, 'services: {web: {image: x}}', 'services: {web: {image: x, cap_drop: [ALL]}}'],
  ['an empty list is filled', dropAll, web('    cap_drop: []\n'), web('    cap_drop: [ALL]\n')],
  ['a key without value is filled', dropAll, web('    cap_drop: # none\n'), web('    cap_drop: # none\n      - ALL\n')],
  ['a list grows', dropAll, web('    cap_drop:\n    - KILL # c\n'), web('    cap_drop:\n    - KILL # c\n    - ALL\n')],
  [
    'two lists at once',
    dropAndAdd,
    web('    cap_add: [NET_RAW]\n'),
    web('    cap_add: [NET_RAW, CHOWN, KILL]\n    cap_drop:\n      - ALL\n'),
  ],
  [
    'not the list of an anchor',
    dropAll,
    'x: &x [KILL]\nservices:\n  web:\n    image: x\n    cap_drop: *x\n',
    '<`cap_drop` comes from the anchor `x`: change it there, for everything that uses it>',
  ],
  ['not a list that is reset', dropAll, web('    cap_drop: !reset []\n'), '<`cap_drop` has the tag `!reset`>'],
  ['an item goes', firstVolume, web('    volumes:\n      - /a:/b\n      - c:/d\n'), web('    volumes:\n      - c:/d\n')],
  [
    'the key goes with the last item',
    firstVolume,
    web('    volumes:\n      - type: bind\n        source: /a\n        target: /b\n    user: a\n'),
    web('    user: a\n'),
  ],
  [
    'an empty list that hides another stays',
    firstVolume,
    'x: &x {volumes: ["/e:/f"]}\nservices:\n  web:\n    <<: *x\n    image: x\n    volumes: ["/a:/b"]\n',
    'x: &x {volumes: ["/e:/f"]}\nservices:\n  web:\n    <<: *x\n    image: x\n    volumes: []\n',
  ],
  [
    'an item is set',
    firstOption,
    web("    security_opt: ['no-new-privileges:false']\n"),
    web("    security_opt: ['no-new-privileges:true']\n"),
  ],
  ['a port', bind(), web('    ports:\n      - 8080:80 # c\n'), web('    ports:\n      - "127.0.0.1:8080:80" # c\n')],
  ['a quoted port', bind(), web("    ports: ['8080:80/udp']\n"), web("    ports: ['127.0.0.1:8080:80/udp']\n")],
  ['a range', bind(), web('    ports: ["3000-3005:3000-3005"]\n'), web('    ports: ["127.0.0.1:3000-3005:3000-3005"]\n')],
  ['a port that Docker picks', bind(), web('    ports: ["80"]\n'), web('    ports: ["127.0.0.1::80"]\n')],
  ['an address', bind(), web('    ports: ["0.0.0.0:80:80"]\n'), web('    ports: ["127.0.0.1:80:80"]\n')],
  ['an IPv6 address', bind('::1'), web("    ports: ['[::]:80:80']\n"), web("    ports: ['[::1]:80:80']\n")],
  ['a port by variable', bind(), web('    ports: ["${PORT:-8080}:80"]\n'), web('    ports: ["127.0.0.1:${PORT:-8080}:80"]\n')],
  [
    'not an address by variable',
    bind(),
    web('    ports: ["${IP:-0.0.0.0}:80:80"]\n'),
    '<the value comes from a variable: set it there>',
  ],
  [
    'not an address inside a variable',
    bind(),
    web('    ports: ["${LISTEN:-0.0.0.0:80}:80"]\n'),
    '<the value comes from a variable: set it there>',
  ],
  [
    'a long port',
    bind(),
    web('    ports:\n      - target: 80\n'),
    web('    ports:\n      - target: 80\n        host_ip: "127.0.0.1"\n'),
  ],
  [
    'a long address',
    bind(),
    web('    ports: [{target: 80, host_ip: 0.0.0.0}]\n'),
    web('    ports: [{target: 80, host_ip: "127.0.0.1"}]\n'),
  ],
  [
    'a secret',
    require,
    web('    environment:\n      KEY: s3cret # c\n'),
    web('    environment:\n      KEY: ${KEY:?set KEY} # c\n'),
  ],
  ['a secret in braces', require, web('    environment: {KEY: s3cret}\n'), web('    environment: {KEY: "${KEY:?set KEY}"}\n')],
  [
    'a secret in a list',
    require,
    web('    environment:\n      - KEY=s3cret\n'),
    web('    environment:\n      - KEY=${KEY:?set KEY}\n'),
  ],
  [
    'a default',
    require,
    web('    environment:\n      KEY: "${OTHER:-s3cret}"\n'),
    web('    environment:\n      KEY: "${OTHER:?set OTHER}"\n'),
  ],
  [
    'a password in a URL',
    require,
    web('    environment:\n      DB_URL: db://a:s3cret@h/d\n'),
    web('    environment:\n      DB_URL: db://a:${DB_PASSWORD:?set DB_PASSWORD}@h/d\n'),
  ],
  ['not a mixture', require, web('    environment:\n      KEY: ${A}-s3cret\n'), '<the value mixes the secret with variables>'],
  [
    'a secret file',
    move,
    web('    environment:\n      KEY: s3cret\n'),
    `${web('    environment:\n      KEY_FILE: /run/secrets/key\n    secrets:\n      - key\n')}secrets:\n  key:\n    file: ./secrets/key\n`,
  ],
  [
    'a secret file beside others',
    move,
    `${web('    environment: ["KEY=s3cret"]\n    secrets: [a]\n')}secrets:\n  a: {file: a}\n  key: {file: b}\n`,
    `${web('    environment: ["KEY_FILE=/run/secrets/web_key"]\n    secrets: [a, web_key]\n')}secrets:\n  a: {file: a}\n  key: {file: b}\n  web_key:\n    file: ./secrets/web_key\n`,
  ],
];

describe('edits of a service', () => {
  for (const [what, edit, before, expected] of ROWS) it(what, () => expect(after(edit, before)).toBe(expected));
});
