import type { Command } from 'commander'
import { CommandError } from '../command-error.js'
import { exitCodes } from '../exit-codes.js'
import { conclude } from '../output/conclude.js'
import { runServer } from '../server/run-server.js'
import type { Surroundings } from '../surroundings.js'

interface ServeOptions {
  readonly host?: string
  readonly port?: string
  readonly data?: string
  readonly devTokens?: boolean
  readonly restored?: boolean
  readonly readyFile?: string
}

interface WorkerOptions {
  readonly concurrency?: string
  readonly scheduler: boolean
  readonly port: string
}

/** `serve` and `worker`: the server in the foreground, with the variables of the shell. */
export function addServe(program: Command, surroundings: Surroundings): void {
  program
    .command('serve')
    .description('runs the server: API, worker and scheduler in one process')
    .option('--host <host>', 'where to listen; HOST, or 127.0.0.1')
    .option('--port <port>', 'PORT, or 8080; 0 is any that is free')
    .option('--data <directory>', 'LEDGERPOST_DATA_DIRECTORY, or .ledgerpost')
    .option('--dev-tokens', 'give tokens to whoever asks, on this machine alone')
    .option('--restored', 'the database was restored from a copy')
    .option('--ready-file <file>', 'write the address there once the server is ready')
    .action((options: ServeOptions) =>
      run(surroundings, () => ({
        flags: [
          ...(options.devTokens ? ['--dev-tokens'] : []),
          ...(options.restored ? ['--restored'] : []),
          ...(options.readyFile === undefined ? [] : ['--ready-file', options.readyFile]),
        ],
        variables: {
          ...(options.host === undefined ? {} : { HOST: options.host }),
          ...(options.port === undefined ? {} : { PORT: options.port }),
          ...(options.data === undefined ? {} : { LEDGERPOST_DATA_DIRECTORY: options.data }),
        },
      })),
    )
  program
    .command('worker')
    .description('does jobs for servers that share a PostgreSQL server (DATABASE_URL)')
    .option('--concurrency <jobs>', 'jobs at once; LEDGERPOST_WORKER_CONCURRENCY, or 4')
    .option('--no-scheduler', 'leave the daily syncs to others')
    .option('--port <port>', 'where it answers /health; any that is free', '0')
    .action((options: WorkerOptions) =>
      run(surroundings, () => {
        if ((surroundings.variables['DATABASE_URL'] ?? '') === '') {
          throw new CommandError(
            exitCodes.usage,
            'A worker of its own needs a database that it shares with the servers: set DATABASE_URL to postgres://…. On the embedded database, serve does the work itself.',
            'ledgerpost serve',
          )
        }
        return {
          flags: [],
          variables: {
            LEDGERPOST_ROLES: options.scheduler ? 'worker,scheduler' : 'worker',
            PORT: options.port,
            ...(options.concurrency === undefined
              ? {}
              : { LEDGERPOST_WORKER_CONCURRENCY: options.concurrency }),
          },
        }
      }),
    )
}

interface Start {
  readonly flags: readonly string[]
  readonly variables: Readonly<Record<string, string>>
}

function run(surroundings: Surroundings, start: () => Start): Promise<void> {
  return conclude(surroundings, {}, async () => {
    const { flags, variables } = start()
    const code = await runServer(flags, { ...surroundings.variables, ...variables }, surroundings.signal)
    return { json: { exitCode: code }, lines: [], isWell: code === 0 }
  })
}
