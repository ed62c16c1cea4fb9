import type { AccountingIntegration } from '@ledgerpost/client'
import { useEffect, useRef, useState } from 'react'
import { useConsole } from '../app/console-context.js'
import { useChange } from '../data/use-change.js'
import { awaitReturn } from './await-return.js'
import { type LinkReturn, stateOf } from './link-return.js'
import { keepPendingLink, takePendingReturn } from './pending-link.js'

/** Where a link stands. */
export type Linking =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'waiting'
      readonly url: string
      readonly isBlocked: boolean
      readonly isClosed: boolean
    }
  | { readonly kind: 'declined'; readonly reason: string }
  | { readonly kind: 'done'; readonly integration: AccountingIntegration }

const popupFeatures = 'popup,width=560,height=720'
/** How often is looked whether the owner closed the window, in milliseconds. */
const lookEvery = 500

/** Links a ledger: at once where it has no consent page, else by a window of its own or by leaving the page. */
export function useLinking(type: string) {
  const { serverUrl, ownsPage } = useConsole()
  const [linking, setLinking] = useState<Linking>({ kind: 'idle' })
  const popup = useRef<Window | null>(null)
  const link = useChange(type, (integration, settings: Record<string, unknown>) =>
    integration.link({ Settings: settings, RedirectUri: `${serverUrl}/console/linked` }),
  )
  const callback = useChange(type, (integration, query: string) => integration.callback(query))
  const waitsFor = linking.kind === 'waiting' ? linking.url : null

  function finish(returned: LinkReturn): void {
    if (returned.error !== null) return setLinking({ kind: 'declined', reason: returned.error })
    setLinking({ kind: 'idle' })
    callback.mutate(returned.query, {
      onSuccess: (integration) => setLinking({ kind: 'done', integration }),
    })
  }

  useEffect(() => {
    const returned = ownsPage ? takePendingReturn(sessionStorage, type) : null
    if (returned) finish(returned)
    // A return is taken once, when the page is shown.
  }, [])

  useEffect(() => {
    const state = waitsFor === null ? null : stateOf(waitsFor)
    if (state === null) return undefined
    const stop = awaitReturn(state, new URL(serverUrl).origin, finish)
    const look = setInterval(() => {
      if (popup.current?.closed === true)
        setLinking((now) => (now.kind === 'waiting' ? { ...now, isClosed: true } : now))
    }, lookEvery)
    return () => {
      stop()
      clearInterval(look)
    }
    // One waiting for each consent page.
  }, [waitsFor])

  return {
    linking,
    error: link.error ?? callback.error,
    isBusy: link.isPending || callback.isPending,
    /** @param usesWindow whether the ledger has a consent page; the window must be opened by the click itself */
    begin(settings: Record<string, unknown>, usesWindow: boolean): void {
      setLinking({ kind: 'idle' })
      callback.reset()
      popup.current = usesWindow ? window.open('about:blank', 'ledgerpost-link', popupFeatures) : null
      link.mutate(settings, {
        onSuccess({ AuthorisationUrl: url, AccountingIntegration: integration }) {
          if (integration) return setLinking({ kind: 'done', integration })
          if (url === null) return undefined
          popup.current?.location.replace(url)
          return setLinking({ kind: 'waiting', url, isBlocked: popup.current === null, isClosed: false })
        },
        onError: () => popup.current?.close(),
      })
    },
    reset: () => setLinking({ kind: 'idle' }),
    openAgain(url: string): void {
      popup.current = window.open(url, 'ledgerpost-link', popupFeatures)
      setLinking({ kind: 'waiting', url, isBlocked: popup.current === null, isClosed: false })
    },
    /** Leaves the page for the consent page; only where the page is the console's own. */
    goThere(url: string): void {
      keepPendingLink(sessionStorage, { type, state: stateOf(url) ?? '', query: null })
      location.assign(url)
    },
  }
}
