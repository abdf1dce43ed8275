/** What a page embeds: `import { openEngine, corePack } from './accordant.js'`. */
export { openEngine, superseded, Engine } from './engine.js';
export type * from './protocol.js';

/** The sources of the core pack, loaded when they are asked for. */
export const corePack = async () => (await import('./core-pack.js')).corePack;
