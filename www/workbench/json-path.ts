/** Places inside a JSON document, as values: every change gives a new document. */

export type Path = readonly (string | number)[];
type Box = Record<string | number, unknown>;

const isBox = (value: unknown): value is Box => typeof value === 'object' && value !== null;

/** The value at a path, or undefined. */
export function get(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (isBox(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    root,
  );
}

/** The document with the value at a path replaced; what is missing or of the wrong kind on the way is made. */
export function put(root: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const inner = put(get(root, [key]), rest, value);
  if (typeof key === 'number') return (Array.isArray(root) ? root : []).toSpliced(key, 1, inner);
  return { ...(isBox(root) && !Array.isArray(root) ? root : {}), [key]: inner };
}

/** The document without the value at a path. */
export function drop(root: unknown, path: Path): unknown {
  const key = path.at(-1);
  const parent = get(root, path.slice(0, -1));
  if (key === undefined || !isBox(parent) || !Object.hasOwn(parent, key)) return root;
  const rest = Array.isArray(parent)
    ? parent.toSpliced(Number(key), 1)
    : Object.fromEntries(Object.entries(parent).filter(([name]) => name !== key));
  return put(root, path.slice(0, -1), rest);
}

/** Writes a path as one string, to mark the control that edits it. */
export const pathKey = (path: Path): string => JSON.stringify(path);

/** Reads a path as the engine writes it, such as `measures[2].addresses[0]`; a key with dots is known by the document. */
export function parsePath(text: string, root: unknown): Path {
  const path: (string | number)[] = [];
  for (let rest = text; rest !== '';) {
    const [key, length] = nextKey(rest, get(root, path));
    if (length === 0) return path;
    path.push(key);
    rest = rest.slice(length);
  }
  return path;
}

function nextKey(rest: string, box: unknown): [key: string | number, length: number] {
  const index = /^\[(\d+)\]/.exec(rest);
  if (index) return [Number(index[1]), index[0].length];
  const quoted = /^\[("(?:[^"\\]|\\.)*")\]/.exec(rest);
  if (quoted) return [JSON.parse(quoted[1] ?? '""') as string, quoted[0].length];
  const dot = rest.startsWith('.') ? 1 : 0;
  const key = knownKey(rest.slice(dot), box) ?? /^[^.[]*/.exec(rest.slice(dot))?.[0] ?? '';
  return [key, dot + key.length];
}

function knownKey(rest: string, box: unknown): string | undefined {
  if (!isBox(box) || Array.isArray(box)) return undefined;
  const fits = (key: string) => rest === key || rest.startsWith(`${key}.`) || rest.startsWith(`${key}[`);
  return Object.keys(box)
    .filter(fits)
    .sort((a, b) => b.length - a.length)[0];
}
