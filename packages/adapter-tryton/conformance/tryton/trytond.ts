import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { access, copyFile, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { programVersion } from '@ledgerpost/testkit'
import { recipe, setUpBooks } from './books.js'
import { adminPassword } from './rpc.js'

const program = 'trytond'

/** Debian: `apt-get install --no-install-recommends tryton-server tryton-modules-account tryton-modules-account-invoice`. */
export const trytondVersion = programVersion(program, ['--version'])

export interface Trytond {
  readonly url: string
  /** Makes a database that has nothing but ready books of EUR. @returns its name */
  newDatabase(): Promise<string>
  /** Ends the process at once, as a crash does, and starts another at the same address. */
  crash(): Promise<void>
  stop(): Promise<void>
}

/** Starts trytond in a directory of its own, with SQLite. */
export async function startTrytond(): Promise<Trytond> {
  const ready = await readyDatabase()
  const directory = await mkdtemp(join(tmpdir(), 'tryton-'))
  let server = await serve(directory)
  let databases = 0
  return {
    url: server.url,
    async newDatabase() {
      databases += 1
      const name = `books${databases}`
      await copyFile(ready, join(directory, `${name}.sqlite`))
      return name
    },
    async crash() {
      await end(server.process, 'SIGKILL')
      server = await serve(directory, server.port)
    },
    async stop() {
      await end(server.process, 'SIGTERM')
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** A database with books, made once for this version of trytond and kept in the directory for temporary files. */
async function readyDatabase(): Promise<string> {
  const digest = createHash('sha256').update(trytondVersion()).update(recipe()).digest('hex').slice(0, 16)
  const kept = join(tmpdir(), `ledgerpost-tryton-${digest}.sqlite`)
  try {
    await access(kept)
    return kept
  } catch {
    // It is not there yet.
  }
  const directory = await mkdtemp(join(tmpdir(), 'tryton-'))
  const made = join(directory, 'books.sqlite')
  const passwordFile = join(directory, 'password')
  await writeFile(made, '')
  await writeFile(passwordFile, adminPassword)
  const configuration = await configure(directory, 0)
  await promisify(execFile)(
    'trytond-admin',
    [
      '-c',
      configuration,
      '-d',
      'books',
      '--email',
      'admin@example.invalid',
      '--activate-dependencies',
      '-u',
    ].concat(['ir', 'res', 'account', 'account_invoice']),
    { env: { ...process.env, TRYTONPASSFILE: passwordFile } },
  )
  const server = await serve(directory)
  await setUpBooks(server.url, 'books', 'EUR')
  await end(server.process, 'SIGTERM')
  await rename(made, kept)
  await rm(directory, { recursive: true, force: true })
  return kept
}

interface Served {
  readonly process: ChildProcess
  readonly url: string
  readonly port: number
}

async function serve(directory: string, wanted?: number): Promise<Served> {
  const port = wanted ?? (await freePort())
  const configuration = await configure(directory, port)
  const child = spawn(program, ['-c', configuration], { stdio: ['ignore', 'ignore', 'pipe'] })
  await new Promise<void>((resolve, reject) => {
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-4000)
      if (said.includes('Running on')) resolve()
    })
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`trytond ended with ${code}: ${said}`)))
  })
  return { process: child, url: `http://127.0.0.1:${port}`, port }
}

async function configure(directory: string, port: number): Promise<string> {
  const file = join(directory, 'trytond.conf')
  const sections = [
    `[database]\nuri = sqlite://\npath = ${directory}\nretry = 20`,
    `[web]\nlisten = 127.0.0.1:${port}\nhostname = 127.0.0.1`,
  ]
  await writeFile(file, `${sections.join('\n\n')}\n`)
  return file
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.on('exit', () => resolve())
    child.kill(signal)
  })
}
