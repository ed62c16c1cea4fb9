import { execFileSync } from 'node:child_process'

/** Runs a program to its end and returns what it printed; throws with that when it fails. */
export function run(program: string, arguments_: readonly string[], directory: string): string {
  try {
    return execFileSync(program, arguments_, {
      cwd: directory,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (cause) {
    const output = ['stdout', 'stderr'].map((stream) => outputOf(cause, stream)).join('')
    throw new Error(`${program} ${arguments_.join(' ')} failed:\n${output}`, { cause })
  }
}

function outputOf(cause: unknown, stream: string): string {
  const output: unknown = cause instanceof Error ? Reflect.get(cause, stream) : undefined
  return typeof output === 'string' ? output : ''
}
