// Elements made of names, properties and text. Text is always text: nothing here, nor anywhere else, parses markup.

export const $ = (id) => document.getElementById(id);

function set(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
  else node.setAttribute(name, value === true ? '' : value);
}

function made(node, props, children) {
  for (const [name, value] of Object.entries(props)) set(node, name, value);
  node.append(...children.flat(9).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export const el = (tag, props = {}, ...children) => made(document.createElement(tag), props, children);

export const svg = (tag, props = {}, ...children) =>
  made(document.createElementNS('http://www.w3.org/2000/svg', tag), props, children);

/** Calls `call` once things have been quiet for `delay` milliseconds. */
export function calm(delay, call) {
  let timer = 0;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => call(...given), delay);
  };
}

/** Says it to those who do not see. */
export function announce(message) {
  $('status').textContent = message;
}

/** Listeners that are called in the order in which they came. */
export function signal() {
  const listeners = [];
  return {
    on: (listener) => listeners.push(listener),
    emit: (...given) => listeners.forEach((listener) => listener(...given)),
  };
}
