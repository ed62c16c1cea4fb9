import type { CommandNode } from './command-tree.js'

/** A completion script for bash 3.2 and later. */
export function bashCompletion(name: string, nodes: readonly CommandNode[]): string {
  const cases = nodes.map(
    ({ path, commands, options, takesFile, choices }) =>
      `    '${path.join(' ')}') words='${[...commands.map(({ word }) => word), ...choices].join(' ')}' options='${options.map(({ word }) => word).join(' ')}' files=${takesFile ? 1 : 0} ;;`,
  )
  const valued = [...new Set(nodes.flatMap((node) => node.valued))]
  return `# bash completion for ${name}: source <(${name} completion bash)
_${name}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" path='' word index words='' options='' files=0
  case "$previous" in ${valued.join('|')}) COMPREPLY=($(compgen -f -- "$current")); return ;; esac
  for ((index = 1; index < COMP_CWORD; index++)); do
    word="\${COMP_WORDS[index]}"
    case " $(_${name}_commands "$path") " in *" $word "*) path="\${path:+$path }$word" ;; esac
  done
  case "$path" in
${cases.join('\n')}
  esac
  if [[ "$current" == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$current"))
  else
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    if [[ $files == 1 ]]; then COMPREPLY+=($(compgen -f -- "$current")); fi
  fi
}
_${name}_commands() {
  case "$1" in
${nodes
  .filter(({ commands }) => commands.length > 0)
  .map(
    ({ path, commands }) =>
      `    '${path.join(' ')}') echo '${commands.map(({ word }) => word).join(' ')}' ;;`,
  )
  .join('\n')}
  esac
}
complete -o filenames -F _${name} ${name}
`
}
