import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { runDemo } from '../demo/demo.js'
import { demoOptions } from '../demo/options.js'
import { figures, isProved, report } from '../demo/report.js'
import { exitCodes } from '../exit-codes.js'
import { createScreen } from '../output/screen.js'
import type { Surroundings } from '../surroundings.js'

/** `demo`. */
export function addDemo(program: Command, { output, messages, setExitCode }: Surroundings): void {
  program
    .command('demo')
    .description('plays a platform, syncs its orders into real books and proves them to the cent')
    .option('--orders <file>', 'your own orders instead of the studio’s, one JSON object a line')
    .option('--to <ledger>', 'plain-text or xero (a fake one that keeps a ledger of its own)', 'plain-text')
    .option('--json [file]', 'write the figures there; without a file, to the standard output')
    .option(
      '--directory <directory>',
      'where the demo keeps its data; emptied at the start',
      '.ledgerpost/demo',
    )
    .option('--per-order', 'one packet per order instead of one per day and payment method')
    .option('--kill <times>', 'kill the server with SIGKILL in the middle of so many syncs')
    .option('--seed <number>', 'another studio')
    .option('--currency <code>', 'the currency of your own orders', 'USD')
    .option('--time-zone <zone>', 'the IANA zone for your own orders that are dated by an instant', 'UTC')
    .action(async (input: unknown) => {
      const options = demoOptions.safeParse(input)
      if (!options.success) {
        const [issue] = options.error.issues
        program.error(`--${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'cannot be used'}`, {
          exitCode: exitCodes.usage,
        })
      }
      const { json } = options.data
      const screen = createScreen(json === true ? messages : output)
      const result = await runDemo(options.data, screen)
      report(result, screen)
      const text = `${JSON.stringify(figures(result), null, 2)}\n`
      if (json === true) output.write(text)
      else if (json !== undefined) await writeFile(json, text)
      if (!isProved(result)) setExitCode(exitCodes.notWell)
    })
}
