/** One line of a terminal that is written over and over; nothing elsewhere. */
export class Progress {
  readonly #stream: NodeJS.WriteStream
  #shown = ''

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream
  }

  show(line: string): void {
    if (!this.#stream.isTTY || line === this.#shown) return
    this.#shown = line
    this.#stream.write(`\r\u001B[2K${line}`)
  }

  end(): void {
    if (this.#shown !== '') this.#stream.write('\r\u001B[2K')
    this.#shown = ''
  }
}
