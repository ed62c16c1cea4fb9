import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { severityOf } from '../errors/sql-state.js'
import { StoreUnavailable } from '../errors/store-unavailable.js'

type Filesystem = NonNullable<PGliteOptions['fs']>

export interface EngineOptions extends PGliteOptions {
  /** Where the database is, for people. */
  readonly description: string
  readonly fs: Filesystem
}

/**
 * PGlite that stays stopped once its PostgreSQL has stopped. After a panic (a failing or full disk) PGlite itself
 * would go on calling it, never return and take all memory.
 */
export class Engine extends PGlite {
  readonly #description: string
  #failure: Error | undefined

  constructor({ description, ...options }: EngineOptions) {
    watchAborts(options.fs, (reason) => {
      this.#failure ??= new Error(`PostgreSQL stopped${reason === '' ? '' : `: ${reason}`}`)
    })
    super(options)
    this.#description = description
  }

  /** Whether PostgreSQL has stopped by itself. */
  get hasFailed(): boolean {
    return this.#failure !== undefined
  }

  override execProtocolRawSync(message: Uint8Array): Uint8Array {
    if (this.#failure !== undefined) {
      throw new StoreUnavailable(this.#description, 'failed', 'unknown', this.#failure)
    }
    return super.execProtocolRawSync(message)
  }

  override async execProtocolStream(
    ...parameters: Parameters<PGlite['execProtocolStream']>
  ): ReturnType<PGlite['execProtocolStream']> {
    try {
      return await super.execProtocolStream(...parameters)
    } catch (error) {
      const severity = severityOf(error)
      if (error instanceof Error && (severity === 'PANIC' || severity === 'FATAL')) this.#failure = error
      throw error
    }
  }

  // PGlite's name for what every use goes through first.
  override async _checkReady(): Promise<void> {
    if (this.closed) throw new StoreUnavailable(this.#description, 'closed', 'none')
    await super._checkReady()
  }
}

/** Emscripten tells of an abort through `onAbort`, which only the file system's `init` can set. */
function watchAborts(fileSystem: Filesystem, onAbort: (reason: string) => void): void {
  const initialise = fileSystem.init.bind(fileSystem)
  fileSystem.init = async (engine, options) => {
    const { emscriptenOpts } = await initialise(engine, options)
    return { emscriptenOpts: { ...emscriptenOpts, onAbort: (what: unknown) => onAbort(String(what)) } }
  }
}
