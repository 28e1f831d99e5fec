// Between offsets of a report, in code points, and places in the page, whose strings are UTF-16.
import { sentenceAt, sentencesOf } from './model.js';

/** UTF-16 length of the first `count` code points. */
export function unitsOf(text, count) {
  let at = 0;
  for (; count > 0 && at < text.length; count -= 1) at += text.codePointAt(at) > 0xffff ? 2 : 1;
  return at;
}

export function codePoints(text) {
  let count = 0;
  for (let at = 0; at < text.length; count += 1) at += text.codePointAt(at) > 0xffff ? 2 : 1;
  return count;
}

function textNodes(node) {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

// With `atEnd` a place between two nodes is the end of the first.
function pointAt(report, offset, atEnd) {
  const sentence = sentenceAt(report, atEnd ? offset - 1 : offset);
  if (!sentence) return null;
  let left = offset - sentence.begin;
  for (const node of textNodes(sentence.node)) {
    const size = codePoints(node.data);
    if (left < size || (atEnd && left === size)) return [node, unitsOf(node.data, left)];
    left -= size;
  }
  return null;
}

/** The range of a span; null when its text is not in the page. */
export function rangeOf(report, [begin, end]) {
  if (end <= begin) return null;
  const from = pointAt(report, begin, false);
  const to = pointAt(report, end, true);
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(...from);
  range.setEnd(...to);
  return range.collapsed ? null : range;
}

/** The span of a range that lies in one sentence; null for any other. */
export function spanOf(report, range) {
  const parent = range.startContainer.parentElement;
  const node = parent?.closest('.s');
  const sentence = node && sentencesOf(report).find((each) => each.node === node);
  if (!sentence || !node.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(node);
  before.setEnd(range.startContainer, range.startOffset);
  const begin = sentence.begin + codePoints(textOf(before));
  return [begin, begin + codePoints(textOf(range))];
}

/** All characters of the range, those that are not shown too. */
export const textOf = (range) => range.cloneContents().textContent;
