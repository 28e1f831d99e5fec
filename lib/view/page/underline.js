// Lines below stretches of the text that may overlap: by the CSS Custom Highlight API, else by boxes laid over the text.
import { el } from './dom.js';

const shown = new Map();
const hasHighlights = typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight === 'function';

function boxes(name, ranges) {
  const laid = [];
  for (const range of ranges) {
    const article = range.startContainer.parentElement.closest('article');
    const origin = article.getBoundingClientRect();
    for (const rect of range.getClientRects()) {
      const box = el('div', { class: `underline ${name}`, 'aria-hidden': 'true' });
      box.style.left = `${rect.left - origin.left}px`;
      box.style.top = `${rect.top - origin.top}px`;
      box.style.width = `${rect.width}px`;
      box.style.height = `${rect.height}px`;
      article.append(box);
      laid.push(box);
    }
  }
  return laid;
}

/** Replaces what is underlined under this name. */
export function underline(name, ranges) {
  if (hasHighlights) {
    if (ranges.length > 0) CSS.highlights.set(name, new Highlight(...ranges));
    else CSS.highlights.delete(name);
    return;
  }
  for (const box of shown.get(name) ?? []) box.remove();
  shown.set(name, boxes(name, ranges));
}
