/** What a page embeds: `import { openEngine, corePack } from './accordant.js'`. */
export { corePack } from './core-pack.js';
export { openEngine, superseded, Engine } from './engine.js';
export type * from './protocol.js';

/** The text of the core pack, for packs that are compiled on top of it. */
export const coreRules = async () => (await import('./core-rules.js')).coreRules;
