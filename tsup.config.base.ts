import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig, type Options } from 'tsup'
import { z } from 'zod'

const sourceCondition = '@ledgerpost/source'

const manifestShape = z.object({
  exports: z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())])),
  bin: z.record(z.string(), z.string()).optional(),
})

/**
 * The build of one package: ES modules, declarations and source maps. What is built is what the package's own
 * manifest offers, so an export cannot be declared without being built.
 */
export function packageBuild(options: Pick<Options, 'platform'> = {}) {
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
  const manifest = manifestShape.parse(JSON.parse(readFileSync(resolve(directory, 'package.json'), 'utf8')))
  const entries: Record<string, string> = {}
  for (const [name, target] of Object.entries(manifest.exports)) {
    if (typeof target === 'string') continue
    const { default: built, [sourceCondition]: source } = target
    if (built === undefined || source === undefined) {
      throw new Error(`The export ${name} needs both a "default" and a "${sourceCondition}" target`)
    }
    entries[entryName(built)] = source
  }
  for (const built of Object.values(manifest.bin ?? {})) {
    entries[entryName(built)] = `./src/${entryName(built)}.ts`
  }
  return entries
}

function entryName(built: string): string {
  return built.replace(/^\.\/dist\//, '').replace(/\.js$/, '')
}
