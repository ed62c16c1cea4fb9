import { existsSync, readdirSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { AdapterNames } from './adapter-names.js'
import { packageFiles } from './package-files.js'
import { renamed } from './rename.js'
import { templateFolders } from './template-folders.js'

export interface CreateOptions {
  readonly names: AdapterNames
  /** Where the package is made; it must not exist, or be empty. */
  readonly directory: string
  /** Where the template lies. */
  readonly template: string
  /** Of the packages of Ledgerpost that it depends on: this one, or later ones that suit it. */
  readonly version: string
}

export interface CreatedAdapter {
  /** Paths within the directory, in order. */
  readonly files: readonly string[]
}

/** Makes the package of a new adapter. @throws Error when something is in the directory */
export async function createAdapterPackage(options: CreateOptions): Promise<CreatedAdapter> {
  const { names, directory, template, version } = options
  if (existsSync(directory) && readdirSync(directory).length > 0)
    throw new Error(`${directory} is not empty. Name another directory, or empty it first.`)
  const files = new Map(Object.entries(packageFiles(names, version)))
  for (const path of templatePaths(template)) {
    files.set(renamed(path, names), renamed(await readFile(join(template, path), 'utf8'), names))
  }
  for (const [path, text] of files) {
    const file = join(directory, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  return { files: [...files.keys()].toSorted() }
}

function templatePaths(template: string): readonly string[] {
  return templateFolders.flatMap((folder) =>
    readdirSync(join(template, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(template.length + 1)),
  )
}
