import type { CommandNode, Word } from './command-tree.js'

/** A completion script for zsh, by its own `_describe`. */
export function zshCompletion(name: string, nodes: readonly CommandNode[]): string {
  const cases = nodes.map(
    ({ path, commands, options, takesFile, choices }) =>
      `    '${path.join(' ')}') words_=(${described([...commands, ...choices.map((word) => ({ word, description: '' }))])}) options_=(${described(options)}) files_=${takesFile ? 1 : 0} ;;`,
  )
  const parents = nodes.filter(({ commands }) => commands.length > 0)
  const valued = [...new Set(nodes.flatMap((node) => node.valued))]
  return `#compdef ${name}
# zsh completion for ${name}: source <(${name} completion zsh), after compinit
_${name}() {
  local path_='' word index files_=0 found_=1
  local -a words_ options_
  case "\${words[CURRENT-1]}" in ${valued.join('|')}) _files; return ;; esac
  for ((index = 2; index < CURRENT; index++)); do
    word="\${words[index]}"
    case "$path_:$word" in
${parents
  .flatMap(({ path, commands }) =>
    commands.map(({ word }) => `      '${path.join(' ')}:${word}') path_='${[...path, word].join(' ')}' ;;`),
  )
  .join('\n')}
    esac
  done
  case "$path_" in
${cases.join('\n')}
  esac
  if [[ "\${words[CURRENT]}" == -* ]]; then _describe 'option' options_
  else
    (( \${#words_} )) && _describe 'command' words_ && found_=0
    (( files_ )) && _files && found_=0
    return found_
  fi
}
compdef _${name} ${name}
`
}

function described(words: readonly Word[]): string {
  return words.map(({ word, description }) => `'${quoted(word)}:${quoted(description)}'`).join(' ')
}

function quoted(text: string): string {
  return text.replaceAll("'", String.raw`'\''`).replaceAll(':', String.raw`\:`)
}
