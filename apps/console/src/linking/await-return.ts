import { linkChannel, readLinkMessage } from './link-messages.js'
import { type LinkReturn, readLinkReturn } from './link-return.js'

/**
 * Waits for the window in which the owner agrees to come back. Only the link that was begun here is taken: whoever was
 * talked into opening somebody else's consent page links nothing.
 * @param serverOrigin where the returning page is from
 * @returns what ends the waiting
 */
export function awaitReturn(
  state: string,
  serverOrigin: string,
  onReturn: (returned: LinkReturn) => void,
): () => void {
  const channel = new BroadcastChannel(linkChannel)
  function hear(data: unknown, answer: (message: object) => void): void {
    const message = readLinkMessage(data)
    if (message?.ledgerpost !== 'returned') return
    const returned = readLinkReturn(message.query)
    if (returned?.state !== state) return
    answer({ ledgerpost: 'taken', state })
    stop()
    onReturn(returned)
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel stays within one origin
  const hearChannel = ({ data }: MessageEvent) => hear(data, (message) => channel.postMessage(message))
  const hearWindow = ({ data, origin, source }: MessageEvent) => {
    if (origin === serverOrigin)
      hear(data, (message) => source?.postMessage(message, { targetOrigin: origin }))
  }
  function stop(): void {
    channel.removeEventListener('message', hearChannel)
    window.removeEventListener('message', hearWindow)
    // The answer must be on its way before the channel ends.
    queueMicrotask(() => channel.close())
  }
  channel.addEventListener('message', hearChannel)
  window.addEventListener('message', hearWindow)
  return stop
}
