/** The text of the core pack: every `.accord` file under `rules/` but its tests, named relative to it and sorted by name. */
import type { Source } from './protocol.js';

const folder = '../../rules/';
const texts = import.meta.glob<string>(['../../rules/**/*.accord', '!**/*.test.accord'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const coreRules: Source[] = Object.entries(texts)
  .map(([path, text]) => ({ name: path.slice(folder.length), text }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));
