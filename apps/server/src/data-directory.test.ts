import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dataDirectory, secretKeyOf } from './data-directory.js'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'data-directory-'))
})
afterEach(() => rm(root, { recursive: true }))

describe('the secret key of a data directory', () => {
  it('is made once, for its owner alone, and is the same from then on', async () => {
    const path = join(root, 'data')
    const { secretKeyFile } = dataDirectory(path)
    const keys = await Promise.all([1, 2, 3, 4].map(() => secretKeyOf(path, secretKeyFile)))
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1)
    expect(keys[0]).toHaveLength(32)
    expect((await stat(secretKeyFile)).mode & 0o777).toBe(0o600)
    expect(await readdir(path)).toEqual(['secret.key'])
  })

  it('is not replaced when it is damaged', async () => {
    const { secretKeyFile } = dataDirectory(root)
    await writeFile(secretKeyFile, 'half a k')
    await expect(secretKeyOf(root, secretKeyFile)).rejects.toThrow('Restore it from your backup')
  })
})
