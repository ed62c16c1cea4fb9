import { PGlite } from '@electric-sql/pglite'
import { schemaName } from '../schema-name.js'
import { typeParsers } from '../values/type-parsers.js'

/** Small: the operating system caches the files as well. A checkpoint gives back what the log holds beyond this. */
const configuration = [
  'shared_buffers = 16MB',
  'min_wal_size = 32MB',
  'max_wal_size = 64MB',
  "timezone = 'UTC'",
  "datestyle = 'ISO, YMD'",
]

const withoutSyncOff = PGlite.defaultStartParams.filter((parameter) => parameter !== '-F')

function startParameters(base: readonly string[], ...settings: readonly string[]): string[] {
  const searchPath = `search_path=${schemaName}`
  const own = base.map((parameter) => (parameter.startsWith('search_path=') ? searchPath : parameter))
  return [...own, ...settings.flatMap((setting) => ['-c', setting])]
}

/** What every engine is started with. */
export const engineSettings = { postgresqlconf: configuration, parsers: { ...typeParsers } }

/** Every commit is on the disk when it returns. The file layer knows no other way to sync than `fsync`. */
export const durableStart = startParameters(withoutSyncOff, 'fsync=on', 'wal_sync_method=fsync')

/** There is no disk. */
export const memoryStart = startParameters(PGlite.defaultStartParams)
