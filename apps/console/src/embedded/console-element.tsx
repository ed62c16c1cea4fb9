import { createMemoryHistory } from '@tanstack/react-router'
import { createRoot, type Root } from 'react-dom/client'
import { createTokenSource } from '../access/token-source.js'
import { ConsoleApp } from '../app/console-app.js'
import styles from '../styles/console.css?inline'
import { english } from '../texts/english.js'

/** Dispatched by the element when the server takes its token no more; give it another by the property `token`. */
const tokenExpired = 'ledgerpost-token-expired'

/**
 * `<ledgerpost-console server="https://…" subscriber="1234" token="…">`: the console in a page of the platform.
 * - `server`, `subscriber`: attributes; a change shows the console anew
 * - `token`: attribute or property; may be replaced at any time, and what is under way goes on with the new one
 */
class ConsoleElement extends HTMLElement {
  static readonly observedAttributes = ['server', 'subscriber', 'token']
  readonly #tokens = createTokenSource(null)
  readonly #place: ShadowRoot
  #root: Root | undefined

  constructor() {
    super()
    this.#place = this.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    this.#place.adoptedStyleSheets = [sheet]
    this.#tokens.subscribe(() => {
      if (this.#tokens.state() === 'expired')
        this.dispatchEvent(new CustomEvent(tokenExpired, { bubbles: true, composed: true }))
    })
  }

  get token(): string | null {
    return this.#tokens.current()
  }

  set token(token: string | null) {
    this.#tokens.set(token)
  }

  connectedCallback(): void {
    this.#show()
  }

  disconnectedCallback(): void {
    this.#root?.unmount()
    this.#root = undefined
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (name === 'token') this.#tokens.set(after)
    else if (before !== after && this.isConnected) this.#show()
  }

  #show(): void {
    this.#root?.unmount()
    this.#place.replaceChildren()
    const [server, subscriberId] = [this.getAttribute('server'), this.getAttribute('subscriber')]
    if (server === null || subscriberId === null) {
      this.#place.textContent = english.access.incomplete
      return
    }
    const place = document.createElement('div')
    this.#place.append(place)
    const host = {
      serverUrl: new URL(server, document.baseURI).href.replace(/\/$/, ''),
      subscriberId,
      tokens: this.#tokens,
      fetch: window.fetch.bind(window),
      now: Date.now,
      locale: document.documentElement.lang || navigator.language,
      ownsPage: false,
    }
    this.#root = createRoot(place)
    this.#root.render(<ConsoleApp host={host} history={createMemoryHistory()} />)
  }
}

/** Makes the element known to the page, once. */
export function defineConsoleElement(): void {
  if (!customElements.get('ledgerpost-console')) customElements.define('ledgerpost-console', ConsoleElement)
}
