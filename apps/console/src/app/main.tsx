import { type ReactNode, useSyncExternalStore } from 'react'
import { Notice } from '../components/notice.js'
import { useConsole, useIsOwner } from './console-context.js'
import { ExpiredNotice } from './expired-notice.js'

/** The part of the page that changes, with what holds for all of it above. */
export function Main({ children }: { readonly children: ReactNode }) {
  const { texts, ownsPage } = useConsole()
  // A page that embeds the console has a main part of its own.
  const Part = ownsPage ? 'main' : 'div'
  const isOwner = useIsOwner()
  const isOnline = useSyncExternalStore(subscribeToConnection, () => navigator.onLine)
  return (
    <Part className="lp-main">
      <ExpiredNotice />
      {!isOnline && <Notice tone="warn" title={texts.common.offline} />}
      {!isOwner && <Notice tone="info" title={texts.common.readOnly} />}
      {children}
    </Part>
  )
}

function subscribeToConnection(listener: () => void) {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
