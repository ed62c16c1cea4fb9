import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { type Arm, type Order, type Point, report, type Setup, setupVariable } from './messages.js'
import { within } from '../patience.js'

/** A server in a process of its own, with its worker, which can be stopped at any point of a job. */
export interface ServerProcess {
  readonly workerName: string
  readonly url: string
  /** Takes the place of what was armed before. */
  arm(...arms: readonly Arm[]): Promise<void>
  /** A point that the process stands at since it was asked last. */
  takeReached(): Point | undefined
  /** Lets go on what stands still. */
  release(): void
  /** Tells every point that is passed from now on. */
  trace(onPassed: (point: Point) => void): void
  signal(name: 'SIGSTOP' | 'SIGCONT' | 'SIGTERM'): void
  /** SIGKILL: no warning, nothing is flushed or closed. Resolves when it is gone. */
  kill(): Promise<void>
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>
  /** Resolves with the exit code once it has ended, by whatever. */
  readonly ended: Promise<number | null>
  /** The last lines that it wrote to standard error. */
  lastWords(): string
}

/** How long anything that a process is waited for may take, in milliseconds. */
const patience = 30_000

const alive = new Set<ChildProcess>()

/** Ends what still runs; for whoever ends in a hurry. A process that was stopped ends as well. */
export function killAllProcesses(): void {
  for (const child of alive) child.kill('SIGKILL')
}

/** Starts a server process and waits until it takes requests. @throws Error with its last words if it ends before */
export async function startServerProcess(bundle: string, setup: Setup): Promise<ServerProcess> {
  const child = spawn(process.execPath, [bundle], {
    env: { ...process.env, [setupVariable]: JSON.stringify(setup) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  alive.add(child)
  const said: string[] = []
  const { stderr } = child
  if (!stderr) throw new Error('The server process has no standard error.')
  createInterface({ input: stderr }).on('line', (line) => {
    if (said.push(line) > 40) said.shift()
  })
  const lastWords = () => said.join('\n')
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      alive.delete(child)
      resolve(code)
    })
  })
  let onPassed: (point: Point) => void = () => undefined
  const ready = signal<string>()
  const reached: Point[] = []
  let onArmed: (() => void) | undefined
  child.on('message', (message) => {
    const received = report.parse(message)
    if (received.kind === 'ready') ready.give(received.url)
    else if (received.kind === 'armed') onArmed?.()
    else if (received.kind === 'passed') onPassed({ step: received.step, moment: received.moment })
    else reached.push({ step: received.step, moment: received.moment })
  })

  function say(order: Order): void {
    if (child.connected) child.send(order)
  }

  const failed = Promise.race([
    ended.then(
      (code) => new Error(`The server process ended with ${code} before it was ready:\n${lastWords()}`),
    ),
    once(child, 'error').then(([error]) => new Error(`The server process could not be started: ${error}`)),
  ]).then((error) => {
    throw error
  })
  const url = await within(patience, 'The start of a server process', Promise.race([ready.given, failed]))

  return {
    workerName: setup.workerName,
    url,
    ended,
    lastWords,
    async arm(...arms) {
      reached.length = 0
      const armed = new Promise<void>((resolve) => (onArmed = resolve))
      say({ kind: 'arm', arms: [...arms] })
      await within(patience, 'Arming a server process', armed)
    },
    takeReached: () => reached.shift(),
    release: () => say({ kind: 'release' }),
    trace(listener) {
      onPassed = listener
      say({ kind: 'trace' })
    },
    signal: (name) => void child.kill(name),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async stop() {
      child.kill('SIGTERM')
      return within(patience, 'The end of a server process', ended)
    },
  }
}

/** A promise and what fulfils it. */
function signal<Value>(): { readonly given: Promise<Value>; readonly give: (value: Value) => void } {
  let give: (value: Value) => void = () => undefined
  const given = new Promise<Value>((resolve) => {
    give = resolve
  })
  return { given, give: (value) => give(value) }
}
