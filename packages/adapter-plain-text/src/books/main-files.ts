import { join } from 'node:path'
import { writeAtomically } from './durable.js'
import { type FileSystem, readText } from './file-system.js'

/** The two forms that books are kept in: each a main file that includes the accounts and the months. */
const forms = [
  {
    extension: 'journal',
    beginning:
      '; Open this file with hledger or ledger. A month is added when something is first booked in it.\n',
    include: (file: string) => `include ${file}\n`,
  },
  {
    extension: 'beancount',
    beginning:
      '; Open this file with beancount. It mirrors books.journal.\noption "title" "Books kept by Ledgerpost"\n',
    include: (file: string) => `include "${file}"\n`,
  },
] as const

/** Makes both main files include the accounts and the months; what else stands in them stays. */
export async function includeMonths(
  fileSystem: FileSystem,
  directory: string,
  months: readonly string[],
): Promise<void> {
  for (const { extension, beginning, include } of forms) {
    const path = join(directory, `books.${extension}`)
    const text = await readText(fileSystem, path)
    const present = new Set((text ?? '').split(/\r?\n/u).map((line) => line.trim()))
    const missing = ['accounts', ...months]
      .map((name) => include(`${name}.${extension}`))
      .filter((line) => !present.has(line.trim()))
    if (text !== null && missing.length === 0) continue
    const existing = text === null ? beginning : text.replace(/(?<!\n)$/u, '\n')
    await writeAtomically(fileSystem, path, existing + missing.join(''))
  }
}

/** The months that have a journal, in order. */
export async function listMonths(fileSystem: FileSystem, directory: string): Promise<string[]> {
  const names = await fileSystem.readdir(directory)
  return names
    .filter((name) => /^\d{4}-\d{2}\.journal$/.test(name))
    .map((name) => name.slice(0, 7))
    .toSorted()
}
