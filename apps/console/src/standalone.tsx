import { createHashHistory } from '@tanstack/react-router'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { developmentToken, type DevelopmentPerson } from './access/development-token.js'
import { type HandedOver, readHandedOver } from './access/handed-over.js'
import { keepAccess, keptAccess } from './access/kept-access.js'
import { readServerSettings, type ServerSettings } from './access/server-settings.js'
import { SignInPage } from './access/sign-in-page.js'
import { readTokenClaims } from './access/token-claims.js'
import { createTokenSource, type TokenSource } from './access/token-source.js'
import { ConsoleApp } from './app/console-app.js'
import { english } from './texts/english.js'
import './styles/console.css'

/** The server is above the page. */
const serverUrl = new URL('..', location.href.split('#')[0]).href.replace(/\/$/, '')
const fetch = window.fetch.bind(window)

interface PageProps {
  readonly settings: ServerSettings
  readonly access: HandedOver
}

function Page({ settings, access }: PageProps) {
  const [tokens] = useState(() => createTokenSource(access.token))
  const [subscriberId, setSubscriberId] = useState(
    access.subscriberId ?? readTokenClaims(access.token).onlySubscriber,
  )
  async function signIn(person: DevelopmentPerson): Promise<void> {
    const token = await developmentToken(serverUrl, person, fetch)
    keepAccess(sessionStorage, { token, subscriberId: person.subscriberId })
    tokens.set(token)
    setSubscriberId(person.subscriberId)
  }
  if (subscriberId === null || tokens.current() === null) {
    return (
      <SignInPage
        texts={english}
        subscriberId={subscriberId ?? ''}
        onSignIn={settings.developmentTokens ? signIn : undefined}
      />
    )
  }
  return <SignedIn settings={settings} tokens={tokens} subscriberId={subscriberId} />
}

interface SignedInProps {
  readonly settings: ServerSettings
  readonly tokens: TokenSource
  readonly subscriberId: string
}

function SignedIn({ settings, tokens, subscriberId }: SignedInProps) {
  const [history] = useState(() => createHashHistory())
  async function renewToken(): Promise<string> {
    const { isOwner } = readTokenClaims(tokens.current())
    const role = isOwner ? 'MINDBODY Owner' : 'MINDBODY Admin'
    const token = await developmentToken(serverUrl, { subscriberId, role }, fetch)
    keepAccess(sessionStorage, { token, subscriberId })
    return token
  }
  const host = {
    serverUrl,
    subscriberId,
    tokens,
    fetch,
    now: Date.now,
    locale: navigator.language,
    ownsPage: true,
    renewToken: settings.developmentTokens ? renewToken : undefined,
  }
  return <ConsoleApp host={host} history={history} />
}

/** What was handed over is taken out of the address at once, so that it is in no history and in no picture. */
function takeAccess(): HandedOver {
  const handed = readHandedOver(location.hash)
  if (handed.token === null) return keptAccess(sessionStorage)
  history.replaceState(null, '', location.pathname + location.search)
  const subscriberId = handed.subscriberId ?? readTokenClaims(handed.token).onlySubscriber
  keepAccess(sessionStorage, { token: handed.token, subscriberId })
  return { token: handed.token, subscriberId }
}

const access = takeAccess()
const place = document.querySelector('#console')
if (!place) throw new Error('The page has no place for the console.')
const settings = await readServerSettings(location.href, fetch)
createRoot(place).render(<Page settings={settings} access={access} />)
