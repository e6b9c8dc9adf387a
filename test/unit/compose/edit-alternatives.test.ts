import { describe, expect, it } from 'vitest';
import { withAlternatives } from '../../../server/src/compose/edit/change.ts';
import { removeAt, setServicePath } from '../../../server/src/compose/edit/paths.ts';
import {
  addServiceItems,
  type FixText,
  removeServiceItem,
  removeServiceKey,
  setPortAddress,
} from '../../../server/src/compose/edit.ts';
import type { EffectiveService } from '../../../server/src/compose/model/service.ts';
import { type FixOffer, isRefusal } from '../../../server/src/core/finding.ts';
import { applyEdits } from '../../../server/src/core/text-edit.ts';
import { compose } from './read.ts';

const TEXT: FixText = { title: 'fix', safety: 'hardening' };

type Edit = (service: EffectiveService) => FixOffer;

/** All that is offered for the service `web`, by what is behind the title; the refusal comes first. */
function offers(edit: Edit, text: string, several = false): Record<string, string> {
  const service = compose(text).service('web');
  if (!service) throw new Error('no service web');
  const all = withAlternatives([edit(service)], several);
  return Object.fromEntries(
    all.map((offer) => [
      offer.title.slice(TEXT.title.length).trim(),
      isRefusal(offer) ? 'refused' : applyEdits(text, offer.edits),
    ]),
  );
}

const removePrivileged: Edit = (s) => removeServiceKey(s, 'privileged', TEXT);
const dropAll: Edit = (s) => addServiceItems(s, { cap_drop: ['ALL'] }, TEXT);
const removeFirst: Edit = (s) => removeServiceItem(s, s.capAdd.items[0]?.at ?? s.nameAt, TEXT);
const removeDriver: Edit = (s) => removeAt(s, s.logging.driver.at, TEXT);
const setUser: Edit = (s) => setServicePath(s, ['user'], 'app', TEXT);
const bind: Edit = (s) => {
  const [port] = s.ports.items;
  return port ? setPortAddress(s, port, '127.0.0.1', TEXT) : { title: '', refused: 'no port' };
};

describe('what a service inherits', () => {
  it('is removed at the anchor of a merge key, or switched off in the service', () => {
    const text = 'x-a: &a\n  privileged: true\n  init: true\nservices:\n  web:\n    <<: *a\n    image: x\n';
    expect(offers(removePrivileged, text)).toEqual({
      '': 'refused',
      'at the anchor `a`': text.replace('  privileged: true\n', ''),
      'for service `web` only': `${text}    privileged: false\n`,
    });
  });

  it('is removed at the anchor alone, where several services share the finding', () => {
    const text = 'x-a: &a {privileged: true, init: true}\nservices:\n  web:\n    <<: *a\n  b:\n    <<: *a\n';
    expect(Object.keys(offers(removePrivileged, text, true))).toEqual(['', 'at the anchor `a`']);
  });

  it('is replaced by a copy without the item', () => {
    const text = 'x-a: &a\n  cap_add: [SYS_ADMIN, KILL]\nservices:\n  web:\n    <<: *a\n    image: x\n';
    expect(offers(removeFirst, text)).toEqual({
      '': 'refused',
      'at the anchor `a`': text.replace('SYS_ADMIN, ', ''),
      'for service `web` only': `${text}    cap_add:\n      - KILL\n`,
    });
  });

  it('is changed in the list that an alias stands for', () => {
    const text = 'x-c: &c [SYS_ADMIN, KILL]\nservices:\n  web:\n    image: x\n    cap_add: *c\n';
    expect(offers(removeFirst, text)).toEqual({ '': 'refused', 'at the anchor `c`': text.replace('SYS_ADMIN, ', '') });
  });

  it('is changed in the service that is extended, or hidden by a value of its own', () => {
    const text = 'services:\n  base:\n    image: x\n    privileged: true\n  web:\n    extends: base\n';
    expect(offers(removePrivileged, text)).toEqual({
      '': 'refused',
      'in service `base`': text.replace('    privileged: true\n', ''),
      'for service `web` only': `${text}    privileged: false\n`,
    });
  });

  it('is added to where it is written, or in a copy', () => {
    const text = 'x-a: &a\n  cap_drop: [KILL]\nservices:\n  web:\n    <<: *a\n    image: x\n';
    expect(offers(dropAll, text)).toEqual({
      '': 'refused',
      'at the anchor `a`': text.replace('[KILL]', '[KILL, ALL]'),
      'for service `web` only': `${text}    cap_drop:\n      - KILL\n      - ALL\n`,
    });
  });

  it('is not added to at an anchor whose list another service hides', () => {
    const text = 'x-a: &a\n  cap_drop: [KILL]\nservices:\n  web:\n    <<: *a\n  b:\n    <<: *a\n    cap_drop: []\n';
    expect(Object.keys(offers(dropAll, text))).toEqual(['', 'for service `web` only']);
  });

  it('is removed below a mapping, or left out of a copy of it', () => {
    const text = 'x-a: &a\n  logging:\n    driver: none\n    options: {x: "1"}\nservices:\n  web:\n    <<: *a\n    image: x\n';
    expect(offers(removeDriver, text)).toEqual({
      '': 'refused',
      'at the anchor `a`': text.replace('    driver: none\n', ''),
      'for service `web` only': `${text}    logging:\n      options:\n        x: "1"\n`,
    });
  });
});

describe('what a variable gives', () => {
  it('is written in its place', () => {
    const text = 'services:\n  web:\n    image: x\n    user: ${USER_ID:-0}\n';
    expect(offers(setUser, text)).toEqual({ '': 'refused', 'in place of the variable': text.replace('${USER_ID:-0}', 'app') });
  });

  it('is written in its place in a port', () => {
    const text = 'services:\n  web:\n    image: x\n    ports: ["${BIND:-0.0.0.0}:80:80"]\n';
    expect(offers(bind, text)).toEqual({
      '': 'refused',
      'in place of the variable': text.replace('${BIND:-0.0.0.0}', '127.0.0.1'),
    });
  });

  it('is left alone where it may hold more than the address', () => {
    expect(offers(bind, 'services:\n  web:\n    image: x\n    ports: ["${BIND}:80"]\n')).not.toHaveProperty(
      'in place of the variable',
    );
  });
});
