// A shop in which every text tries to run a script: all of it is only ever text. The program under test builds it,
// OPSREPORT or the release build.

import { after, before, test } from 'node:test';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { VIEWPORTS, launch, visit } from './browser.mjs';
import { expectNone } from './problems.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const program = resolve(process.env.OPSREPORT ?? join(here, '../../target/release/opsreport'));

if (!existsSync(program)) throw new Error(`no program ${program}: build it first, or set OPSREPORT`);

const ATTACKS = [
  '<script>window.canary=1</script>',
  '"><img src=x onerror=window.canary=1>',
  "' onmouseover='window.canary=1' x='",
  '</title></script></textarea></svg><svg onload=window.canary=1>',
  '<a href="javascript:window.canary=1">go</a>',
  ']]>--><iframe srcdoc="<script>parent.canary=1</script>"></iframe>',
  '{% raw %}&lt;script&gt;{{',
];
const CANARY = `zq7 ${ATTACKS.join(' ')}`;
const text = JSON.stringify(CANARY);
const both = `{zh-Hant: ${text}, en: ${text}}`;

const MARKDOWN = `---
title: ${text}
tags: [${text}]
summary: ${text}
---

# ${CANARY}

${ATTACKS.join('\n\n')}

[go](javascript:window.canary=1) ![x](javascript:window.canary=1) [go](data:text/html,<script>window.canary=1</script>) \`${CANARY}\`
`;

const FILES = {
  'opsreport.yaml': `site: {title: ${both}, languages: [zh-Hant, en]}\ncurrency: USD\nsources: [{path: "results/*"}]\n`,
  'company.yaml': `
company: {id: shop, name: ${both}, reporting_currency: USD, timezone: Asia/Taipei}
goals: [{id: G, owner: lin, metric: sales, year: 2026, target: 1200.00 USD}]
allocation:
  goal: G
  product: {mug: 1}
  marketplace: {default: {US: 1}}
  month: {default: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}
`,
  'products.yaml': `products: [{id: mug, name: ${both}, status: live, skus: [{sku: M-1, name: ${text}}]}]\n`,
  'marketplaces.yaml': `marketplaces: [{id: US, name: ${both}, channel: amazon, domain: amazon.com, currency: USD}]\n`,
  'departments.yaml': `departments: [{id: ops, name: ${both}, lead: lin}]\npeople: [{id: lin, name: ${text}, dept: ops}]\n`,
  'results/october.csv': `date,marketplace,sku,units,sales,${csv(CANARY)}\n2026-10-01,US,M-1,3,30.00,${csv(CANARY)}\n2026-10-31,US,M-1,5,50.00,x\n`,
  'cycles/2026-10.yaml': `
cycle: {id: 2026-10, kind: month, from: 2026-10-01, to: 2026-10-31, status: open, owner: lin, message: ${both}}
plan: [{id: P-1, title: ${both}, metric: sales, target: auto, owner: lin, hypothesis: ${both}}]
do: [{id: D-1, plan: P-1, what: ${both}, owner: lin, from: 2026-10-01, to: 2026-10-31}]
check: [{id: C-1, plan: P-1, metric: sales, ac: auto, causes: [{id: C-1a, code: a, text: ${both}, whys: [${both}], evidence: [${text}]}]}]
act: [{id: A-1, causes: [C-1a], type: correct, what: ${both}, owner: lin, due: 2026-12-15}]
retrospective: {goal: ${both}, analysis: ${both}, insight: ${both}, next: ${both}}
`,
  "pages/<img src=x onerror='window.canary=1'>&.md": MARKDOWN,
};

let browser;
let folder;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  for (const [path, words] of Object.entries(FILES)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), words);
  }
  execFileSync(program, ['build', '--root', folder, '--out', join(folder, 'public'), '--today', '2026-11-22', '--quiet'], { stdio: 'pipe' });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('what tries to run is only ever text', async () => {
  const site = join(folder, 'public');
  const items = list(site).filter((path) => path.endsWith('.html')).map((path) => ({ path }));
  let told = 0;
  const look = async (page, item, noise) => {
    await page.locator('body').hover();
    const [ran, text, dead] = await page.evaluate(() => [
      window.canary !== undefined,
      document.body.innerText.includes('<script>window.canary=1</script>'),
      [...document.querySelectorAll('[href^="javascript:" i], [href^="data:text" i], iframe, [onerror], [onload], [onmouseover]')].length,
    ]);
    told += text ? 1 : 0;
    return [...noise, ...(ran ? ['a script ran'] : []), ...(dead ? [`${dead} elements that could run`] : [])];
  };
  const options = { viewport: VIEWPORTS[1280] };
  expectNone(await visit({ browser, base: `${pathToFileURL(site).href}/`, options, items, look }));
  expectNone(told >= 10 ? [] : [`only ${told} of ${items.length} pages show the texts: the test sees too little`]);
});

function csv(words) {
  return `"${words.replaceAll('"', '""')}"`;
}

function list(root, below = '') {
  const entries = readdirSync(join(root, below), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = below ? `${below}/${entry.name}` : entry.name;
    return entry.isDirectory() ? list(root, path) : [path];
  });
}
