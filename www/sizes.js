// Prints the size of each file of the built page, as it is and compressed as a server would send it.
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const dist = new URL('./dist/', import.meta.url);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1).padStart(8)} kB`;

for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const content = readFileSync(`${entry.parentPath}/${entry.name}`);
  console.log(`${kilobytes(content.length)} ${kilobytes(brotliCompressSync(content).length)} brotli  ${entry.name}`);
}
