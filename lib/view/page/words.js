// Every word that the page itself says, in Chinese and in English.
import { $, signal } from './dom.js';

// [English, Chinese] by name: lib/text/messages/page.tsv.
const WORDS = JSON.parse($('words').textContent);

let column = document.documentElement.lang === 'en' ? 0 : 1;

export const languageChanged = signal();

export const language = () => (column === 0 ? 'en' : 'zh-CN');

/** The word, {0} and {1} filled in; a key that is no word stands for itself. */
export function t(key, ...values) {
  const word = Object.hasOwn(WORDS, key) ? WORDS[key][column] : String(key);
  return word.replace(/\{(\d)\}/g, (_, index) => values[Number(index)]);
}

function translateShell() {
  document.documentElement.lang = language();
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll('[data-label]')) node.setAttribute('aria-label', t(node.dataset.label));
  for (const node of document.querySelectorAll('[data-title]')) {
    node.title = t(node.dataset.title);
    node.setAttribute('aria-label', node.title);
  }
  const button = $('language-button');
  button.textContent = column === 0 ? '中' : 'EN';
  button.lang = column === 0 ? 'zh-CN' : 'en';
}

export function startWords() {
  $('language-button').addEventListener('click', () => {
    column = 1 - column;
    translateShell();
    languageChanged.emit();
  });
  translateShell();
}
