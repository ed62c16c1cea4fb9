import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const own = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const installed = (specifier: string) => fileURLToPath(import.meta.resolve(specifier))

/** The one file that host pages name, so its name must not change from build to build. */
const element = 'ledgerpost-console'

export default defineConfig({
  root: own('.'),
  // The page must work wherever a proxy puts the server.
  base: './',
  resolve: {
    conditions: ['@ledgerpost/source', 'module', 'browser', 'production'],
    // React DOM alone is two thirds of what the embedded console may weigh (docs/decisions/0020).
    alias: [
      { find: /^react$/, replacement: installed('preact/compat') },
      { find: /^react-dom$/, replacement: installed('preact/compat') },
      { find: /^react-dom\/client$/, replacement: installed('preact/compat/client') },
      { find: /^react\/jsx-runtime$/, replacement: installed('preact/jsx-runtime') },
    ],
  },
  build: {
    outDir: own('dist'),
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { console: own('index.html'), linked: own('linked.html'), [element]: own('src/element.ts') },
      output: {
        entryFileNames: ({ name }) => (name === element ? '[name].js' : 'assets/[name]-[hash].js'),
      },
      onwarn(warning, warn) {
        // Directives of servers that render React say nothing to a browser.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning)
      },
    },
  },
})
