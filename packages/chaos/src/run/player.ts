import { Worker } from 'node:worker_threads'
import type { Played } from './played.js'

/** A thread that plays worlds, one at a time. */
export class Player {
  readonly #worker: Worker

  /** @param more what the thread's entry wants to know */
  constructor(entry = new URL('thread.ts', import.meta.url), more: Readonly<Record<string, string>> = {}) {
    this.#worker = new Worker(new URL('thread.mjs', import.meta.url), {
      workerData: { ...more, entry: entry.href },
    })
  }

  /** @throws Error when the thread ended */
  play(seed: number): Promise<Played> {
    return new Promise((resolve, reject) => {
      const worker = this.#worker
      const settle = (work: () => void): void => {
        worker.off('message', onMessage)
        worker.off('error', onError)
        worker.off('exit', onExit)
        work()
      }
      const onMessage = (played: Played): void => settle(() => resolve(played))
      const onError = (error: unknown): void => settle(() => reject(asError(error)))
      const onExit = (code: number): void =>
        settle(() => reject(new Error(`The thread that played seed ${seed} ended with status ${code}.`)))
      worker.on('message', onMessage)
      worker.on('error', onError)
      worker.on('exit', onExit)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of Node has no origin
      worker.postMessage(seed)
    })
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
