import { defineConfig, type Options } from 'tsup'
import { readManifest, sourceCondition } from './tools/workspace.js'

/**
 * The build of one package: ES modules, declarations and source maps. What is built is what the package's own
 * manifest offers, so an export cannot be declared without being built.
 */
export function packageBuild(options: Pick<Options, 'platform' | 'onSuccess'> = {}) {
  return defineConfig({
    entry: entriesOf(process.cwd()),
    format: 'esm',
    target: ['node20', 'es2023'],
    platform: 'node',
    dts: { compilerOptions: { ignoreDeprecations: '6.0', customConditions: [] } },
    sourcemap: true,
    clean: true,
    ...options,
  })
}

/** Maps `./dist/fake.js` to the file that its export names as its source: `{ fake: './fake/index.ts' }`. */
function entriesOf(directory: string): Record<string, string> {
  const { exports, bin } = readManifest(directory)
  const entries: Record<string, string> = {}
  for (const [name, target] of Object.entries(exports)) {
    if (typeof target === 'string') continue
    const { default: built, [sourceCondition]: source } = target
    if (built === undefined || source === undefined) {
      throw new Error(`The export ${name} needs both a "default" and a "${sourceCondition}" target`)
    }
    entries[entryName(built)] = source
  }
  for (const built of Object.values(bin)) entries[entryName(built)] = `./src/${entryName(built)}.ts`
  return entries
}

function entryName(built: string): string {
  return built.replace(/^\.\/dist\//, '').replace(/\.js$/, '')
}
