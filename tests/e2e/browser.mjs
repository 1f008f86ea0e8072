// One browser per test file, and pages visited side by side.

import { chromium } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How many pages are open at a time. */
const LANES = 3;

/** Debian's Chromium, or the one that CHROMIUM names. */
export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGUMENTS });
}

/** The heights that go with the two widths every page is looked at. */
export const VIEWPORTS = { 390: { width: 390, height: 844 }, 1280: { width: 1280, height: 900 } };

/**
 * Opens every item (anything with a `path`) below `base` in its own lane of a fresh context and calls
 * `look(page, item, noise)`. `noise` is what the browser complained about while the page loaded.
 * Returns all problems, each beginning with the path of its page.
 */
export async function visit({ browser, base, options, items, look }) {
  const context = await browser.newContext(options);
  const queue = [...items];
  const problems = [];
  const lane = async () => {
    const page = await context.newPage();
    const noise = listen(page, base);
    for (let item = queue.shift(); item; item = queue.shift()) {
      noise.length = 0;
      await page.goto(base + item.path, { waitUntil: 'load' });
      const found = await look(page, item, noise);
      problems.push(...found.map((problem) => `${item.path}: ${problem}`));
    }
  };
  try {
    await Promise.all(Array.from({ length: LANES }, lane));
  } finally {
    await context.close();
  }
  return problems.sort();
}

/** Everything a clean page never causes: messages, dialogs, script errors, failed requests, requests to elsewhere. */
function listen(page, base) {
  const noise = [];
  page.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) noise.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('dialog', (dialog) => {
    noise.push(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  page.on('pageerror', (error) => noise.push(`script error: ${error.message}`));
  page.on('requestfailed', (request) => noise.push(`failed request: ${request.url()} ${request.failure()?.errorText}`));
  page.on('response', (response) => {
    if (response.status() >= 400) noise.push(`answer ${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !url.startsWith('data:')) noise.push(`request outside the site: ${url}`);
  });
  return noise;
}
