// The calendar strip that every page carries, and the calendars and feeds that pages offer.

import { test } from 'node:test';
import { expectNone } from './problems.mjs';
import { files, pages } from './site.mjs';

const LARGEST = 2560;
const overPages = (check) => pages.flatMap((page) => check(page).map((problem) => `${page.path}: ${problem}`));

test('every page has a small calendar strip with the present week marked', () => {
  expectNone(overPages(stripProblems));
});

test('every department and person offers a calendar and a feed', () => {
  expectNone(overPages((page) => (/(^|\/)(departments|people)\//.test(page.path) ? subscriptionProblems(page) : [])));
});

test('no calendar and no feed is offered by no page', () => {
  const offered = new Set(pages.flatMap((page) => subscriptions(page).map((name) => `${page.lang} ${name}`)));
  const lost = files.filter((path) => /\.ics$|(^|\/)feeds\//.test(path)).filter((path) => {
    const lang = path.startsWith('en/') ? 'en' : 'zh-Hant-TW';
    return !offered.has(`${lang} ${path.replace(/^en\//, '')}`);
  });
  expectNone(lost);
});

function stripProblems(page) {
  const strip = page.html.match(/<section class="strip"[\s\S]*?<\/section>/g) ?? [];
  if (strip.length !== 1) return [`${strip.length} strips`];
  const [html] = strip;
  const problems = [];
  const size = Buffer.byteLength(html);
  if (size > LARGEST) problems.push(`the strip has ${size} bytes`);
  const weeks = html.match(/<li[^>]*>W\d+ <small>/g) ?? [];
  if (weeks.length !== 13) problems.push(`${weeks.length} weeks`);
  if (!/<li class="now" aria-current="date">W47 <small>11-16</.test(html)) problems.push('this week is not marked');
  if (!/<section class="strip" aria-label="[^"]+" tabindex="0">/.test(html)) problems.push('it cannot be scrolled with the keyboard');
  return problems;
}

// Which files a page offers, as paths below the folder of its language.
function subscriptions(page) {
  const addresses = page.tags.filter((tag) => tag.name === 'a').map((tag) => tag.attributes.href ?? '');
  const own = addresses.filter((value) => /\.ics$|feeds\/.*\.xml$/.test(value) && !value.includes(':'));
  return own.map((value) => value.replace(/^(\.\.\/)*/, ''));
}

function subscriptionProblems(page) {
  const offered = subscriptions(page);
  const problems = [];
  if (!offered.some((value) => value.startsWith('calendars/'))) problems.push('no calendar');
  if (!offered.some((value) => value.startsWith('feeds/'))) problems.push('no feed');
  const inHead = page.tags.some((tag) => tag.name === 'link' && tag.attributes.type === 'application/atom+xml');
  if (!inHead) problems.push('no feed in the head');
  return problems;
}
