import { appendFile, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  connectTo,
  documentsOf,
  entriesOf,
  entriesRead,
  filesOf,
  type LoggedLine,
  readAll,
  sale,
  sendAll,
  subscriberId,
  temporaryRoot,
  unsynchronised,
} from './test-books.test-support.js'

const packets = [
  { ...sale('one'), parts: [{ lines: [], payments: [], total: 0n }] },
  sale('two', { title: 'Zwölf; "über" |', businessDate: '2025-12-31' }),
  { ...sale('three'), parts: [{ lines: [], payments: [], total: 0n }] },
]

async function writeBooks(rootDirectory: string) {
  const connection = connectTo({ rootDirectory })
  const documents = await documentsOf(connection, packets)
  await sendAll(connection, documents.slice(0, 1))
  await sendAll(connection, documents.slice(1))
  return documents
}

describe('books after a crash', () => {
  it.each([
    ['2026-01.journal', 1],
    ['2026-01.beancount', 7],
  ])(
    'are the same again when %s is cut at every byte (steps of %d) and everything is sent again',
    async (name, step) => {
      const rootDirectory = await temporaryRoot()
      const documents = await writeBooks(rootDirectory)
      const whole = await filesOf(rootDirectory)
      const path = join(rootDirectory, subscriberId, name)
      const size = Buffer.byteLength(whole[name] ?? '')
      expect(size).toBeGreaterThan(600)
      for (let length = 0; length < size; length += step) {
        await truncate(path, length)
        const connection = connectTo({ rootDirectory, fileSystem: unsynchronised })
        const results = await sendAll(connection, documents)
        expect(results.map(({ outcome }) => outcome)).toEqual(documents.map(() => 'accepted'))
        expect(await filesOf(rootDirectory), `cut at ${length}`).toEqual(whole)
      }
    },
    120_000,
  )

  it('are mended when they are opened, before anything is sent', async () => {
    const rootDirectory = await temporaryRoot()
    const documents = await writeBooks(rootDirectory)
    const path = join(rootDirectory, subscriberId, '2026-01.journal')
    const whole = await readFile(path)
    const start = whole.lastIndexOf('; ledgerpost entry')
    await truncate(path, whole.length - 20)
    const log: LoggedLine[] = []
    const connection = connectTo({ rootDirectory }, {}, log)
    await connection.inspect()
    expect(await readFile(path)).toEqual(whole.subarray(0, start))
    expect(await connection.find(documents)).toHaveLength(documents.length - 1)
    const folder = join(rootDirectory, subscriberId, 'torn')
    const kept = await readdir(folder)
    expect(kept).toHaveLength(1)
    expect(await readFile(join(folder, kept[0] ?? ''))).toEqual(whole.subarray(start, -20))
    expect(log).toMatchObject([{ level: 'warn', fields: { cut: [join(folder, kept[0] ?? '')] } }])
  })

  it('keep what people wrote after the last entry, and after a torn one', async () => {
    const rootDirectory = await temporaryRoot()
    const documents = await writeBooks(rootDirectory)
    const path = join(rootDirectory, subscriberId, '2026-01.journal')
    const whole = await readFile(path, 'utf8')
    const lunch = '\n2026-01-20 Lunch\n    Equity:Other  5 EUR\n    Assets:Cash\n; note'
    const torn = whole.slice(whole.lastIndexOf('; ledgerpost entry'), whole.lastIndexOf('; ledgerpost seal'))
    await appendFile(path, lunch)
    await connectTo({ rootDirectory }).inspect()
    expect(await readFile(path, 'utf8')).toBe(whole + lunch)
    await appendFile(path, `\n${torn}`)
    await appendFile(path, `2026-01-21 Dinner\n    Equity:Other  7 EUR\n    Assets:Cash\n`)
    const connection = connectTo({ rootDirectory })
    const [late] = await documentsOf(connection, [sale('late')])
    if (late === undefined) throw new Error('no document')
    await sendAll(connection, [...documents, late])
    const text = await readFile(path, 'utf8')
    expect(text.startsWith(`${whole}${lunch}\n2026-01-21 Dinner\n`)).toBe(true)
    expect(entriesRead(await readAll(connection))).toEqual(entriesOf([...documents, late]))
  })

  it('go on after a line that people left without its end', async () => {
    const rootDirectory = await temporaryRoot()
    const documents = await writeBooks(rootDirectory)
    const directory = join(rootDirectory, subscriberId)
    const whole = await readFile(join(directory, '2026-01.journal'), 'utf8')
    await appendFile(join(directory, '2026-01.journal'), '; note')
    await appendFile(join(directory, '2026-01.beancount'), '; note')
    const connection = connectTo({ rootDirectory })
    const late = await documentsOf(connection, [sale('late')])
    await sendAll(connection, late)
    expect(
      (await readFile(join(directory, '2026-01.journal'), 'utf8')).startsWith(`${whole}; note\n; ledgerpost`),
    ).toBe(true)
    expect(await readFile(join(directory, '2026-01.beancount'), 'utf8')).toContain(
      '; note\n; ledgerpost entry',
    )
    expect(entriesRead(await readAll(connectTo({ rootDirectory })))).toEqual(
      entriesOf([...documents, ...late]),
    )
  })

  it('lose what a power failure left as holes, and nothing beside', async () => {
    const rootDirectory = await temporaryRoot()
    const documents = await writeBooks(rootDirectory)
    const whole = await filesOf(rootDirectory)
    const path = join(rootDirectory, subscriberId, '2026-01.journal')
    const text = whole['2026-01.journal'] ?? ''
    const second = text.indexOf('; ledgerpost entry', 10)
    const bytes = Buffer.from(text)
    bytes.fill(0, second + 60, second + 140)
    await writeFile(path, bytes)
    const connection = connectTo({ rootDirectory })
    expect(await connection.find(documents)).toHaveLength(documents.length - 1)
    await sendAll(connection, documents)
    const mended = await readFile(path, 'utf8')
    const entries = (journal: string) => journal.split(/(?=; ledgerpost entry)/u).toSorted()
    expect(entries(mended)).toEqual(entries(text))
  })

  it('include a month whose file was made but not included', async () => {
    const rootDirectory = await temporaryRoot()
    const directory = join(rootDirectory, subscriberId)
    await mkdir(directory, { recursive: true })
    await writeFile(join(directory, '2026-01.journal'), '')
    const documents = await writeBooks(rootDirectory)
    expect((await filesOf(rootDirectory))['books.journal']).toContain('\ninclude 2026-01.journal\n')
    expect((await filesOf(rootDirectory))['books.beancount']).toContain('\ninclude "2026-01.beancount"\n')
    expect(entriesRead(await readAll(connectTo({ rootDirectory })))).toEqual(entriesOf(documents))
  })
})
