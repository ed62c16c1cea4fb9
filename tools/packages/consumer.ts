import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { type PackageSurface } from '../public-surface/read-surface.js'
import { readManifest } from '../workspace.js'
import { run } from './run.js'

const typeKinds: ReadonlySet<string> = new Set(['interface', 'type'])

/**
 * Installs the tarballs into a project of its own, as an integrator would, and returns what does not work there:
 * a name that cannot be imported, a declaration that does not compile, an export that is missing at run time.
 */
export function checkConsumer(
  root: string,
  directory: string,
  tarballs: ReadonlyMap<string, string>,
  surfaces: readonly PackageSurface[],
): readonly string[] {
  mkdirSync(directory, { recursive: true })
  install(root, directory, tarballs)
  writeFileSync(join(directory, 'compiled.ts'), compiledSource(surfaces))
  writeFileSync(join(directory, 'loaded.js'), loadedSource(surfaces))
  const printed = run(process.execPath, ['loaded.js'], directory)
  return [...compile(directory), ...printed.split('\n').filter((line) => line !== '')]
}

function install(root: string, directory: string, tarballs: ReadonlyMap<string, string>): void {
  const { devDependencies } = readManifest(root)
  const dependencies = Object.fromEntries([...tarballs].map(([name, tarball]) => [name, `file:${tarball}`]))
  const manifest = {
    name: 'consumer',
    private: true,
    type: 'module',
    dependencies: {
      ...dependencies,
      '@types/node': devDependencies['@types/node'],
      zod: devDependencies['zod'],
    },
  }
  writeFileSync(join(directory, 'package.json'), JSON.stringify(manifest, null, 2))
  run('npm', ['install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'], directory)
}

/** Imports every public name, values and types, of every entry. */
function compiledSource(surfaces: readonly PackageSurface[]): string {
  return entriesOf(surfaces)
    .map(({ specifier, names }, index) => {
      const imported = [...new Set(names.map(({ name }) => name))].map((name) => `${name} as ${name}${index}`)
      const values = names.filter(({ kind }) => !typeKinds.has(kind)).map(({ name }) => `${name}${index}`)
      return `import { ${imported.join(', ')} } from '${specifier}'\nexport const values${index} = [${values.join(', ')}]\n`
    })
    .join('')
}

/** Prints a line for every entry whose exports at run time are not the public names. */
function loadedSource(surfaces: readonly PackageSurface[]): string {
  const expected = entriesOf(surfaces).map(({ specifier, names }) => [
    specifier,
    names.filter(({ kind }) => !typeKinds.has(kind)).map(({ name }) => name),
  ])
  return `
for (const [specifier, names] of ${JSON.stringify(expected)}) {
  const loaded = Object.keys(await import(specifier)).toSorted()
  if (loaded.join() !== names.join()) console.log(specifier + ' exports ' + loaded + ' instead of ' + names)
}
`
}

function entriesOf(surfaces: readonly PackageSurface[]) {
  return surfaces.flatMap(({ workspace, entries }) =>
    entries.map(({ entry, names }) => ({ specifier: `${workspace.manifest.name}${entry.slice(1)}`, names })),
  )
}

/** Checks our declarations as well; those of other packages are not ours to judge. */
function compile(directory: string): readonly string[] {
  const program = ts.createProgram([join(directory, 'compiled.ts')], {
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: ['node'],
    strict: true,
    skipLibCheck: false,
    noEmit: true,
  })
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file === undefined || isOurs(file.fileName))
    .map((diagnostic) => ts.formatDiagnostic(diagnostic, formatHost(directory)).trim())
}

function isOurs(path: string): boolean {
  const [, ...installed] = path.split('node_modules/')
  return installed.length === 0 || (installed.length === 1 && path.includes('node_modules/@ledgerpost/'))
}

function formatHost(directory: string): ts.FormatDiagnosticsHost {
  return {
    getCurrentDirectory: () => directory,
    getCanonicalFileName: (name) => name,
    getNewLine: () => '\n',
  }
}
