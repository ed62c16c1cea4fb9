import type { AdapterNames } from './adapter-names.js'

/** Versions that the files of this repository are tested with; a test holds them to its package.json. */
export const toolVersions = {
  '@fast-check/vitest': '0.5.0',
  '@types/node': '20.19.43',
  tsup: '8.5.1',
  typescript: '6.0.3',
  vitest: '4.1.12',
  zod: '4.6.7',
} as const

/** The files of a new adapter's package besides its sources, by path. */
export function packageFiles(names: AdapterNames, version: string): Readonly<Record<string, string>> {
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
  return {
    'package.json': json(manifestOf(names, version)),
    'tsconfig.json': json(compilerSettings),
    'tsup.config.ts': tsupConfiguration,
    'vitest.config.ts': vitestConfiguration,
    '.gitignore': 'node_modules\ndist\n',
    'README.md': readmeOf(names),
  }
}

function manifestOf({ title, kebab }: AdapterNames, version: string): unknown {
  const entry = (name: string) => ({ types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` })
  const { zod, ...tools } = toolVersions
  return {
    name: `adapter-${kebab}`,
    version: '0.1.0',
    description: `Ledgerpost adapter for ${title}`,
    keywords: ['ledgerpost', 'ledgerpost-adapter', 'accounting'],
    files: ['dist'],
    type: 'module',
    sideEffects: false,
    exports: {
      '.': entry('index'),
      './fake': entry('fake'),
      './conformance': entry('conformance'),
      './package.json': './package.json',
    },
    scripts: { build: 'tsup', test: 'vitest run', types: 'tsc --noEmit', prepack: 'npm run build' },
    dependencies: { '@ledgerpost/adapter-kit': `^${version}` },
    devDependencies: {
      '@ledgerpost/core': `^${version}`,
      '@ledgerpost/testkit': `^${version}`,
      ...tools,
      zod,
    },
    peerDependencies: {
      '@ledgerpost/core': `^${version}`,
      '@ledgerpost/testkit': `^${version}`,
      zod: `^${zod}`,
    },
    peerDependenciesMeta: { '@ledgerpost/testkit': { optional: true } },
    engines: { node: '>=20.19.0' },
  }
}

const compilerSettings = {
  compilerOptions: {
    target: 'ES2023',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    types: ['node'],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    noEmit: true,
  },
  include: ['src', 'fake', 'conformance', '*.config.ts'],
}

const tsupConfiguration = `import { defineConfig } from 'tsup'

export default defineConfig({
  entry: { index: 'src/index.ts', fake: 'fake/index.ts', conformance: 'conformance/subject.ts' },
  format: 'esm',
  target: 'node20',
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  sourcemap: true,
  clean: true,
})
`

const vitestConfiguration = `import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { include: ['{src,fake}/**/*.test.ts'], testTimeout: 60_000 } })
`

function readmeOf({ title, kebab, constant, pascal }: AdapterNames): string {
  return `# adapter-${kebab}

Lets [Ledgerpost](https://www.npmjs.com/package/@ledgerpost/server) book to ${title}.

\`\`\`sh
npm install adapter-${kebab}
LEDGERPOST_ADAPTERS=adapter-${kebab} ${constant}_CLIENT_ID=… ${constant}_CLIENT_SECRET=… npx ledgerpost-server
\`\`\`

| Variable | What it is |
| --- | --- |
| \`${constant}_CLIENT_ID\`, \`${constant}_CLIENT_SECRET\` | of your app at ${title} |
| \`${constant}_API_URL\` | where the API is, if not at its usual address |

## Making it yours

It was made from a template for books that do not exist, and passes the conformance kit as it stands. Change, in this order:

1. \`src/manifest.ts\`: what ${title} can do, and its limits. What you declare is what the kit asks for.
2. \`fake/\`: how ${title} answers, with a ledger of its own. Write it from the vendor's documentation, not from \`src/\`: it is what
   tells you that \`src/\` is right.
3. \`src/inspect.ts\`, \`src/render.ts\`: what there is to map to, and which documents a packet becomes. \`render\` is pure.
4. \`src/prepare.ts\`, \`src/send.ts\`, \`src/failure.ts\`: the calls, and what their answers mean. What you do not understand is
   \`unknown\`, never accepted and never refused.
5. \`src/find.ts\`, \`src/read-back.ts\`: looking up by our reference, and reading the books.
6. \`create${pascal}Adapter\`: addresses, scopes and pace.

\`npm test\` runs the kit: one test for each requirement. A requirement that you cannot meet yet stands in
\`conformance/expected-failures.json\` with the reason; the test fails once it is met after all.
`
}
