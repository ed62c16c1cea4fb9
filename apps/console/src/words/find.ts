/** Words as they are compared: without case and accents. */
function foldedWords(text: string): readonly string[] {
  return folded(text)
    .split(/\s+/)
    .filter((word) => word !== '')
}

/** Whether every word that was typed stands somewhere in the text. */
export function hasWords(text: string, typed: string): boolean {
  const inside = folded(text)
  return foldedWords(typed).every((word) => inside.includes(word))
}

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
