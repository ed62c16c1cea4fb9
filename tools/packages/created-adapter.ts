import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { run } from './run.js'

const packed = z.array(z.object({ filename: z.string() })).min(1)
const manifestShape = z.looseObject({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
})

const install = ['install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund']

/**
 * Goes the way of an author who has never seen this repository: makes an adapter with the packed create-adapter, installs
 * it, runs its tests, types and build, packs it, installs the tarball beside the packed server, and has that book an
 * order through it, told by configuration alone.
 * @param consumer a project that has all tarballs installed
 * @returns what does not work
 */
export function checkCreatedAdapter(
  directory: string,
  consumer: string,
  tarballs: ReadonlyMap<string, string>,
): readonly string[] {
  mkdirSync(directory, { recursive: true })
  const adapter = join(directory, 'adapter-acme-books')
  run(process.execPath, [binOf(consumer, 'create-adapter'), 'Acme Books', '--directory', adapter], directory)
  useTarballs(join(adapter, 'package.json'), tarballs)
  run('npm', install, adapter)
  run('npm', ['test'], adapter)
  run('npm', ['run', 'types'], adapter)
  const [tarball] = packed.parse(JSON.parse(withoutNoise(run('npm', ['pack', '--json'], adapter))))
  const host = join(directory, 'host')
  mkdirSync(host)
  writeFileSync(
    join(host, 'package.json'),
    JSON.stringify(hostManifest(tarballs, join(adapter, tarball?.filename ?? ''))),
  )
  run('npm', install, host)
  copyFileSync(join(import.meta.dirname, 'book-through-created-adapter.mjs'), join(host, 'book.mjs'))
  const said = run(process.execPath, ['book.mjs'], host).trim()
  return said === 'booked 2160 cents to cash, once' ? [] : [`The server, with the created adapter: ${said}`]
}

function binOf(project: string, name: string): string {
  return join(project, 'node_modules', '.bin', name)
}

/** What was not published is installed from its tarball. */
function useTarballs(file: string, tarballs: ReadonlyMap<string, string>): void {
  const manifest = manifestShape.parse(JSON.parse(readFileSync(file, 'utf8')))
  const local = (ranges: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(ranges).map(([name, range]) => [name, rangeOf(name, range, tarballs)]))
  writeFileSync(
    file,
    JSON.stringify({
      ...manifest,
      dependencies: local(manifest.dependencies),
      devDependencies: local(manifest.devDependencies),
    }),
  )
}

function rangeOf(name: string, range: string, tarballs: ReadonlyMap<string, string>): string {
  const tarball = tarballs.get(name)
  return tarball === undefined ? range : `file:${tarball}`
}

function hostManifest(tarballs: ReadonlyMap<string, string>, adapter: string): unknown {
  const ours = Object.fromEntries([...tarballs].map(([name, tarball]) => [name, `file:${tarball}`]))
  return {
    name: 'host',
    private: true,
    type: 'module',
    dependencies: { ...ours, 'adapter-acme-books': `file:${adapter}` },
  }
}

/** Scripts of the package print before the list of what was packed. */
function withoutNoise(output: string): string {
  return output.slice(output.search(/^\[\s*$/m))
}
