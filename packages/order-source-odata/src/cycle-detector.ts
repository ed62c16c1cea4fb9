/**
 * Notices that a sequence has begun to repeat itself, in the memory of one element (Brent's algorithm: the remembered
 * element is replaced after 1, 2, 4, 8 … steps, so that it comes to lie in the cycle and the cycle within its reach).
 */
export class CycleDetector {
  #remembered: string | undefined
  #reach = 1
  #steps = 0

  /** Whether the element closes a cycle; call it for each in turn. */
  hasSeen(element: string): boolean {
    if (element === this.#remembered) return true
    this.#steps += 1
    if (this.#remembered === undefined || this.#steps > this.#reach) {
      this.#remembered = element
      this.#reach *= 2
      this.#steps = 0
    }
    return false
  }
}
