import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCredentials, isWeakPassword, judgeSecretValue, looksLikeSecretName } from '../../../server/src/knowledge/secrets.ts';

// Put together at run time, so that no scanner takes this file for a leak.
const letters = (n: number) => 'aB3dE5gH7jK9mN1pQ2sT4vW6yZ8bC0fX'.repeat(10).slice(0, n);
const hex = (n: number) => '0123456789abcdef'.repeat(10).slice(0, n);
const samples: [string, string][] = [
  ['AWS access key', `AKIA${'ABCDEFGH2345QRST'}`],
  ['AWS access key', `ASIA${'ABCDEFGH2345QRST'}`],
  ['GitHub token', `ghp_${letters(36)}`],
  ['GitHub token', `gho_${letters(36)}`],
  ['GitHub token', `github_pat_${letters(82)}`],
  ['GitLab token', `glpat-${letters(20)}`],
  ['Slack token', `xoxb-${'1'.repeat(11)}-${letters(20)}`],
  ['Stripe key', `sk_live_${letters(24)}`],
  ['Google API key', `AIza${letters(35)}`],
  ['SendGrid key', `SG.${letters(22)}.${letters(43)}`],
  ['npm token', `npm_${letters(36)}`],
  ['PyPI token', `pypi-${letters(60)}`],
  ['Docker Hub token', `dckr_pat_${letters(27)}`],
  ['Hugging Face token', `hf_${letters(34)}`],
  ['OpenAI key', `sk-proj-${letters(48)}`],
  ['Anthropic key', `sk-ant-api03-${letters(80)}`],
  ['API key', `sk-${letters(48)}`],
  ['Vault token', `hvs.${letters(40)}`],
  ['DigitalOcean token', `dop_v1_${hex(64)}`],
  ['JSON web token', `eyJ${letters(20)}.eyJ${letters(30)}.${letters(30)}`],
  ['private key', `-----BEGIN ${'RSA PRIVATE'} KEY-----\nMIIE`],
  ['private key', `-----BEGIN ${'OPENSSH PRIVATE'} KEY-----`],
  ['private key', `-----BEGIN ${'PRIVATE'} KEY-----`],
  ['password in a URL', 'postgres://app:s3cr3tpw@db:5432/x'],
  ['password in a URL', 'redis://:hunter22@cache:6379'],
  ['password in a URL', 'amqp://$USER:s3cr3tpw@mq'],
  ['password in a URL', 'https://user:p%40ss%21@host'],
  ['password in a URL', 'mysql://root:changeme@db'],
];

describe('looksLikeSecretName', () => {
  it.each([
    'PASSWORD',
    'DB_PASSWORD',
    'db.password',
    'dbPassword',
    'POSTGRES_PASSWORD',
    'PGPASSWORD',
    'MYSQL_ROOT_PASSWORD',
    'DB_PASS',
    'DB_PWD',
    'SOME_PSW',
    'SECRET',
    'SECRET_KEY',
    'SECRET_KEY_BASE',
    'JWT_SECRET',
    'client_secret',
    'clientSecret',
    'TOKEN',
    'GITHUB_TOKEN',
    'NPM_TOKEN',
    'HF_TOKEN',
    'accessToken',
    'TOKEN_PROD',
    'PASSWORD_1',
    'API_KEY',
    'APIKEY',
    'apiKey',
    'APIKey',
    'OPENAI_API_KEY',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_ACCESS_KEY_ID',
    'ENCRYPTION_KEY',
    'PRIVATE_KEY',
    'SSH_PRIVATE_KEY',
    'SIGNING_KEY',
    'GF_SECURITY_ADMIN_PASSWORD',
    'CREDENTIALS',
    'JWT',
    'AUTH_TOKEN',
    'REDISCLI_AUTH',
    'NEO4J_AUTH',
    'KEY_PASSPHRASE',
    'CONNECTION_STRING',
    'RABBITMQ_ERLANG_COOKIE',
    'RAILS_MASTER_KEY',
    'APP_KEY',
    'PASSWORD_HASH',
    'DOCKER_AUTH_CONFIG',
    'spring.datasource.password',
    'AZURE_CLIENT_SECRET',
    'MINIO_SECRET_KEY',
    'VAULT_TOKEN',
    'WORDPRESS_AUTH_SALT',
    'REGISTRY_PASS',
  ])('%s is one', (name) => expect(looksLikeSecretName(name)).toBe(true));

  it.each([
    '',
    'PATH',
    'PWD',
    'OLDPWD',
    'GOPRIVATE',
    'AUTHOR',
    'MONKEY',
    'KEY_NAME',
    'SSH_AUTH_SOCK',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'TRAVIS_SUDO',
    'JENKINS_USERNAME',
    'POSTGRES_PASSWORD_FILE',
    'SECRET_NAME',
    'SECRET_PATH',
    'TOKEN_URL',
    'TOKEN_TTL',
    'MAX_TOKENS',
    'TOKENS',
    'PASSWORD_MIN_LENGTH',
    'MYSQL_ALLOW_EMPTY_PASSWORD',
    'ALLOW_EMPTY_PASSWORD',
    'MYSQL_RANDOM_ROOT_PASSWORD_ENABLED',
    'RANDOM_PASSWORD',
    'PUBLIC_KEY',
    'NEXT_PUBLIC_TOKEN',
    'PUBLIC_KEY_PATH',
    'KEYBOARD',
    'keyboard',
    'server-tokens',
    'SORT_KEY',
    'PRIMARY_KEY',
    'KEY',
    'POSTGRES_HOST_AUTH_METHOD',
    'AUTH_ENABLED',
    'PASS_THROUGH',
    'BYPASS',
    'COMPASS',
    'TOKENIZER',
    'TOKENIZERS_PARALLELISM',
    'API_KEY_HEADER',
    'OAUTH_CLIENT_ID',
    'SECRETS_MANAGER_ARN',
    'PASSWORD_RESET_URL',
    'JWT_ISSUER',
    'JWT_ALGORITHM',
    'COOKIE_DOMAIN',
    'GPG_KEY',
    'REGISTRY_AUTH',
    'SMTP_AUTH',
    'PROXY_PASS',
    'MYSQL_RANDOM_ROOT_PASSWORD',
    'HTTP_HOST',
    'AUTHENTICATION',
    'VERIFY_TOKEN_PATH',
    'PIN',
    'SPINNER',
    'PYTHONHASHSEED',
    'constructor',
    '__proto__',
  ])('%s is none', (name) => expect(looksLikeSecretName(name)).toBe(false));
});

describe('findCredentials', () => {
  it.each(samples)('%s: %#', (label, value) => {
    const text = `x="${value}" y`;
    const found = findCredentials(text);
    expect(found.map((f) => f.label)).toEqual([label]);
    const at = found[0]?.span ?? { start: 0, end: 0 };
    expect(value).toContain(text.slice(at.start, at.end));
    expect(judgeSecretValue(value).kind).toBe('credential');
  });

  it('gives the password of a URL alone', () => {
    const text = 'a postgres://u:s3cr3t@h b redis://:other1@h';
    expect(findCredentials(text).map((f) => text.slice(f.span.start, f.span.end))).toEqual(['s3cr3t', 'other1']);
  });

  it.each([
    'postgres://app:$PW@db',
    'postgres://app:${PW:-x}@db',
    'postgres://${U:-a}:${P:-b}@db',
    'postgres://app:<password>@db',
    'postgres://app:****@db',
    'http://u:{{ .Values.pw }}@h',
    'postgres://app@db',
    'http://h:80/a@b',
    'git@github.com:a/b',
    `docker://node:20@sha256:${hex(64)}`,
    `node:20@sha256:${hex(64)}`,
    'AKIA',
    'ghp_short',
    'sk-learn',
    'eyJ',
    '-----BEGIN PUBLIC KEY-----',
    '-----BEGIN CERTIFICATE-----',
    hex(64),
    'scikit-learn==1.0',
    'npm_config_cache',
    'hf_home',
    'task-AbCdEfGhIjKlMnOpQrStUvWx',
    '',
  ])('finds none in %s', (text) => expect(findCredentials(text)).toEqual([]));

  it('never throws, and says nothing of the value', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...samples.map(([, v]) => v))), fc.string(), (a, b) => {
        for (const { label, span } of findCredentials(a + b)) {
          expect(span.start >= 0 && span.start < span.end && span.end <= a.length + b.length).toBe(true);
          expect(samples.some(([l]) => l === label) || /^[A-Z][\w ]+$/i.test(label)).toBe(true);
        }
        expect(JSON.stringify(judgeSecretValue(a))).not.toContain('s3cr3tpw');
        looksLikeSecretName(a);
      }),
    );
  });

  it('is quick on long text', () => {
    const start = performance.now();
    for (const text of [
      'a'.repeat(200_000),
      'a://'.repeat(50_000),
      '-----BEGIN A '.repeat(10_000),
      'eyJaaaaaaaaaa.'.repeat(10_000),
      'x:'.repeat(50_000),
      '/a'.repeat(50_000),
    ])
      judgeSecretValue(text);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('judgeSecretValue', () => {
  it.each<[string, string]>([
    ['', 'empty'],
    ['  ', 'empty'],
    ['$PW', 'reference'],
    ['${PW}', 'reference'],
    ['${PW:?needed}', 'reference'],
    ['$(PW)', 'reference'],
    ['{{ .Values.pw }}', 'reference'],
    ['%PW%', 'reference'],
    ['ENC[AES256,x]', 'reference'],
    ['vault:secret/data/x#y', 'reference'],
    ['op://vault/item/field', 'reference'],
    ['/run/secrets/pw', 'path'],
    ['./key.pem', 'path'],
    ['~/.ssh/id_rsa', 'path'],
    ['C:\\keys\\a.pem', 'path'],
    ['https://vault.example.com/v1', 'url'],
    ['true', 'flag'],
    ['No', 'flag'],
    ['42', 'flag'],
    ['30m', 'flag'],
    ['512Mi', 'flag'],
    ['none', 'flag'],
    ['<your password>', 'placeholder'],
    ['your-api-key', 'placeholder'],
    ['xxxx', 'placeholder'],
    ['****', 'placeholder'],
    ['TODO', 'placeholder'],
    ['changeme', 'placeholder'],
    ['put-key-here', 'placeholder'],
    ['wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'literal'],
    ['hunter2', 'literal'],
    ['correct horse battery', 'literal'],
    ['my_db_pass_2024', 'literal'],
    ['p@ss!word#1', 'literal'],
    ['123456', 'literal'],
    ['postgres', 'literal'],
  ])('%s is %s', (value, kind) => expect(judgeSecretValue(value).kind).toBe(kind));

  it('knows what attackers try first', () => {
    for (const weak of [
      'password',
      'Admin',
      'root',
      '123',
      '123456',
      '654321',
      '0000',
      'changeme',
      'CHANGE_ME',
      'minioadmin',
      'guest',
    ])
      expect(isWeakPassword(weak)).toBe(true);
    for (const strong of ['', '12', '9481', 'Tr0ub4dor&3', 'wJalrXUtnFEMI', '20']) expect(isWeakPassword(strong)).toBe(false);
    expect(judgeSecretValue('postgres')).toEqual({ kind: 'literal', weak: true });
    expect(judgeSecretValue('changeme')).toEqual({ kind: 'placeholder', weak: true });
    expect(judgeSecretValue('<pw>')).toEqual({ kind: 'placeholder', weak: false });
    expect(judgeSecretValue('hunter2x')).toEqual({ kind: 'literal', weak: false });
  });
});
