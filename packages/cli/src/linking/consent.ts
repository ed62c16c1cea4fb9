import { CommandError } from '../command-error.js'
import { exitCodes } from '../exit-codes.js'
import type { Surroundings } from '../surroundings.js'
import { type Loopback, openLoopback } from './loopback.js'

export interface ConsentOptions {
  readonly open: boolean
  readonly paste?: boolean
  readonly port: string
  readonly redirectUri?: string
}

/** How the browser comes back: to this machine, or to a page whose address the person pastes. */
export async function openReturn(options: ConsentOptions): Promise<Loopback | null> {
  if (options.paste || options.redirectUri !== undefined) return null
  const port = Number(options.port)
  if (Number.isSafeInteger(port) && port >= 0 && port <= 65_535) return openLoopback(port)
  throw new CommandError(exitCodes.usage, `--port is a number from 0 to 65535, not '${options.port}'.`)
}

/** Sends the person to the consent page; answers the query that they come back with. */
export async function consent(
  { ask, messages, openPage, signal }: Surroundings,
  authorisationUrl: string,
  loopback: Loopback | null,
  options: ConsentOptions,
): Promise<string> {
  messages.write(`Give your consent here:\n\n  ${authorisationUrl}\n\n`)
  if (options.open && ask) await openPage(authorisationUrl)
  if (!loopback && !ask) {
    throw new CommandError(
      exitCodes.refused,
      'Nobody can be asked for the address that the browser was sent back to. Finish with it as an argument.',
      "ledgerpost link --callback '<address>'",
    )
  }
  if (loopback) messages.write(`Waiting for the browser to come back to ${loopback.redirectUri} …\n`)
  const answered = new AbortController()
  const ended = AbortSignal.any([answered.signal, signal])
  try {
    return await Promise.race([
      ...(loopback ? [loopback.query] : []),
      ...(ask
        ? [
            ask
              .text('Or paste the address that the browser was sent back to', { signal: ended })
              .then(queryOf),
          ]
        : []),
      aborted(signal),
    ])
  } finally {
    answered.abort()
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const end = () => {
      reject(
        new CommandError(exitCodes.interrupted, 'Called off; the ledger is not linked.', 'ledgerpost link'),
      )
    }
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
}

/** The query of an address that somebody was sent back to. @throws CommandError */
export function queryOf(address: string): string {
  const text = address.trim()
  if (URL.canParse(text) && new URL(text).searchParams.has('state')) return new URL(text).search
  throw new CommandError(
    exitCodes.usage,
    'That is no address that a consent page sends back to: it has `state=` in it. Copy the whole address.',
    'ledgerpost link',
  )
}
