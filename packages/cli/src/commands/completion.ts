import { Argument, type Command } from 'commander'
import { bashCompletion } from '../completion/bash.js'
import { type CommandNode, commandTree } from '../completion/command-tree.js'
import { fishCompletion } from '../completion/fish.js'
import { zshCompletion } from '../completion/zsh.js'
import { conclude } from '../output/conclude.js'
import type { Surroundings } from '../surroundings.js'

const shells: Readonly<Record<string, (name: string, nodes: readonly CommandNode[]) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
}

/** `completion`: prints a script that a shell sources. */
export function addCompletion(program: Command, surroundings: Surroundings): void {
  program
    .command('completion')
    .description('prints a completion script for the shell')
    .addArgument(new Argument('<shell>', 'which one').choices(Object.keys(shells)))
    .action((shell: string) =>
      conclude(surroundings, {}, async () => {
        const script = shells[shell]?.(program.name(), commandTree(program)) ?? ''
        return { json: script, lines: [script.trimEnd()] }
      }),
    )
}
