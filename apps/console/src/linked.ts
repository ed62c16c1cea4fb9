import { readServerSettings } from './access/server-settings.js'
import { linkChannel, readLinkMessage } from './linking/link-messages.js'
import { type LinkReturn, readLinkReturn } from './linking/link-return.js'
import { keepPendingLink, pendingLink } from './linking/pending-link.js'
import { english } from './texts/english.js'
import './styles/console.css'

/** Whoever waits answers at once; a page that is not there does not. In milliseconds. */
const patience = 4000
const texts = english.link.page

/**
 * Where consent pages send the browser back to. It hands what it came back with to the page that waits for it: in this
 * very tab, in another window of this server, or in a page of the platform that the server knows by its origin.
 */
async function handOver(): Promise<void> {
  const returned = readLinkReturn(location.search)
  // What is in the address counts once and is for nobody else to see.
  history.replaceState(null, '', location.pathname)
  if (returned === null) return show(texts.nobody)
  const pending = pendingLink(sessionStorage)
  if (pending?.state === returned.state) {
    keepPendingLink(sessionStorage, { ...pending, query: returned.query })
    location.replace(new URL(`./#/${encodeURIComponent(pending.type)}/link`, location.href))
    return
  }
  show(texts.working)
  const { origins } = await readServerSettings(location.href, window.fetch.bind(window))
  if (await isTaken(returned, origins)) {
    show(texts.handed)
    window.close()
  } else {
    show(texts.nobody)
  }
}

function isTaken({ query, state }: LinkReturn, origins: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(linkChannel)
    const settle = (taken: boolean) => {
      clearTimeout(timer)
      channel.close()
      resolve(taken)
    }
    const timer = setTimeout(() => settle(false), patience)
    const hear = (data: unknown) => {
      const message = readLinkMessage(data)
      if (message?.ledgerpost === 'taken' && message.state === state) settle(true)
    }
    channel.addEventListener('message', ({ data }: MessageEvent) => hear(data))
    window.addEventListener('message', ({ data, origin }: MessageEvent) => {
      if (origins.includes(origin)) hear(data)
    })
    const message = { ledgerpost: 'returned', query }
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel stays within one origin
    channel.postMessage(message)
    const opener: Window | null = window.opener
    // Nobody but these may learn what came back; windows of this server heard it already.
    for (const origin of origins) opener?.postMessage(message, { targetOrigin: origin })
  })
}

function show(text: string): void {
  const place = document.querySelector('#linked')
  if (!place) throw new Error('The page has no place for its words.')
  const heading = document.createElement('h1')
  heading.textContent = english.common.product
  const words = document.createElement('p')
  words.textContent = text
  const way = document.createElement('a')
  way.href = './'
  way.textContent = texts.toBooks
  document.body.classList.add('lp')
  place.replaceChildren(heading, words, ...(text === texts.nobody ? [way] : []))
}

await handOver()
