#!/usr/bin/env node
// Installs, from Debian's packages, the editors that the tests of docs/editors.md start. Usage: node scripts/editors.mjs [EDITOR…]
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** For each editor a test that it is there with all it needs, and the packages that bring it; `optional`: not in every Debian. */
const EDITORS = {
  neovim: { check: ['nvim', '--version'], packages: ['neovim'], optional: [] },
  emacs: {
    check: [
      'emacs',
      '--batch',
      '-f',
      'package-activate-all',
      '--eval',
      "(progn (require 'eglot) (require 'yaml-mode) (require 'dockerfile-mode) (kill-emacs 0))",
    ],
    packages: ['emacs-nox', 'elpa-yaml-mode', 'elpa-dockerfile-mode'],
    // Part of Emacs since version 29.
    optional: ['elpa-eglot'],
  },
};
const APT = ['-o', 'DPkg::Lock::Timeout=180'];

/**
 * Makes sure that the editors are there; does nothing when they are.
 * @param {(keyof typeof EDITORS)[]} [names] all when left out
 * @throws an Error with one line that says what is missing and what to do
 */
function ensureEditors(names = Object.keys(EDITORS)) {
  const missing = names.filter((name) => !works(name));
  if (missing.length === 0) return;
  const wanted = missing.flatMap((name) => EDITORS[name].packages);
  const advice = `install ${wanted.join(' ')}`;
  if (!existsSync('/usr/bin/apt-get')) throw new Error(`${missing.join(' and ')} can't be started: ${advice}.`);
  if (process.getuid?.() !== 0) throw new Error(`${missing.join(' and ')} can't be started, and only root can ${advice}.`);
  console.error(`editors: installing ${wanted.join(' ')} with apt-get …`);
  // A failing update of one source need not matter: the install says whether it did.
  apt('update');
  const optional = missing.flatMap((name) => EDITORS[name].optional).filter(isKnown);
  const { status, stderr } = apt('install', '-y', '--no-install-recommends', ...wanted, ...optional);
  const still = missing.filter((name) => !works(name));
  if (still.length === 0) return;
  const reason = stderr.trim().split('\n').at(-1) || `apt-get ended with ${status}`;
  throw new Error(`${still.join(' and ')} can't be started after apt-get install ${wanted.join(' ')}: ${reason}`);
}

function works(name) {
  const [program, ...args] = EDITORS[name].check;
  return spawnSync(program, args, { stdio: 'ignore', timeout: 60_000 }).status === 0;
}

function isKnown(name) {
  const { stdout } = spawnSync('apt-cache', ['show', '--no-all-versions', name], { encoding: 'utf8' });
  return (stdout ?? '').includes(`Package: ${name}`);
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stderr } = spawnSync('apt-get', [...APT, ...args], { env, encoding: 'utf8' });
  return { status, stderr: stderr ?? '' };
}

try {
  ensureEditors(process.argv.length > 2 ? process.argv.slice(2) : undefined);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
