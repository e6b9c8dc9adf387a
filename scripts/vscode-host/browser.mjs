// The browser in which the workbench runs.
import { chromium } from 'playwright-core';
import { ensureChromium } from './install.mjs';

// Without these Chromium looks up its maker's hosts at every start, which a closed network refuses again and again;
// it can't use its sandbox as root.
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/**
 * Starts a headless Chromium with a profile of its own.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser() {
  return chromium.launch({ executablePath: await ensureChromium(), args: ARGUMENTS, headless: true });
}
