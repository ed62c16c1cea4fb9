import { writeFile } from 'node:fs/promises'
import { Command } from 'commander'
import { runDemo } from './demo/demo.js'
import { demoOptions } from './demo/options.js'
import { figures, isProved, report } from './demo/report.js'
import { createScreen } from './demo/screen.js'

/** The `ledgerpost` command. */
export function createProgram(): Command {
  const program: Command = new Command('ledgerpost')
    .description('Carries a platform’s orders into its merchants’ books.')
    .showHelpAfterError('(ledgerpost --help lists the commands)')
  program
    .command('demo')
    .description('plays a platform, syncs its orders into real books and proves them to the cent')
    .option('--orders <file>', 'your own orders instead of the studio’s, one JSON object a line')
    .option('--to <ledger>', 'plain-text or xero (a fake one that keeps a ledger of its own)', 'plain-text')
    .option('--json <file>', 'write the figures there')
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
        program.error(`--${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'cannot be used'}`)
      }
      const screen = createScreen(process.stdout)
      const result = await runDemo(options.data, screen)
      report(result, screen)
      if (options.data.json !== undefined) {
        await writeFile(options.data.json, `${JSON.stringify(figures(result), null, 2)}\n`)
      }
      if (!isProved(result)) process.exitCode = 1
    })
  return program
}
