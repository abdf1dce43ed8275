/** Plans as files: nothing is sent anywhere, and nothing is kept in the browser. */
import type { Draft } from './plan.js';

/** Hands the plan to the browser as a download. */
export function savePlan(draft: Draft, name: string): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(draft, null, 2)}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.json`;
  link.click();
  // Revoked later: some browsers begin the download only after this task.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A file name from the plan's title: letters and digits of any script, joined by hyphens. */
export function fileName(title: string, fallback: string): string {
  const name = title
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join('-')
    .slice(0, 60);
  return name || fallback;
}

/** The example, fetched from this page's own files when it is asked for. */
export async function exampleText(): Promise<string> {
  return (await import('../../examples/portugal-objective-2.json?raw')).default;
}
