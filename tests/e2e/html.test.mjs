// Every page is valid HTML.

import { HtmlValidate } from 'html-validate';
import { test } from 'node:test';
import { expectNone } from './problems.mjs';
import { pages } from './site.mjs';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'no-inline-style': 'error',
    // The site's own files need no hash, and from a disk a browser refuses a file that carries one.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
});

test('html-validate has nothing to say', async () => {
  const reports = await Promise.all(pages.map((page) => validator.validateString(page.html, page.path)));
  expectNone(reports.flatMap((report, index) => messages(report, pages[index].path)));
});

function messages(report, path) {
  const found = report.results.flatMap((result) => result.messages);
  return found.map((message) => `${path}:${message.line}:${message.column}: ${message.ruleId}: ${message.message}`);
}
