// How a test says what it found.

import assert from 'node:assert/strict';

const SHOWN = 40;

/** Fails with the problems, one a line, when there are any. */
export function expectNone(problems) {
  const unique = [...new Set(problems)];
  if (unique.length === 0) return;
  const more = unique.length > SHOWN ? [`… and ${unique.length - SHOWN} more`] : [];
  assert.fail([`${unique.length} problem(s)`, ...unique.slice(0, SHOWN), ...more].join('\n'));
}
