// Reads tags and attributes out of the published HTML without a browser. The pages are machine-written and
// validated by html.test.mjs, so a small tokenizer is enough here.

const TAG = /<([a-zA-Z][\w:-]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*\/?>/g;
const ATTRIBUTE = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g;
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", '#x2F': '/' };

/** All start tags of a page, in order: `{ name, attributes, end }`, `end` being the offset behind the tag. */
export function tags(html) {
  const text = html.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length));
  return [...text.matchAll(TAG)].map((match) => ({
    name: match[1].toLowerCase(),
    attributes: attributes(match[2]),
    end: match.index + match[0].length,
  }));
}

/** The ids that a fragment link may point to. */
export function ids(pageTags) {
  return new Set(pageTags.map((tag) => tag.attributes.id).filter(Boolean));
}

function attributes(source) {
  const found = {};
  for (const [, name, double, single, bare] of source.matchAll(ATTRIBUTE)) {
    found[name.toLowerCase()] = decode(double ?? single ?? bare ?? '');
  }
  return found;
}

function decode(value) {
  return value.replace(/&(amp|lt|gt|quot|#39|#x27|#x2F);/g, (_, name) => ENTITIES[name]);
}
