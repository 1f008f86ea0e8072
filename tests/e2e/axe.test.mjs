// Accessibility by rule: one page of every kind in light and dark, on a phone and on a desk.

import { AxeBuilder } from '@axe-core/playwright';
import { after, before, test } from 'node:test';
import { VIEWPORTS, launch, visit } from './browser.mjs';
import { expectNone } from './problems.mjs';
import { fileBase, representatives } from './site.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
let browser;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());

for (const colorScheme of ['light', 'dark']) {
  for (const width of Object.keys(VIEWPORTS)) {
    test(`axe, ${colorScheme}, ${width} px`, async () => {
      const options = { viewport: VIEWPORTS[width], colorScheme };
      // English differs in words, not in styles: it takes one turn per theme.
      const english = (colorScheme === 'light') === (width === '1280') ? representatives('en') : [];
      const items = [...representatives('zh-Hant'), ...english];
      expectNone(await visit({ browser, base: fileBase, options, items, look: examine }));
    });
  }
}

async function examine(page) {
  // Style sheets cannot be fetched again from a disk, hence no preload; one frame only, hence legacy mode.
  const axe = new AxeBuilder({ page }).withTags(TAGS).options({ preload: false }).setLegacyMode(true);
  const { violations, incomplete } = await axe.analyze();
  // Axe cannot decide the contrast of text in drawings or scrolled out of sight. The palette's ratios are tested where
  // the palette is; everything else has to be decided.
  const open = incomplete.filter((rule) => rule.id !== 'color-contrast');
  return [...violations.flatMap((rule) => report('violation', rule)), ...open.flatMap((rule) => report('unclear', rule))];
}

function report(word, rule) {
  const nodes = rule.nodes.slice(0, 5);
  return nodes.map((node) => `${word} ${rule.id}: ${rule.help}: ${node.target} ${node.html.slice(0, 120)}`);
}
