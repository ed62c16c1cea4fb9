import { Link, Outlet } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { readTokenClaims } from '../access/token-claims.js'
import { useConsole } from './console-context.js'
import { ThemeChoice } from './theme-choice.js'
import { useTheme } from './theme.js'

/** What stands around every page. */
export function Frame() {
  const { texts, tokens, ownsPage } = useConsole()
  // A page that embeds the console has a banner of its own.
  const Bar = ownsPage ? 'header' : 'div'
  const [theme, setTheme] = useTheme()
  const { name } = readTokenClaims(useSyncExternalStore(tokens.subscribe, tokens.current))
  return (
    <div className="lp" data-theme={theme}>
      <Bar className="lp-bar">
        <button type="button" className="lp-button lp-skip" onClick={skip}>
          {texts.common.skip}
        </button>
        <Link to="/" className="lp-brand">
          <Mark />
          {texts.common.books}
        </Link>
        <div className="lp-bar-end">
          {name !== null && ownsPage && (
            <span className="lp-small lp-quiet">{texts.common.signedInAs(name)}</span>
          )}
          <ThemeChoice theme={theme} onChange={setTheme} />
        </div>
      </Bar>
      <Outlet />
    </div>
  )
}

/** Routes live in the fragment, so that an anchor would be taken for one. */
function skip({ currentTarget }: { readonly currentTarget: HTMLElement }): void {
  currentTarget.closest('.lp')?.querySelector('h1')?.focus()
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
