// What can be said of the files alone: every link leads somewhere, nothing is loaded from elsewhere, nothing is inline.

import { test } from 'node:test';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { ids } from './markup.mjs';
import { LANGUAGES, SITE, files, pages } from './site.mjs';
import { expectNone } from './problems.mjs';

const LINKS = ['href', 'src', 'action', 'data', 'poster', 'xlink:href'];
const known = new Set(files);
const idsOf = new Map(pages.map((page) => [page.path, ids(page.tags)]));
const overPages = (check) => pages.flatMap((page) => check(page).map((problem) => `${page.path}: ${problem}`));

test('paths are plain', () => {
  expectNone(files.filter((path) => !/^[a-z0-9._/-]+$/.test(path)));
});

test('links are relative and lead to a file and an id that exist', () => {
  expectNone(overPages((page) => links(page).flatMap(([tag, value]) => linkProblem(page, tag, value))));
});

test('style sheets load nothing from elsewhere', () => {
  const sheets = files.filter((path) => path.endsWith('.css'));
  expectNone(sheets.flatMap((path) => styleProblems(path).map((problem) => `${path}: ${problem}`)));
});

test('nothing is inline: no style, no script, no handler', () => {
  expectNone(overPages((page) => page.tags.flatMap((tag) => inlineProblems(page, tag))));
});

test('every page carries the content security policy first', () => {
  expectNone(overPages((page) => (hasPolicy(page) ? [] : ['no strict policy before everything that loads'])));
});

test('every page can be reached from the first one', () => {
  const reached = reachable('index.html');
  expectNone(pages.map((page) => page.path).filter((path) => !reached.has(path)));
});

test('every page has a counterpart in the other language, and the way back', () => {
  expectNone(overPages((page) => counterpartProblems(page)));
});

function links(page) {
  return page.tags.flatMap((tag) =>
    LINKS.filter((name) => tag.attributes[name] !== undefined && tag.name !== 'meta').map((name) => [tag, tag.attributes[name]]),
  );
}

function linkProblem(page, tag, value) {
  if (/^webcal:/.test(value)) return calendarProblem(tag, value);
  if (/^(https:|mailto:)/.test(value)) return mayLeave(tag) ? [] : [`loads from elsewhere: ${value}`];
  if (value.startsWith('data:')) return tag.name === 'a' ? [`data link: ${value.slice(0, 60)}`] : [];
  if (/^[a-z][a-z0-9+.-]*:|^\//i.test(value)) return [`not a relative link: ${value}`];
  const { path, fragment } = target(page.path, value);
  if (!known.has(path)) return [`dead link: ${value}`];
  if (fragment === '') return [`link to an empty fragment: ${value}`];
  if (fragment !== undefined && !idsOf.get(path)?.has(fragment)) return [`no such id: ${value}`];
  return [];
}

// A calendar program keeps a calendar of this site up to date.
function calendarProblem(tag, value) {
  const isThere = [...known].some((path) => path.endsWith('.ics') && value.endsWith(`/${path}`));
  return tag.name === 'a' && isThere ? [] : [`no such calendar: ${value}`];
}

// Prose may link to the world; feeds and canonical addresses are absolute by nature and load nothing.
function mayLeave(tag) {
  return tag.name === 'a' || (tag.name === 'link' && /^(canonical|alternate)$/.test(tag.attributes.rel ?? ''));
}

// A link names a file, never a folder: from a disk, a folder opens no page.
function target(from, value) {
  const [address, fragment] = value.split('#', 2);
  const [name] = address.split('?', 1);
  const path = name === '' ? from : posix.join(posix.dirname(from), decodeURIComponent(name));
  return { path, fragment: fragment === undefined ? undefined : decodeURIComponent(fragment) };
}

function styleProblems(path) {
  const css = readFileSync(join(SITE, path), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const addresses = [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']/g)].map((m) => m[1] ?? m[2]);
  const files = addresses.filter((value) => !/^(#|data:)/.test(value));
  return files.filter((value) => /^[a-z]+:|^\//i.test(value) || !known.has(target(path, value).path)).map((value) => `loads ${value}`);
}

function inlineProblems(page, tag) {
  const handlers = Object.keys(tag.attributes).filter((name) => /^on[a-z]+$/.test(name) || name === 'style');
  const problems = handlers.map((name) => `<${tag.name}> has ${name}=`);
  if (tag.name === 'style') problems.push('<style> element');
  if (tag.name === 'script' && tag.attributes.src === undefined) problems.push('<script> without src');
  if (tag.name === 'script' && tag.attributes.type === 'module') problems.push('module script: blocked from a disk');
  if (tag.name === 'script' && !/^\s*<\/script/i.test(page.html.slice(tag.end))) problems.push('<script> with text');
  return problems;
}

function hasPolicy(page) {
  const [first] = page.tags.filter((tag) => /content-security-policy/i.test(tag.attributes['http-equiv'] ?? ''));
  const loading = page.tags.find((tag) => ['script', 'link', 'style', 'img'].includes(tag.name));
  const policy = first?.attributes.content ?? '';
  return policy.includes("default-src 'none'") && !policy.includes('unsafe-') && first.end < (loading?.end ?? Infinity);
}

function reachable(start) {
  const reached = new Set([start]);
  const byPath = new Map(pages.map((page) => [page.path, page]));
  for (const path of reached) {
    const page = byPath.get(path);
    const anchors = page ? links(page).filter(([tag, value]) => tag.name === 'a' && !/^[a-z]+:/.test(value)) : [];
    anchors.forEach(([, value]) => reached.add(target(path, value).path));
  }
  return reached;
}

function counterpart(page) {
  const others = page.tags.filter((tag) => tag.name === 'a' && tag.attributes.hreflang && !sameLanguage(tag.attributes.hreflang, page.lang));
  return others.map((tag) => ({ path: target(page.path, tag.attributes.href ?? '').path, hreflang: tag.attributes.hreflang }));
}

function counterpartProblems(page) {
  if (!Object.values(LANGUAGES).includes(page.lang)) return [`html[lang] is "${page.lang}"`];
  const [other] = counterpart(page);
  if (!other) return ['no a[hreflang] to the other language'];
  const found = pages.find((candidate) => candidate.path === other.path);
  if (!found) return [`switch leads to ${other.path}, which is no page`];
  if (!sameLanguage(other.hreflang, found.lang)) return [`switch says ${other.hreflang}, leads to ${found.lang}`];
  return counterpart(found).some((back) => back.path === page.path) ? [] : [`${found.path} does not switch back`];
}

function sameLanguage(one, other) {
  return one.split('-')[0] === other.split('-')[0];
}
