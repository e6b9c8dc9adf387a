import { describe, expect, it } from 'vitest';
import { MappedText } from '../../../server/src/core/mapped-text.ts';
import { storedCredential } from '../../../server/src/knowledge/credential-commands.ts';
import { readsCredentialFile, secretInFile } from '../../../server/src/knowledge/credential-files.ts';
import { PACKAGE_MANAGERS, unpinnedPackages } from '../../../server/src/knowledge/package-managers.ts';
import { systemUpdate } from '../../../server/src/knowledge/system-updates.ts';
import { parseShell } from '../../../server/src/shell/parse.ts';

function command(text: string) {
  const [first] = parseShell(MappedText.of(text, { start: 0, end: text.length }), 'posix').commands;
  if (!first) throw new Error(`${text} is no command`);
  return first;
}

describe('secretInFile', () => {
  it.each([
    ['.env', 'credential'],
    ['config/.env.production', 'credential'],
    ['.env*', 'credential'],
    ['certs/*.key', 'credential'],
    ['/root/.ssh/', 'credential'],
    ['.npmrc', 'settings'],
    ['.git', 'history'],
    ['./repo/.git/', 'history'],
    ['.env.example', undefined],
    ['.gitignore', undefined],
    ['/root/.ssh/known_hosts', undefined],
    ['/root/.ssh/config', undefined],
    ['nginx_signing.key', undefined],
    ['/etc/apt/keyrings/x.key', undefined],
    ['truststore.jks', undefined],
    ['.yarnrc.yml', undefined],
    ['ca-bundle.pem', undefined],
    ['', undefined],
  ])('%j: %s', (path, kind) => expect(secretInFile(path)).toBe(kind));

  it('knows who reads it', () => {
    expect(readsCredentialFile('npm', '/app/.npmrc')).toBe(true);
    expect(readsCredentialFile('git', '/root/.ssh/id_rsa')).toBe(true);
    expect(readsCredentialFile('make', '/app/.npmrc')).toBe(false);
  });
});

describe('storedCredential', () => {
  it.each([
    ['aws --profile x configure set aws_secret_access_key y', 'aws configure set'],
    ['gcloud auth activate-service-account --key-file=k', 'gcloud auth activate-service-account'],
    ['az login -u a --password=b', 'az login'],
    ['docker login -u a --password-stdin', 'docker login'],
    ['npm config set //r.example.com/:_authToken=x', 'npm config set'],
    ['git clone https://x:$T@example.com/a', 'git clone'],
    ['gh auth login --with-token', 'gh auth login'],
    ['aws configure set region x', undefined],
    ['az login --identity', undefined],
    ['docker login example.com', undefined],
    ['npm set registry https://example.com', undefined],
    ['git config user.name x', undefined],
    ['cargo login', undefined],
  ])('%s', (text, name) => expect(storedCredential(command(text))?.command).toBe(name));
});

describe('unpinnedPackages', () => {
  it.each([
    ['apt', 'apt-get install -y a b=1 c/stable d- ./e.deb $F', ['a']],
    ['apt', 'apt-get update', []],
    ['apk', 'apk add --virtual x -X https://e a b~1 !c', ['a']],
    [
      'pip',
      'python3 -m pip install a b==1 "c>=2" d.whl . git+https://u:p@h/e.git git+https://h/f.git@v1',
      ['a', 'git+https://u:p@h/e.git'],
    ],
    ['pip', 'pip install a -c constraints.txt', []],
    ['npm', 'npm install a b@1 @c/d @c/e@2 f@latest ./g h/i', ['a', '@c/d', 'f@latest', 'h/i']],
    ['gem', 'gem install a b:1 -- --with x', ['a']],
    ['gem', 'gem install a --version=1', []],
    ['dnf', 'dnf -y install a b-1.2 java-11-openjdk gcc-c++-1.1.1 m:9 @g', ['a', 'java-11-openjdk']],
    ['zypper', "zypper in a 'b>=1'", ['a']],
    ['go', 'go install -tags x a.b/c@latest a.b/d@v1 a.b/e', ['a.b/c@latest']],
  ] as const)('%s: %s', (manager, text, expected) =>
    expect(unpinnedPackages(command(text), PACKAGE_MANAGERS[manager]).map(({ value }) => value)).toEqual(expected),
  );
});

describe('systemUpdate', () => {
  it.each([
    ['apt-get -qq update', 'index'],
    ['apk update', 'index'],
    ['pacman -Sy', 'index'],
    ['pacman -Syu', 'upgrade'],
    ['yum -y update', 'upgrade'],
    ['zypper --non-interactive dup', 'upgrade'],
    ['yum update openssl', undefined],
    ['pacman -Syu nginx', undefined],
    ['npm update', undefined],
  ])('%s', (text, does) => expect(systemUpdate(command(text))?.does).toBe(does));
});
