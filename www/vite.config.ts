import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

// The page is served as it is meant to be hosted: nothing from elsewhere, no inline script or style.
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "worker-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('workbench'),
  base: './',
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    target: 'es2022',
    // An inlined asset is a data: address, which the policy above refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      // The page, and the engine under a name that does not change, for those who embed it.
      input: { index: here('workbench/index.html'), accordant: here('element/accordant.ts') },
      output: { entryFileNames: (entry) => (entry.name === 'accordant' ? 'accordant.js' : 'assets/[name]-[hash].js') },
      preserveEntrySignatures: 'strict',
    },
  },
  worker: { format: 'es' },
  server: { headers, fs: { allow: [here('.'), here('../rules'), here('../examples')] } },
  preview: { headers, port: 4173, strictPort: true },
});
