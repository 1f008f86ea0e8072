// What can be wrong with the text of a laid-out page. `layoutProblems` runs inside the page: it is sent there as
// source text, so it uses nothing from outside itself.

/**
 * Says which texts are cut, squeezed, stick out of their box or the window, are too small, or lie upon one another.
 * `smallest` is in CSS pixels as rendered. With `paper`, nothing may need scrolling.
 */
export function layoutProblems({ smallest, paper }) {
  const SLACK = 1.5;
  const problems = [];
  const width = document.documentElement.clientWidth;
  const styles = new Map();
  const style = (element) => styles.get(element) ?? styles.set(element, getComputedStyle(element)).get(element);

  const name = (text) => `"${text.trim().replace(/\s+/g, ' ').slice(0, 30)}"`;
  const pixels = (number) => Math.round(number * 10) / 10;

  const ancestors = (element) => {
    const found = [];
    for (let at = element; at && at !== document.body; at = at.parentElement) found.push(at);
    return found;
  };

  // Text for screen readers only sits in a box of a pixel or so; a skip link waits outside the window for the focus.
  const isForEarsOnly = (element) =>
    ancestors(element).some((at) => {
      const box = at.getBoundingClientRect();
      const tiny = style(at).position === 'absolute' && box.width <= 2 && box.height <= 2;
      const waiting = at.matches('a[href^="#"]') && (box.bottom <= 0 || box.right <= 0);
      return tiny || waiting;
    });

  const isSeen = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true }) && !isForEarsOnly(element);

  // Fonts reserve more height than glyphs use, Chinese ones half an em more: only the core of a line counts.
  const core = (rect, size, upright) => {
    const half = size * 0.35;
    const [x, y] = [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2];
    return upright
      ? { left: rect.left, right: rect.right, top: y - half, bottom: y + half }
      : { left: Math.max(rect.left, x - half), right: Math.min(rect.right, x + half), top: rect.top, bottom: rect.bottom };
  };

  const collect = () => {
    const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || element.closest('script,style,title,desc,noscript,option') || !isSeen(element)) continue;
      texts.push(measure(node, element));
    }
    return texts.filter((text) => text.rects.length > 0);
  };

  const measure = (node, element) => {
    const svg = element.closest('svg');
    const matrix = svg ? element.getScreenCTM() : null;
    const scale = matrix ? Math.hypot(matrix.a, matrix.b) : 1;
    const size = parseFloat(style(element).fontSize) * scale;
    const upright = !matrix || Math.abs(matrix.b) < Math.abs(matrix.a);
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = svg ? [element.getBoundingClientRect()] : [...range.getClientRects()];
    const rects = boxes.filter((box) => box.width > 0.5 && box.height > 0.5).map((box) => core(box, size, upright));
    return { node, element, svg, size, rects, label: name(node.data) };
  };

  const checkSize = ({ size, label }) => {
    if (size < smallest - 0.05) problems.push(`${label} is ${pixels(size)} px, under ${smallest}`);
  };

  // A column too narrow for its words stands them upright, a letter or two a line.
  const checkSqueeze = ({ svg, rects, size, label }) => {
    const widest = Math.max(...rects.map((rect) => rect.right - rect.left));
    if (!svg && rects.length >= 4 && widest < size * 2.5) problems.push(`${label} is squeezed into ${rects.length} lines`);
  };

  const sticksOut = (rect, box) =>
    Math.max(box.left - rect.left, rect.right - box.right, box.top - rect.top, rect.bottom - box.bottom);

  const checkDrawing = ({ svg, rects, label }) => {
    const box = svg.getBoundingClientRect();
    const out = Math.max(...rects.map((rect) => sticksOut(rect, box)));
    if (out > SLACK) problems.push(`${label} lies ${pixels(out)} px outside its drawing`);
  };

  const clips = (element) => /auto|scroll|hidden|clip/.test(style(element).overflowX + style(element).overflowY);
  const scrolls = (element) => /auto|scroll/.test(style(element).overflowX) && element.scrollWidth > element.clientWidth;
  const scroller = (element) => ancestors(element).find(scrolls);

  const checkWindow = ({ element, rects, label }) => {
    const box = scroller(element);
    if (box && !paper) {
      if (box.tabIndex < 0) problems.push(`${label} scrolls in a <${box.tagName.toLowerCase()}> that takes no focus`);
      return;
    }
    const out = Math.max(...rects.map((rect) => Math.max(-rect.left, rect.right - width)));
    if (out > SLACK) problems.push(`${label} lies ${pixels(out)} px outside the window`);
  };

  // The box that should hold the text: the nearest that is not inline.
  const checkBox = ({ element, svg, rects, label }) => {
    if (svg) return;
    const holder = ancestors(element).find((at) => !/^(inline|contents)/.test(style(at).display) || style(at).display === 'inline-block');
    if (!holder || scrolls(holder)) return;
    const box = holder.getBoundingClientRect();
    const out = Math.max(...rects.map((rect) => sticksOut(rect, box)));
    if (out > SLACK) problems.push(`${label} sticks ${pixels(out)} px out of its <${holder.tagName.toLowerCase()}>`);
  };

  const checkCut = ({ element, svg, rects, label }) => {
    const start = svg ? svg.parentElement : element;
    const cutter = ancestors(start).find((at) => clips(at) && (paper || !scrolls(at)));
    if (!cutter) return;
    const box = cutter.getBoundingClientRect();
    const out = Math.max(...rects.map((rect) => sticksOut(rect, box)));
    if (out > SLACK) problems.push(`${label} is cut by ${pixels(out)} px in a <${cutter.tagName.toLowerCase()}>`);
  };

  // What is scrolled out of sight covers nothing.
  const visiblePart = (rect, element) =>
    ancestors(element.closest('svg') ?? element).filter(clips).reduce((part, at) => intersect(part, at.getBoundingClientRect()), rect);

  const intersect = (one, other) => ({
    left: Math.max(one.left, other.left),
    right: Math.min(one.right, other.right),
    top: Math.max(one.top, other.top),
    bottom: Math.min(one.bottom, other.bottom),
  });
  const area = (rect) => Math.max(0, rect.right - rect.left) * Math.max(0, rect.bottom - rect.top);
  const floats = (element) => ancestors(element).some((at) => /fixed|sticky/.test(style(at).position));

  const checkOverlaps = (texts) => {
    const still = texts.filter((text) => !floats(text.element));
    const parts = still.flatMap((text) => text.rects.map((rect) => ({ text, rect: visiblePart(rect, text.element) })));
    const sorted = parts.filter((part) => area(part.rect) > 0).sort((a, b) => a.rect.top - b.rect.top);
    sorted.forEach((one, index) => {
      for (let next = index + 1; next < sorted.length && sorted[next].rect.top < one.rect.bottom; next += 1) {
        comparePair(one, sorted[next]);
      }
    });
  };

  const comparePair = (one, other) => {
    if (one.text === other.text) return;
    const share = area(intersect(one.rect, other.rect)) / Math.min(area(one.rect), area(other.rect));
    if (share > 0.2) problems.push(`${one.text.label} and ${other.text.label} lie upon one another`);
  };

  const texts = collect();
  for (const text of texts) {
    checkSize(text);
    checkSqueeze(text);
    if (text.svg) checkDrawing(text);
    checkWindow(text);
    checkBox(text);
    checkCut(text);
  }
  checkOverlaps(texts);
  const wide = document.documentElement.scrollWidth - width;
  if (wide > 0) problems.push(`the page is ${wide} px wider than the window`);
  if (texts.length === 0) problems.push('no text to be seen');
  return [...new Set(problems)];
}
