import { mkdir, realpath } from 'node:fs/promises'
import type { Database, EmbeddedOptions } from '../database.js'
import { connectEngine } from './connect-engine.js'
import { dataDirectory } from './data-directory.js'
import { lockDirectory } from './directory-lock.js'
import { startDurably, startInMemory, type Sync } from './start-engine.js'
import type { UpkeepLimits } from './upkeep.js'

/** What only tests choose. */
export interface EmbeddedInternals {
  readonly sync?: Sync
  readonly upkeep?: UpkeepLimits
}

export async function openEmbedded(
  options: EmbeddedOptions,
  internals: EmbeddedInternals = {},
): Promise<Database> {
  const { sync, ...others } = internals
  if (options.directory === 'memory') {
    const description = 'The embedded database in memory'
    return connectEngine(await startInMemory(description), { description, ...others })
  }
  await mkdir(options.directory, { recursive: true, mode: 0o700 })
  const directory = await realpath(options.directory)
  const description = `The embedded database in ${directory}`
  const lock = await lockDirectory(directory)
  try {
    const data = await dataDirectory(directory, async (fresh) => {
      const engine = await startDurably(description, fresh)
      await engine.close()
    })
    const engine = await startDurably(description, data, sync)
    return await connectEngine(engine, { description, release: () => lock.release(), ...others })
  } catch (error) {
    await lock.release()
    throw error
  }
}
