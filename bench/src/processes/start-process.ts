import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { z } from 'zod'

const ready = z.object({ url: z.string() })

/** A process that serves something on this machine. */
export interface StartedProcess {
  readonly url: string
  /** What it takes, in bytes. */
  memory(): Promise<Memory>
  stop(): Promise<void>
}

const memoryAnswer = z.object({
  /** Resident, once what is garbage has been collected. */
  now: z.number(),
  /** Resident, at its highest since it was last asked. */
  peak: z.number(),
  /** Objects that are reached from somewhere. */
  alive: z.number(),
})
export type Memory = z.output<typeof memoryAnswer>

/**
 * Starts one of the modules beside this one as a process and waits until it serves.
 * @param setup what it is told; JSON
 * @throws Error when it ends before it serves; it has then said why
 */
export async function startProcess(module: string, setup: unknown): Promise<StartedProcess> {
  const child = fork(new URL(module, import.meta.url), [JSON.stringify(setup)], {
    execArgv: ['--import', 'tsx', '--conditions=@ledgerpost/source', '--expose-gc'],
  })
  const { url } = ready.parse(await nextMessage(child, module))
  return {
    url,
    async memory() {
      child.send('memory')
      return memoryAnswer.parse(await nextMessage(child, module))
    },
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

async function nextMessage(child: ChildProcess, module: string): Promise<unknown> {
  const settled = new AbortController()
  try {
    return await Promise.race([
      once(child, 'message', { signal: settled.signal }).then(([message]: unknown[]) => message),
      once(child, 'exit', { signal: settled.signal }).then(([code]: unknown[]) => {
        throw new Error(`${module} ended with status ${String(code)} instead of answering; see above.`)
      }),
    ])
  } finally {
    settled.abort()
  }
}
