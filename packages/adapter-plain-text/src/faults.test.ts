import * as promises from 'node:fs/promises'
import { fc, test } from '@fast-check/vitest'
import type { FileHandle } from 'node:fs/promises'
import { describe, expect } from 'vitest'
import type { FileSystem } from './books/file-system.js'
import {
  connectTo,
  documentsOf,
  entriesOf,
  entriesRead,
  filesOf,
  readAll,
  sale,
  sendAll,
  temporaryRoot,
  unsynchronised,
} from './test-books.test-support.js'

/** Which operations count: everything that writes, or only what appends to months. */
type Scope = 'writing' | 'appending'

/** A file system that fails from an operation on, for some operations; a failing append writes a part first. */
class FaultyFileSystem {
  readonly #from: number
  readonly #until: number
  readonly #share: number
  readonly #scope: Scope
  #count = 0
  failures = 0

  constructor(from: number, length: number, share: number, scope: Scope) {
    this.#from = from
    this.#until = from + length
    this.#share = share
    this.#scope = scope
  }

  get fileSystem(): FileSystem {
    const guarded = <Arguments extends unknown[], Result>(
      work: (...arguments_: Arguments) => Promise<Result>,
    ) =>
      (async (...arguments_: Arguments) => {
        if (this.#scope === 'writing') this.#step()
        return await work(...arguments_)
      }) as typeof work
    return {
      mkdir: guarded(promises.mkdir) as FileSystem['mkdir'],
      readdir: promises.readdir,
      readFile: promises.readFile,
      rename: guarded(promises.rename),
      stat: promises.stat,
      unlink: promises.unlink,
      open: async (path, flags, mode) => {
        const handle = await unsynchronised.open(path, flags, mode)
        return this.#scope === 'writing' || flags === 'a' ? this.#guardHandle(handle) : handle
      },
    }
  }

  #step(): void {
    const number = this.#count
    this.#count += 1
    if (number < this.#from || number >= this.#until) return
    this.failures += 1
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', syscall: 'write' })
  }

  #guardHandle(handle: FileHandle): FileHandle {
    const steps = new Set<string | symbol>(['sync', 'truncate', 'writeFile', 'appendFile'])
    return new Proxy(handle, {
      get: (target, property) => {
        const member: unknown = Reflect.get(target, property, target)
        if (typeof member !== 'function') return member
        return async (...arguments_: unknown[]) => {
          try {
            if (steps.has(property)) this.#step()
          } catch (error) {
            if (property === 'appendFile') {
              const text = Buffer.from(String(arguments_[0]))
              await target.appendFile(text.subarray(0, Math.floor(text.length * this.#share)))
            }
            throw error
          }
          return await (member.apply(target, arguments_) as Promise<unknown>)
        }
      },
    })
  }
}

const packets = ['2026-01', '2026-02', '2026-01'].map((month, index) =>
  sale(index, { businessDate: `${month}-10`, documentDate: `${month}-10` }),
)

describe('a disk that fails', () => {
  test.prop(
    [
      fc.nat(70),
      fc.integer({ min: 1, max: 40 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.boolean(),
      fc.constantFrom<Scope>('writing', 'appending'),
    ],
    { numRuns: 40 },
  )(
    'never loses nor doubles a document, and says accepted only of what is there',
    async (position, length, share, reopens, scope) => {
      const reference = await temporaryRoot()
      const clean = connectTo({ rootDirectory: reference, fileSystem: unsynchronised })
      const documents = await documentsOf(clean, packets)
      await sendAll(clean, documents)

      const rootDirectory = await temporaryRoot()
      const from = scope === 'writing' ? position : position % 8
      const faulty = new FaultyFileSystem(from, length, share, scope)
      const { fileSystem } = faulty
      let connection = connectTo({ rootDirectory, fileSystem })
      for (let round = 0; ; round += 1) {
        const results = await sendAll(connection, documents)
        expect(results.map((result) => result.outcome)).not.toContain('rejected')
        const accepted = results
          .filter(({ outcome }) => outcome === 'accepted')
          .map((result) => result.reference)
        const onDisk = new Set((await readAll(connectTo({ rootDirectory }))).map((entry) => entry.reference))
        expect(accepted.filter((one) => !onDisk.has(one))).toEqual([])
        if (accepted.length === documents.length) break
        expect(round).toBeLessThan(60)
        if (reopens) connection = connectTo({ rootDirectory, fileSystem })
      }
      const last = connectTo({ rootDirectory })
      expect(entriesRead(await readAll(last))).toEqual(entriesOf(documents))
      expect(sorted(await filesOf(rootDirectory))).toEqual(sorted(await filesOf(reference)))
      expect(faulty.failures > 0 || from > 20).toBe(true)
    },
    120_000,
  )
})

/** The books without regard to the order in which entries and months came. */
function sorted(files: Record<string, string>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(files)
      .filter(([name]) => !name.endsWith('.tmp'))
      .map(([name, text]) => [
        name,
        text.split(name.startsWith('books') ? '\n' : /(?=; ledgerpost entry)/u).toSorted(),
      ]),
  )
}
