// The published site under test: its files, its pages, a sample of them, and a server that puts it under a sub-path.

import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, posix, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { tags } from './markup.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The folder of the published site. */
export const SITE = resolve(process.env.SITE ?? join(here, '../../public'));

/** The folder of an archive's pages. */
export const ARCHIVED = /^archive\/[^/]+\/site\//;

/** Every file of the site as a path with `/`, sorted. */
export const files = existsSync(SITE) ? list('') : [];

/**
 * Every page: `{ path, lang, kind, bytes, html, tags }`. A page that only redirects is not a page to read, and the one
 * that a server shows for a wrong address belongs to no language and is linked from nowhere. Pages of archives are as
 * they were frozen, whatever pages must be today.
 */
export const pages = files
  .filter((path) => path.endsWith('.html') && path !== '404.html' && !ARCHIVED.test(path))
  .map(readPage)
  .filter((page) => !page.tags.some((tag) => tag.attributes['http-equiv']?.toLowerCase() === 'refresh'));

/** Every page of every archive that is published as it was, redirects among them. */
export const archived = files.filter((path) => path.endsWith('.html') && ARCHIVED.test(path)).map(readPage);

if (pages.length === 0) throw new Error(`no HTML page in ${SITE}: build the site first, or set SITE`);

/** The languages of the site as tests name them, with the value that `html[lang]` must have. */
export const LANGUAGES = { 'zh-Hant': 'zh-Hant-TW', en: 'en' };

/** The pages of one language. */
export function pagesIn(language) {
  return pages.filter((page) => page.lang === LANGUAGES[language]);
}

/** One page per kind, the heaviest, because it has the most that can go wrong. */
export function representatives(language) {
  const heaviest = new Map();
  for (const page of pagesIn(language)) {
    if (page.bytes > (heaviest.get(page.kind)?.bytes ?? 0)) heaviest.set(page.kind, page);
  }
  return [...heaviest.values()];
}

/** The address of the site on disk, ending in `/`. */
export const fileBase = `${pathToFileURL(SITE).href}/`;

/** Serves the site on loopback under `/a/b/`: `{ base, close }`. Nothing lies outside that sub-path. */
export async function serve() {
  const server = createServer(answer);
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${server.address().port}${PREFIX}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { base, close };
}

const PREFIX = '/a/b/';
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
};

function answer(request, response) {
  const path = new URL(request.url, 'http://site').pathname;
  const name = path.startsWith(PREFIX) ? path.slice(PREFIX.length).replace(/^$|\/$/, '$&index.html') : null;
  if (!files.includes(name)) return response.writeHead(404).end('not found');
  response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' });
  response.end(readFileSync(join(SITE, name)));
}

function list(folder) {
  const entries = readdirSync(join(SITE, folder), { withFileTypes: true });
  const found = entries.flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    return entry.isDirectory() ? list(path) : [path];
  });
  return found.sort();
}

function readPage(path) {
  const html = readFileSync(join(SITE, path), 'utf8');
  const pageTags = tags(html);
  const lang = pageTags.find((tag) => tag.name === 'html')?.attributes.lang ?? '';
  return { path, html, lang, kind: kindOf(path), bytes: statSync(join(SITE, path)).size, tags: pageTags };
}

// `en/product/cup.html` and `product/cup.html` are both of the kind `product`; `data.html` is its own kind.
function kindOf(path) {
  const [first] = path.replace(/^(en|zh|zh-hant|zh-tw|zh-hant-tw)\//, '').split('/');
  return first.replace(/\.html$/, '');
}
