import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Adapter, type AdapterModule, LedgerpostError } from '@ledgerpost/core'

/**
 * Loads adapters that others publish, by the names of their packages or by paths of files.
 * @param names as they stand in `LEDGERPOST_ADAPTERS`
 * @param directory packages are looked for from there upwards, and paths begin there
 * @throws LedgerpostError `adapter-not-loaded`
 */
export async function loadAdapters(
  names: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  directory: string,
): Promise<readonly Adapter[]> {
  const adapters: Adapter[] = []
  for (const name of names) adapters.push(adapterOf(await moduleOf(name, directory), name, environment))
  return adapters
}

async function moduleOf(name: string, directory: string): Promise<unknown> {
  try {
    const path = createRequire(join(directory, 'adapters.js')).resolve(name)
    return await import(pathToFileURL(path).href)
  } catch (cause) {
    const advice = `Install the package where the server runs (in ${directory}), or correct the name.`
    throw notLoaded(name, `it cannot be imported (${reasonOf(cause)}). ${advice}`, cause)
  }
}

function adapterOf(
  loaded: unknown,
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
): Adapter {
  if (!isAdapterModule(loaded))
    throw notLoaded(name, 'it exports no function createAdapter. Name the package of an adapter.')
  let adapter: unknown
  try {
    adapter = loaded.createAdapter(environment)
  } catch (cause) {
    throw notLoaded(name, reasonOf(cause), cause)
  }
  if (isAdapter(adapter)) return adapter
  throw notLoaded(
    name,
    'its createAdapter makes no adapter of version v1. Take a version of it that suits this server.',
  )
}

function isAdapterModule(value: unknown): value is AdapterModule {
  return isObject(value) && 'createAdapter' in value && typeof value.createAdapter === 'function'
}

function isAdapter(value: unknown): value is Adapter {
  return (
    isObject(value) &&
    'specVersion' in value &&
    value.specVersion === 'v1' &&
    'manifest' in value &&
    isObject(value.manifest) &&
    'connect' in value &&
    typeof value.connect === 'function' &&
    'render' in value &&
    typeof value.render === 'function'
  )
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function notLoaded(name: string, why: string, cause?: unknown): LedgerpostError {
  return new LedgerpostError({
    code: 'adapter-not-loaded',
    message: `LEDGERPOST_ADAPTERS names ${name}, which the server cannot offer: ${why}`,
    cause,
  })
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message.split('\n', 1).join('') : String(cause)
}
