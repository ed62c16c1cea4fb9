import type { Sink } from '../surroundings.js'

/** Where progress is told: bars that redraw themselves on a terminal, plain lines elsewhere. */
export interface Screen {
  line(text?: string): void
  /** Shows how far something is; the last call of a bar has `done` equal to `total`. */
  progress(label: string, done: number, total: number, note?: string): void
}

const width = 28

export function createScreen(output: Sink): Screen {
  const { isTerminal } = output
  let open = false
  const endBar = () => {
    if (open) output.write('\n')
    open = false
  }
  return {
    line(text = '') {
      endBar()
      output.write(`${text}\n`)
    },
    progress(label, done, total, note = '') {
      const share = total === 0 ? 1 : done / total
      const filled = Math.round(share * width)
      const bar = '█'.repeat(filled) + '░'.repeat(width - filled)
      const text = `  ${label.padEnd(12)} ${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${note}`
      if (isTerminal) {
        output.write(`\r${text.padEnd(100)}`)
        open = true
        if (done >= total) endBar()
      } else if (done >= total) {
        output.write(`${text}\n`)
      }
    },
  }
}

/** A number, an amount with its currency, or nothing to tell. */
const figure = /^(?:[-\d.,]+(?: [A-Z]{3})?|–|)$/

/** A table with its numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const isFigure = head.map(
    (_title, column) =>
      column > 0 &&
      rows.every((row) => figure.test(row[column] ?? '')) &&
      rows.some((row) => /\d/.test(row[column] ?? '')),
  )
  const lineOf = (cells: readonly string[]) =>
    `  ${cells
      .map((cell, column) => {
        const most = widths[column] ?? 0
        return isFigure[column] ? cell.padStart(most) : cell.padEnd(most)
      })
      .join('  ')
      .trimEnd()}`
  return [lineOf(head), `  ${widths.map((each) => '─'.repeat(each)).join('  ')}`, ...rows.map(lineOf)]
}
