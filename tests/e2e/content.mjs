// What the words of a page must be like. `contentProblems` runs inside the page and uses nothing from outside itself.

/** Checks the page's language, its one heading, and that English navigation and headings carry no unmarked Chinese. */
export function contentProblems({ lang }) {
  const HAN = /\p{Script=Han}/u;
  const problems = [];
  const root = document.documentElement;
  if (root.lang !== lang) problems.push(`html[lang] is "${root.lang}", not "${lang}"`);

  const headings = [...document.querySelectorAll('h1')];
  const text = headings[0]?.textContent.trim() ?? '';
  if (headings.length !== 1) problems.push(`${headings.length} h1`);
  if (text === '') problems.push('the h1 is empty');
  if (lang.startsWith('zh') && !HAN.test(text)) problems.push(`the h1 has no Chinese: ${text}`);
  if (!document.title.trim()) problems.push('no title');
  if (!document.querySelector('nav[aria-label]')) problems.push('no nav[aria-label]');
  if (!document.querySelector('main')) problems.push('no main');

  const unmarked = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // A search term is quoted as customers typed it: nobody knows its language.
      const own = node.data.replace(/“[^”]*”/g, '');
      if (HAN.test(own) && node.parentElement.closest('[lang]').lang.startsWith('en')) found.push(node.data.trim());
    }
    return found;
  };
  if (lang.startsWith('en')) {
    const english = document.querySelectorAll('nav, body > header, body > footer, h1, h2, h3, h4, h5, h6');
    const found = [...english].flatMap(unmarked);
    problems.push(...new Set(found.map((words) => `unmarked Chinese in English navigation or heading: ${words.slice(0, 40)}`)));
  }
  return problems;
}
