/** A fake integrator: answers a request, or throws a ConnectionFault to break the connection instead. */
export type FetchHandler = (request: Request) => Promise<Response>

/**
 * What the caller sees instead of an answer, or in the middle of one: `drop` closes the connection in good order,
 * `reset` tears it down. Hosts turn it into the real thing.
 */
export class ConnectionFault extends Error {
  override readonly name = 'ConnectionFault'
  /** As Node's own fetch reports it in the cause of its error. */
  readonly code: 'UND_ERR_SOCKET' | 'ECONNRESET'

  constructor(readonly how: 'drop' | 'reset') {
    super(how === 'drop' ? 'other side closed' : 'read ECONNRESET')
    this.code = how === 'drop' ? 'UND_ERR_SOCKET' : 'ECONNRESET'
  }
}
