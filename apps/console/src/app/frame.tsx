import { Link, Outlet } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { readTokenClaims } from '../access/token-claims.js'
import { useConsole } from './console-context.js'
import { ThemeChoice } from './theme-choice.js'
import { useTheme } from './theme.js'

/** What stands around every page. */
export function Frame() {
  const { texts, tokens, ownsPage } = useConsole()
  const [theme, setTheme] = useTheme()
  const { name } = readTokenClaims(useSyncExternalStore(tokens.subscribe, tokens.current))
  return (
    <div className="lp" data-theme={theme}>
      <a className="lp-button lp-skip" href="#main" onClick={skip}>
        {texts.common.skip}
      </a>
      <header className="lp-bar">
        <Link to="/" className="lp-brand">
          <Mark />
          {texts.common.books}
        </Link>
        {name !== null && ownsPage && (
          <span className="lp-who lp-small lp-quiet">{texts.common.signedInAs(name)}</span>
        )}
        <ThemeChoice theme={theme} onChange={setTheme} />
      </header>
      <Outlet />
    </div>
  )
}

/** Routes live in the fragment, so that an anchor would be taken for one. */
function skip(event: { readonly currentTarget: HTMLElement; preventDefault(): void }): void {
  event.preventDefault()
  event.currentTarget.parentElement?.querySelector('h1')?.focus()
}

function Mark() {
  return (
    <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#0f5c5c" />
      <path
        d="M10 7v18h12"
        fill="none"
        stroke="#fff"
        strokeWidth="3.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M15 12h8M15 18h8" stroke="#8fd6c8" strokeWidth="2.5" strokeLinecap="round" />
    </svg>
  )
}
