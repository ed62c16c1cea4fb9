import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { isCancel, password, select, text } from '@clack/prompts'
import { Interrupted } from './command-error.js'
import type { Asker, Sink, Surroundings } from './surroundings.js'

/** The process's own variables, streams, network and person. */
export function processSurroundings(): Surroundings {
  let interrupted: AbortController | undefined
  return {
    variables: process.env,
    output: sinkOf(process.stdout),
    messages: sinkOf(process.stderr),
    fetch: (input, init) => globalThis.fetch(input, init),
    clock: {
      now: () => Date.now(),
      sleep: async (milliseconds, signal) => {
        await sleep(milliseconds, undefined, { signal })
      },
    },
    ask: process.stdin.isTTY && process.stderr.isTTY ? terminalAsker() : null,
    openPage,
    // Who does not look at it is interrupted as any process is.
    get signal() {
      interrupted ??= abortOnInterrupt()
      return interrupted.signal
    },
    nodeVersion: process.versions.node,
    execArgv: process.execArgv,
    setExitCode(code) {
      process.exitCode = code
    },
  }
}

function abortOnInterrupt(): AbortController {
  const controller = new AbortController()
  process.once('SIGINT', () => {
    controller.abort()
  })
  return controller
}

function sinkOf(stream: NodeJS.WriteStream): Sink {
  return {
    write(written) {
      stream.write(written)
    },
    isTerminal: stream.isTTY,
  }
}

/** Questions stand on the standard error output, so that what was asked for can be piped on. */
function terminalAsker(): Asker {
  const output = process.stderr
  return {
    text: async (message, { signal } = {}) =>
      answered(await text({ message, output, ...(signal ? { signal } : {}) })),
    secret: async (message) => answered(await password({ message, output })),
    async choose(message, choices) {
      const value = answered(
        await select<string>({
          message,
          output,
          options: choices.map(({ value: each, label }) => ({ value: each, label })),
        }),
      )
      const chosen = choices.find((choice) => choice.value === value)
      if (!chosen) throw new Interrupted()
      return chosen.value
    },
  }
}

function answered(value: string | symbol | undefined): string {
  if (isCancel(value) || typeof value === 'symbol') throw new Interrupted()
  return value ?? ''
}

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/** Resolves when the opener runs, or is not there: the address is printed in any case. */
function openPage(url: string): Promise<void> {
  const [program, ...given] = openers[process.platform] ?? ['xdg-open']
  return new Promise((resolve) => {
    const opener = spawn(program, [...given, url], { stdio: 'ignore', detached: true })
    opener.once('error', () => {
      resolve()
    })
    opener.once('spawn', () => {
      opener.unref()
      resolve()
    })
  })
}
