import * as promises from 'node:fs/promises'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryRoot } from '../test-books.test-support.js'
import { appendDurably, writeAtomically } from './durable.js'
import type { FileSystem } from './file-system.js'

/** Writes down what is done to which file; an append fails after three bytes if asked. */
function recording(log: string[], isFull = false): FileSystem {
  return {
    ...promises,
    rename: async (from, to) => {
      log.push(`rename ${basename(String(from))} ${basename(String(to))}`)
      await promises.rename(from, to)
    },
    open: async (path, ...rest) => {
      const handle = await promises.open(path, ...rest)
      const [sync, appendFile, writeAll] = [handle.sync, handle.appendFile, handle.writeFile]
      handle.sync = async () => {
        log.push(`sync ${basename(String(path))}`)
        await sync.call(handle)
      }
      handle.writeFile = async (data) => {
        log.push(`write ${basename(String(path))}`)
        await writeAll.call(handle, data)
      }
      handle.appendFile = async (data) => {
        log.push(`append ${basename(String(path))}`)
        await appendFile.call(handle, isFull ? String(data).slice(0, 3) : data)
        if (isFull) throw new Error('ENOSPC: no space left on device')
      }
      return handle
    },
  }
}

describe('appendDurably', () => {
  it('synchronises what it appended', async () => {
    const path = join(await temporaryRoot(), 'file')
    await writeFile(path, 'one\n')
    const log: string[] = []
    await appendDurably(recording(log), path, 'two\n')
    expect(log).toEqual(['append file', 'sync file'])
    expect(await readFile(path, 'utf8')).toBe('one\ntwo\n')
  })

  it('takes back what a full disk cut short', async () => {
    const path = join(await temporaryRoot(), 'file')
    await writeFile(path, 'one\n')
    await expect(appendDurably(recording([], true), path, 'two\n')).rejects.toThrow('ENOSPC')
    expect(await readFile(path, 'utf8')).toBe('one\n')
  })
})

describe('writeAtomically', () => {
  it('synchronises the new file before it takes the name, and the directory after', async () => {
    const directory = await temporaryRoot()
    const path = join(directory, 'file')
    await writeFile(path, 'old')
    const log: string[] = []
    await writeAtomically(recording(log), path, 'new')
    expect(log).toEqual([
      'write file.tmp',
      'sync file.tmp',
      'rename file.tmp file',
      `sync ${basename(directory)}`,
    ])
    expect(await readFile(path, 'utf8')).toBe('new')
  })
})
