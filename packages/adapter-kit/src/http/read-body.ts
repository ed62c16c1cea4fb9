/** What could be read of a body, as text. */
export interface BodyReading {
  readonly text: string
  /** `complete`, or why not: the connection broke off, or the bytes allowed were used up. */
  readonly end: 'complete' | 'cut-off' | 'too-large'
}

/**
 * Reads a body as UTF-8 as it streams in, and stops at the given number of bytes. A body that breaks off yields
 * what came of it.
 * @throws whatever the signal aborts with
 */
export async function readBody(
  response: Response,
  maximumBytes: number,
  signal?: AbortSignal,
): Promise<BodyReading> {
  if (response.body === null) return { text: '', end: 'complete' }
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let bytes = 0
  let text = ''
  try {
    for (;;) {
      // One chunk has to be there before the next can be asked for.
      const { done, value } = await reader.read()
      if (done) return { text: text + decoder.decode(), end: 'complete' }
      bytes += value.byteLength
      if (bytes > maximumBytes) return { text, end: 'too-large' }
      text += decoder.decode(value, { stream: true })
    }
  } catch (error) {
    if (signal?.aborted) throw error
    return { text, end: 'cut-off' }
  } finally {
    // Cancelling tells the sender to stop; that it already has, or fails to, changes nothing.
    reader.cancel().catch(() => undefined)
  }
}
