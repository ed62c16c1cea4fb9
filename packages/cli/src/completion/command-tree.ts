import type { Command } from 'commander'

/** What can follow a command on the command line. */
export interface CommandNode {
  /** The words that lead to it, without the name of the program. */
  readonly path: readonly string[]
  readonly commands: readonly Word[]
  readonly options: readonly Word[]
  /** Options that take a value. */
  readonly valued: readonly string[]
  /** Whether an argument of it is a file or a directory. */
  readonly takesFile: boolean
  /** What its first argument may be, where that is known. */
  readonly choices: readonly string[]
}

export interface Word {
  readonly word: string
  readonly description: string
}

/** Every command of the program, the program itself first. */
export function commandTree(program: Command, path: readonly string[] = []): readonly CommandNode[] {
  const commands = program.commands.map((each) => ({ word: each.name(), description: each.description() }))
  const options = program.options.flatMap(({ long, description }) =>
    long == null ? [] : [{ word: long, description }],
  )
  const names = program.registeredArguments.map((argument) => argument.name())
  const node: CommandNode = {
    path,
    commands,
    options: [...options, { word: '--help', description: 'shows what the command takes' }],
    valued: program.options.flatMap(({ long, required }) => (required && long != null ? [long] : [])),
    takesFile: names.some((name) => name === 'file' || name === 'path'),
    choices: program.registeredArguments[0]?.argChoices ?? [],
  }
  return [node, ...program.commands.flatMap((each) => commandTree(each, [...path, each.name()]))]
}
