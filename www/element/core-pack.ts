/** The core pack, compiled: what a page opens without reading any rules. */
import packUrl from '../generated/core.pack?url';

export async function corePack(): Promise<Uint8Array> {
  const response = await fetch(packUrl);
  if (!response.ok) throw new Error(`the core pack could not be loaded: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
