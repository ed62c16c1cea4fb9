import { spawn } from 'node:child_process'
import { serverScript } from './server-script.js'

/** Runs the server in a process of its own that speaks for itself, until it ends; answers its exit code. */
export function runServer(
  flags: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, serverScript(), ...flags], {
      env: variables,
      stdio: 'inherit',
    })
    const stop = () => {
      child.kill('SIGTERM')
    }
    signal.addEventListener('abort', stop, { once: true })
    process.once('SIGTERM', stop)
    child.once('error', reject)
    child.once('exit', (code) => {
      signal.removeEventListener('abort', stop)
      process.off('SIGTERM', stop)
      resolve(code ?? 1)
    })
  })
}
