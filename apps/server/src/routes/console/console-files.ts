import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the built console may be: beside what was built, which has a copy of it, or where it is built in this repository. */
const places = ['./console', '../../../../console/dist'].map((place) =>
  fileURLToPath(new URL(place, import.meta.url)),
)

/** The directory with the built console, if there is one. @param wanted where it is said to be */
export function consoleDirectory(wanted?: string): string | undefined {
  const known = wanted === undefined ? places : [wanted]
  return known.find((place) => existsSync(join(place, 'index.html')))
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** A file of the console, read when it is asked for. */
export interface ConsoleFile {
  /** Relative to the directory, with slashes: `assets/console-abc.js`. */
  readonly path: string
  readonly type: string
  read(): Promise<Uint8Array<ArrayBuffer>>
}

/** All files of a built console. Only these are served, whatever an address says. */
export function consoleFiles(directory: string): readonly ConsoleFile[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const type = types[extname(name)]
    const path = name.replaceAll('\\', '/')
    return type === undefined
      ? []
      : [{ path, type, read: async () => new Uint8Array(await readFile(join(directory, name))) }]
  })
}
