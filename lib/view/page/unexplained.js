// Numbers that nothing accounts for, shown when they are asked for.
import { $ } from './dom.js';
import { rangeOf } from './place.js';
import { openReport } from './select.js';
import { underline } from './underline.js';
import { t } from './words.js';

const ranges = () =>
  openReport()
    .unexplained.map((span) => rangeOf(openReport(), span))
    .filter(Boolean);

export function refreshUnexplained() {
  const { length } = openReport().unexplained;
  const button = $('unexplained-button');
  button.hidden = length === 0;
  button.textContent = t('unexplained', length);
  const isOn = button.getAttribute('aria-pressed') === 'true' && !button.hidden;
  underline('unexplained', isOn ? ranges() : []);
}

/** Each time it is switched on the text shows the next of them. */
export function startUnexplained() {
  const button = $('unexplained-button');
  let next = 0;
  button.addEventListener('click', () => {
    const isOn = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(isOn));
    refreshUnexplained();
    if (!isOn) return;
    const all = ranges();
    all[next % all.length]?.startContainer.parentElement.scrollIntoView({ block: 'center' });
    next += 1;
  });
}
