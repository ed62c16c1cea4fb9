import { openDatabase } from '@ledgerpost/postgres'
import type { Command } from 'commander'
import { urlOf } from '../access/open-access.js'
import { type AccessOptions, withAccess } from '../access/options.js'
import type { Finding } from '../doctor/finding.js'
import { databaseFinding, nodeFinding } from '../doctor/own-machine.js'
import { accessFindings, serverFindings } from '../doctor/server.js'
import { conclude } from '../output/conclude.js'
import type { Result } from '../output/result.js'
import { counted } from '../output/words.js'
import type { Surroundings } from '../surroundings.js'

const marks = { fine: '✓', warning: '!', wrong: '✗' } as const

/** `doctor`: looks at everything that commands need. */
export function addDoctor(program: Command, surroundings: Surroundings): void {
  withAccess(program.command('doctor'))
    .description('checks Node.js, the database, the server, the token and the ledgers, and says what to do')
    .action((options: AccessOptions) => conclude(surroundings, options, () => examine(surroundings, options)))
}

async function examine(surroundings: Surroundings, options: AccessOptions): Promise<Result> {
  const { variables, nodeVersion } = surroundings
  const server = await serverFindings(surroundings, urlOf(options, surroundings))
  const answers = server.length > 1
  const findings: readonly Finding[] = [
    nodeFinding(nodeVersion),
    await databaseFinding(variables['DATABASE_URL'], describe),
    ...server,
    ...(answers ? await accessFindings(surroundings, options) : []),
  ]
  const wrong = findings.filter(({ verdict }) => verdict === 'wrong').length
  return {
    json: findings,
    lines: [
      ...findings.flatMap(({ about, verdict, message, advice }) => [
        `${marks[verdict]} ${about.padEnd(10)} ${message}`,
        ...(advice === undefined ? [] : [`             ${advice}`]),
      ]),
      wrong === 0 ? 'All is well.' : `${counted(wrong, 'thing')} to put right.`,
    ],
    isWell: wrong === 0,
  }
}

async function describe(url: string): Promise<string> {
  const database = await openDatabase({ kind: 'server', url })
  try {
    return database.description
  } finally {
    await database.close()
  }
}
