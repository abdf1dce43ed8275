/** Starts the page. */
import './components/workbench.js';
import { t } from './text.js';

document.title = t('page-title');

// A closed disclosure prints nothing: all are opened for the print and closed again after it.
let opened: HTMLDetailsElement[] = [];
window.addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
  for (const details of opened) details.open = true;
});
window.addEventListener('afterprint', () => {
  for (const details of opened) details.open = false;
});
