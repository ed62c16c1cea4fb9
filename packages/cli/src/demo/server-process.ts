import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { serverScript } from '../server/server-script.js'

/** A server in a process of its own, which can be killed and started again over the same data. */
export interface ServerProcess {
  /** Where it listens; changes with every start. */
  url(): string
  start(): Promise<void>
  /** SIGKILL: no warning, nothing is flushed or closed. */
  kill(): Promise<void>
  /** SIGTERM: it finishes what it is doing. */
  stop(): Promise<void>
}

const readyLine = /(http:\/\/127\.0\.0\.1:\d+)/

export function serverProcess(environment: Readonly<Record<string, string>>): ServerProcess {
  let child: ChildProcess | undefined
  let address = ''

  async function end(signal: NodeJS.Signals): Promise<void> {
    const running = child
    child = undefined
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill(signal)
    await ended
  }

  return {
    url: () => address,
    async start() {
      const started = spawn(process.execPath, [...process.execArgv, serverScript()], {
        env: { ...process.env, ...environment, PORT: '0' },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      child = started
      address = await addressOf(started)
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

/** Resolves with the address that the server prints when it is ready; rejects with what it said if it ends before. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const said: string[] = []
    const listen = (stream: NodeJS.ReadableStream | null) => {
      if (!stream) return
      createInterface({ input: stream }).on('line', (line) => {
        const match = readyLine.exec(line)
        if (match?.[1] !== undefined) resolve(match[1])
        if (said.push(line) > 50) said.shift()
      })
    }
    listen(child.stdout)
    listen(child.stderr)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      reject(
        new Error(
          `The server ended (${signal ?? `exit code ${code}`}) before it was ready:\n${said.join('\n')}`,
        ),
      )
    })
  })
}
