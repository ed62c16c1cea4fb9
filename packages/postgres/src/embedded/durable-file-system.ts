import { fsyncSync } from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Initialise = NodeFS['init']

/** The part of the engine's Node file system that carries the hook. */
interface NodeFileSystem {
  stream_ops: { fsync?: (stream: { nfd: number }) => number }
  tryFSOperation: (operation: () => void) => void
}

/**
 * PGlite's file layer over Node, except that a file which PostgreSQL syncs really is on the disk afterwards: the
 * layer as shipped ignores the call, and a power loss would take committed transactions along.
 */
export class DurableFileSystem extends NodeFS {
  readonly #sync: (descriptor: number) => void

  /** `sync` returns when the file is on the disk; whatever it throws, PostgreSQL takes for a failing disk. */
  constructor(directory: string, sync: (descriptor: number) => void = fsyncSync) {
    super(directory)
    this.#sync = sync
  }

  override async init(...[engine, options]: Parameters<Initialise>): ReturnType<Initialise> {
    const { emscriptenOpts } = await super.init(engine, options)
    const preRun = [...(emscriptenOpts.preRun ?? []), (module: object) => this.#hook(module)]
    return { emscriptenOpts: { ...emscriptenOpts, preRun } }
  }

  #hook(module: object): void {
    const fileSystem: unknown = Reflect.get(module, 'NODEFS')
    if (!isNodeFileSystem(fileSystem)) {
      throw new Error(
        'This version of PGlite has no place to put a real fsync, so commits would not survive a power loss. ' +
          'Use the version that Ledgerpost was released with.',
      )
    }
    fileSystem.stream_ops.fsync = ({ nfd }) => {
      fileSystem.tryFSOperation(() => this.#sync(nfd))
      return 0
    }
  }
}

function isNodeFileSystem(value: unknown): value is NodeFileSystem {
  if (typeof value !== 'object' || value === null || !('stream_ops' in value)) return false
  if (!('tryFSOperation' in value) || typeof value.tryFSOperation !== 'function') return false
  return typeof value.stream_ops === 'object' && value.stream_ops !== null
}
