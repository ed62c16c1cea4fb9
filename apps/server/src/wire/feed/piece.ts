/** One order's bytes cut out of a feed, or why they cannot be had. Numbers count from 1. */
export type Piece =
  | { readonly number: number; readonly bytes: Uint8Array }
  | { readonly number: number; readonly problem: string }

/** Cuts a feed into pieces as its bytes come; holds at most one piece. */
export interface Splitter {
  push(chunk: Uint8Array): readonly Piece[]
  end(): readonly Piece[]
}

/** Collects the bytes of one piece over several chunks and forgets them once they are too many. */
export class PieceBuffer {
  private parts: Uint8Array[] = []
  private length = 0

  constructor(private readonly limit: number) {}

  get isTooLong(): boolean {
    return this.length > this.limit
  }

  append(bytes: Uint8Array): void {
    this.length += bytes.length
    if (this.isTooLong) this.parts = []
    else if (bytes.length > 0) this.parts.push(bytes)
  }

  /** What was collected; the buffer is empty afterwards. */
  take(): Uint8Array {
    const [only] = this.parts
    const bytes = only && this.parts.length === 1 ? only : concatenate(this.parts, this.length)
    this.parts = []
    this.length = 0
    return bytes
  }
}

function concatenate(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(parts.length === 0 ? 0 : length)
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

export function isBlank(bytes: Uint8Array): boolean {
  return bytes.every(isWhitespace)
}

/** The four whitespace characters of JSON (RFC 8259 section 2). */
export function isWhitespace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}
