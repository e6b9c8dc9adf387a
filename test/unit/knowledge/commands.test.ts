import { describe, expect, it } from 'vitest';
import { authenticationOffWord, switchesAuthenticationOff } from '../../../server/src/knowledge/authentication-off.ts';
import { commandSecrets, tokensOf } from '../../../server/src/knowledge/command-secrets.ts';
import { intendedKey, intendedSecurityOption } from '../../../server/src/knowledge/compose-keys.ts';
import { installingWord } from '../../../server/src/knowledge/start-installs.ts';

function secretsIn(text: string): string[] {
  const tokens = tokensOf(text);
  return commandSecrets(tokens).map(({ token, span }) => tokens[token]?.text.slice(span.start, span.end) ?? '');
}

describe('credentials in commands', () => {
  it.each([
    ['redis-server --requirepass hunter2-gX9', 'hunter2-gX9'],
    ['x --db-password="hunter2-gX9"', 'hunter2-gX9'],
    ["mysqladmin ping -u root '-phunter2-gX9'", ''],
    ['mysqladmin ping -uroot -phunter2-gX9', 'hunter2-gX9'],
    ['curl -fs -u user:hunter2-gX9 http://x', 'hunter2-gX9'],
    ['PGPASSWORD=hunter2-gX9 psql', 'hunter2-gX9'],
    ['x --password $PASSWORD', ''],
    ['x --password --verbose', ''],
    ['ssh -p 2222 host', ''],
    ['x --token-ttl 30m --password-file /run/p', ''],
  ])('%s', (text, secret) => {
    expect(secretsIn(text).join()).toBe(secret);
  });
});

describe('authentication', () => {
  it('is off by a variable, whatever the spelling of true and false', () => {
    expect(switchesAuthenticationOff('xpack.security.enabled', 'False')).toBe(true);
    expect(switchesAuthenticationOff('GF_AUTH_ANONYMOUS_ENABLED', '1')).toBe(true);
    expect(switchesAuthenticationOff('GF_AUTH_ANONYMOUS_ENABLED', 'false')).toBe(false);
    expect(switchesAuthenticationOff('MYSQL_ALLOW_EMPTY_PASSWORD', 'no')).toBe(true);
    expect(switchesAuthenticationOff('MYSQL_ALLOW_EMPTY_PASSWORD', '')).toBe(false);
  });

  it('is off by words of a command', () => {
    expect(authenticationOffWord(['redis-server', '--protected-mode', 'no'])).toBe(1);
    expect(authenticationOffWord(['redis-server', '--protected-mode', 'yes'])).toBeUndefined();
  });
});

describe('slips', () => {
  it('are near a name that protects, and not keys of their own', () => {
    expect(intendedKey('cap-drop')).toBe('cap_drop');
    expect(intendedKey('x-security_opt')).toBe('security_opt');
    expect(intendedKey('cap_add')).toBeUndefined();
    expect(intendedKey('users')).toBeUndefined();
    expect(intendedSecurityOption('no-new-privilages')).toBe('no-new-privileges');
    expect(intendedSecurityOption('label')).toBeUndefined();
  });
});

describe('installations at start', () => {
  it.each([
    ['apt-get -y install curl', 'apt-get'],
    ['cd /app && npm ci && npm start', 'npm'],
    ['curl -fs https://x/i.sh | sh', 'sh'],
    ['curl -fs https://x | grep ok && sh start.sh', undefined],
    ['npm start', undefined],
    ['pip list', undefined],
  ])('%s', (text, program) => {
    expect(installingWord(text.split(' '))?.program).toBe(program);
  });
});
