import type { CommandNode } from './command-tree.js'

/** A completion script for fish. */
export function fishCompletion(name: string, nodes: readonly CommandNode[]): string {
  const lines = nodes.flatMap(({ path, commands, options, valued, takesFile, choices }) => {
    const condition = `-n '__${name}_at ${path.map((word) => `"${word}"`).join(' ')}'`
    const files = takesFile ? '' : ' -f'
    return [
      ...commands.map(
        ({ word, description }) =>
          `complete -c ${name} -f ${condition} -a ${word} -d '${quoted(description)}'`,
      ),
      ...(choices.length === 0 ? [] : [`complete -c ${name} -f ${condition} -a '${choices.join(' ')}'`]),
      ...options.map(
        ({ word, description }) =>
          `complete -c ${name}${files} ${condition} -l ${word.slice(2)}${valued.includes(word) ? ' -r' : ''} -d '${quoted(description)}'`,
      ),
    ]
  })
  const known = [...new Set(nodes.flatMap(({ commands }) => commands.map(({ word }) => word)))]
  return `# fish completion for ${name}: ${name} completion fish | source
function __${name}_at
  set -l path
  for word in (commandline -opc)[2..]
    if contains -- $word ${known.join(' ')}
      set -a path $word
    end
  end
  test "$path" = "$argv"
end
${lines.join('\n')}
`
}

function quoted(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)
}
