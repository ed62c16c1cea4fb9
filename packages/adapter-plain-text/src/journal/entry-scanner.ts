import { checksum, openingPattern, openingStart, sealPattern } from './marks.js'

/** A stretch of a file of ours, in bytes from its beginning. What lies between the pieces others wrote. */
export type Piece =
  | {
      readonly kind: 'entry'
      readonly reference: string
      readonly start: number
      readonly end: number
      readonly bytes: Uint8Array
      /** Whether the seal fits; if not, somebody edited the entry. */
      readonly isIntact: boolean
    }
  /** The rest of an entry that was not written to its end. */
  | { readonly kind: 'torn'; readonly start: number; readonly end: number }
  | {
      readonly kind: 'end'
      readonly size: number
      /** Whether the last line is whole. */
      readonly isTerminated: boolean
      /** Whether the last line is a seal of ours. */
      readonly endsSealed: boolean
    }

interface Block {
  readonly reference: string
  readonly start: number
  readonly lines: Uint8Array[]
  hasHeader: boolean
  /** It holds zero bytes: space that the file system had assigned but not filled when the power failed. */
  isDamaged: boolean
}

const newline = 10
const zero = 0
const semicolon = 59

/**
 * Finds our entries in a file, chunk by chunk. An entry without a seal is torn if no other entry follows it, since
 * nothing is appended after a torn one before it is cut off; one in the middle lost its seal by somebody's hand.
 */
export class EntryScanner {
  #pieces: Piece[] = []
  #rest: Buffer = Buffer.alloc(0)
  #position: number
  #block: Block | null = null
  #unsealed: { readonly block: Block; readonly end: number } | null = null
  #endsSealed = false

  /** @param start where in the file the first chunk lies */
  constructor(start = 0) {
    this.#position = start
  }

  feed(chunk: Uint8Array): Piece[] {
    const bytes = this.#rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.#rest, chunk])
    let from = 0
    for (let to = bytes.indexOf(newline); to >= 0; to = bytes.indexOf(newline, from)) {
      this.#readLine(bytes.subarray(from, to + 1), true)
      from = to + 1
    }
    this.#rest = bytes.subarray(from)
    return this.#takePieces()
  }

  finish(): Piece[] {
    const isTerminated = this.#rest.length === 0
    if (!isTerminated) this.#readLine(this.#rest, false)
    this.#leaveBlock()
    if (this.#unsealed) {
      const { block, end } = this.#unsealed
      this.#pieces.push({ kind: 'torn', start: block.start, end })
    }
    this.#pieces.push({ kind: 'end', size: this.#position, isTerminated, endsSealed: this.#endsSealed })
    return this.#takePieces()
  }

  #readLine(line: Buffer, isWhole: boolean): void {
    const start = this.#position
    const text = line[0] === semicolon ? line.toString('latin1') : ''
    const opening = openingPattern.exec(text)?.[1]
    const seal = sealPattern.exec(text)
    this.#endsSealed = false
    if (opening !== undefined && isWhole) this.#open(opening, start, line)
    else if (seal && this.#block && (seal[1] === this.#block.reference || this.#block.isDamaged)) {
      this.#close(this.#block, line, seal[2])
    } else if (line.includes(zero)) this.#damage(start, line)
    else if (this.#block && (this.#belongs(this.#block, line) || !isWhole)) this.#block.lines.push(line)
    else if (!isWhole && (openingStart.startsWith(text) || text.startsWith(openingStart)) && text !== '') {
      this.#damage(start, line)
    } else this.#leaveBlock()
    this.#position += line.length
  }

  #open(reference: string, start: number, line: Buffer): void {
    this.#leaveBlock()
    if (this.#unsealed) {
      const { block, end } = this.#unsealed
      this.#pieces.push(entryOf(block, end, false))
      this.#unsealed = null
    }
    this.#block = { reference, start, lines: [line], hasHeader: false, isDamaged: false }
  }

  #close(block: Block, line: Buffer, sum: string | undefined): void {
    const end = this.#position + line.length
    const isIntact = sum === checksum(Buffer.concat(block.lines))
    block.lines.push(line)
    this.#pieces.push(
      block.isDamaged ? { kind: 'torn', start: block.start, end } : entryOf(block, end, isIntact),
    )
    this.#block = null
    this.#endsSealed = !block.isDamaged
  }

  #damage(start: number, line: Buffer): void {
    this.#block ??= { reference: '', start, lines: [], hasHeader: true, isDamaged: true }
    this.#block.isDamaged = true
    this.#block.lines.push(line)
  }

  #belongs(block: Block, line: Buffer): boolean {
    if (block.isDamaged || line[0] === 32 || line[0] === 9) return true
    const isHeader = !block.hasHeader && line[0] !== undefined && line[0] >= 48 && line[0] <= 57
    if (isHeader) block.hasHeader = true
    return isHeader
  }

  #leaveBlock(): void {
    if (!this.#block) return
    if (this.#block.isDamaged) {
      this.#pieces.push({ kind: 'torn', start: this.#block.start, end: this.#position })
    } else this.#unsealed = { block: this.#block, end: this.#position }
    this.#block = null
  }

  #takePieces(): Piece[] {
    const pieces = this.#pieces
    this.#pieces = []
    return pieces
  }
}

function entryOf({ reference, start, lines }: Block, end: number, isIntact: boolean): Piece {
  return { kind: 'entry', reference, start, end, bytes: Buffer.concat(lines), isIntact }
}
