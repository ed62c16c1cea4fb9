import { join } from 'node:path'
import { createContext, Script } from 'node:vm'
import { buildSync } from 'esbuild'
import type { WorkspacePackage } from '../workspace.js'

/** Those that run where there is no Node.js: in browsers and on edge runtimes. */
const neutral = [
  'core',
  'odata',
  'client',
  'adapter-kit',
  'adapter-xero',
  'adapter-quickbooks-online',
  'adapter-tryton',
]

/** What every such runtime has (the minimum common web API), and nothing of Node's. */
const webGlobals = [
  'AbortController',
  'AbortSignal',
  'Blob',
  'Headers',
  'ReadableStream',
  'Request',
  'Response',
  'TextDecoder',
  'TextEncoder',
  'TransformStream',
  'URL',
  'URLSearchParams',
  'atob',
  'btoa',
  'crypto',
  'fetch',
  'queueMicrotask',
  'setTimeout',
  'clearTimeout',
  'structuredClone',
] as const

/** Builds packages with all that they need for no platform in particular, and loads them with nothing but what the web has. */
export function checkNeutral(root: string, packages: readonly WorkspacePackage[]): readonly string[] {
  return neutral.flatMap((name) => {
    const found = packages.find(({ shortName }) => shortName === name)
    if (!found) return [`There is no package ${name}`]
    try {
      const names = loaded(join(root, found.directory, 'dist', 'index.js'))
      return names.length > 0 ? [] : [`${name} exports nothing on a neutral platform`]
    } catch (error) {
      return [
        `${name} does not load on a neutral platform: ${error instanceof Error ? error.message : String(error)}`,
      ]
    }
  })
}

function loaded(entry: string): readonly string[] {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'built',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['import', 'default'],
    target: 'es2023',
    logLevel: 'silent',
  })
  const context: Record<string, unknown> = Object.fromEntries(
    webGlobals.map((name) => [name, globalThis[name]]),
  )
  new Script(outputFiles[0]?.text ?? '').runInContext(createContext(context))
  const { built } = context
  return typeof built === 'object' && built !== null ? Object.keys(built) : []
}
