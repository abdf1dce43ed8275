// TypeScript's own name for what Vite gives for `?raw` of a JSON file.
declare module '*.json?raw' {
  const text: string;
  export default text;
}
