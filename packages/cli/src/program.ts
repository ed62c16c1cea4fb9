import type { Readable } from 'node:stream'
import { Command } from 'commander'
import { addAdapter } from './commands/adapter.js'
import { addCompletion } from './commands/completion.js'
import { addDemo } from './commands/demo.js'
import { addDoctor } from './commands/doctor.js'
import { addHistory } from './commands/history.js'
import { addLink } from './commands/link.js'
import { addMap } from './commands/map.js'
import { addOrders } from './commands/orders.js'
import { addPacket } from './commands/packet.js'
import { addPlatform } from './commands/platform.js'
import { addPreferences } from './commands/preferences.js'
import { addServe } from './commands/serve.js'
import { addSync } from './commands/sync.js'
import { exitCodes } from './exit-codes.js'
import type { Surroundings } from './surroundings.js'

/** The `ledgerpost` command. @param input what `-` as a file stands for */
export function createProgram(surroundings: Surroundings, input: Readable): Command {
  const program: Command = new Command('ledgerpost')
    .description('Carries a platform’s orders into its merchants’ books.')
    .showHelpAfterError('(ledgerpost --help lists the commands)')
    .configureOutput({
      writeOut: (text) => {
        surroundings.output.write(text)
      },
      writeErr: (text) => {
        surroundings.messages.write(text)
      },
    })
    .exitOverride()
  const add = [addDemo, addServe, addPlatform, addLink, addMap, addPreferences]
  for (const each of add) each(program, surroundings)
  addOrders(program, surroundings, input)
  const more = [addSync, addHistory, addPacket, addAdapter, addDoctor, addCompletion]
  for (const each of more) each(program, surroundings)
  program.addHelpText(
    'after',
    `
Exit codes: ${exitCodes.done} done, ${exitCodes.notWell} done and not all is well, ${exitCodes.usage} not understood, ${exitCodes.unreachable} no server,
${exitCodes.notAllowed} not allowed, ${exitCodes.refused} refused, ${exitCodes.stillRunning} still running, ${exitCodes.interrupted} interrupted.
`,
  )
  return program
}
