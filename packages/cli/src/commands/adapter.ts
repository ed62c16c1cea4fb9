import { isConforming, runConformance } from '@ledgerpost/testkit/conformance'
import type { Command } from 'commander'
import { withJson } from '../access/options.js'
import { CommandError } from '../command-error.js'
import { loadSubject } from '../conformance/load-subject.js'
import { exitCodes } from '../exit-codes.js'
import { conclude } from '../output/conclude.js'
import type { Result } from '../output/result.js'
import { createScreen } from '../output/screen.js'
import type { Surroundings } from '../surroundings.js'

/** Adapters in this repository's form have their sources under a condition of their own. */
const sourceCondition = '@ledgerpost/source'

/** `adapter conform`. */
export function addAdapter(program: Command, surroundings: Surroundings): void {
  const adapter = program.command('adapter').description('for those who write adapters')
  withJson(adapter.command('conform'))
    .description('holds an adapter to the contract, requirement by requirement')
    .argument('<path>', 'the directory of its package')
    .option('--all', 'tell of requirements that are met, too')
    .action((path: string, options: { readonly json?: boolean; readonly all?: boolean }) =>
      conclude(surroundings, options, () => conform(surroundings, path, options.all ?? false)),
    )
}

async function conform(surroundings: Surroundings, path: string, tellsAll: boolean): Promise<Result> {
  const { subject, expectedFailures } = await loadSubject(path, conditionsOf(surroundings.execArgv))
  const lack = subject.unavailable?.()
  if (lack !== undefined) {
    throw new CommandError(exitCodes.refused, `${subject.name} cannot be held to anything here: ${lack}.`)
  }
  const screen = createScreen(surroundings.messages)
  const report = await runConformance(subject, {
    expectedFailures,
    onVerified: (done, all) => {
      screen.progress('requirements', done, all, `${done} of ${all}`)
    },
  })
  const count = (outcome: string) => report.requirements.filter((each) => each.outcome === outcome).length
  const conforms = isConforming(report)
  return {
    json: report,
    lines: [
      ...report.requirements.flatMap(({ id, title, ...rest }) => {
        if (rest.outcome === 'failed') return [`✗ ${id} ${title}`, `    ${rest.message}`]
        if (rest.outcome === 'expected-failure') return [`~ ${id} ${title}`, `    ${rest.reason}`]
        if (!tellsAll) return []
        return rest.outcome === 'exempt' ? [`– ${id} ${title}`, `    ${rest.reason}`] : [`✓ ${id} ${title}`]
      }),
      `${subject.name}: ${count('passed')} met, ${count('exempt')} not its concern, ${count('expected-failure')} not yet met, ${count('failed')} failed. It ${conforms ? 'conforms' : 'does not conform'}.`,
    ],
    isWell: conforms,
  }
}

function conditionsOf(execArgv: readonly string[]): readonly string[] {
  const isFromSource = execArgv.some((each) => each.includes(sourceCondition))
  return [...(isFromSource ? [sourceCondition] : []), 'node', 'import', 'default']
}
