import type { Http } from '@ledgerpost/adapter-kit'
import { isId } from '../wire/members.js'
import { readRpcAnswer, type RpcAnswer } from './rpc-answer.js'

/** Who logs in where. */
export interface Login {
  readonly database: string
  readonly user: string
  /** Asked for at each login. @throws IntegratorError where there is none */
  password(): Promise<string>
}

export type SessionAnswer =
  | { readonly kind: 'open'; readonly authorization: string }
  | { readonly kind: 'failed'; readonly answer: Exclude<RpcAnswer, { kind: 'done' }> }

/** A session at trytond, begun when it is first needed. */
export interface Session {
  /**
   * The header to call with.
   * @param stale a header that has just been refused: the session is then another one
   */
  authorization(startBy: number | undefined, stale?: string): Promise<SessionAnswer>
  /** The header of the session that is open, which is none from then on; undefined if none is. */
  leave(): string | undefined
}

/** Logs in as `common.db.login` wants it; those who need a session at the same time share one. */
export function createSession(http: Http, login: Login, now: () => number): Session {
  let current: string | undefined
  let beginning: Promise<SessionAnswer> | undefined

  async function begin(startBy: number | undefined): Promise<SessionAnswer> {
    const password = await login.password()
    const answer = readRpcAnswer(
      await http.request({
        method: 'POST',
        path: `/${login.database}/`,
        body: JSON.stringify({ id: 1, method: 'common.db.login', params: [login.user, { password }] }),
        ...(startBy === undefined ? {} : { startBy }),
      }),
      'common.db.login',
      now(),
    )
    if (answer.kind !== 'done') return { kind: 'failed', answer }
    const [userId, key]: readonly unknown[] = Array.isArray(answer.result) ? answer.result : []
    if (!isId(userId) || typeof key !== 'string' || key === '') {
      const message = 'The login was answered, but not with a session.'
      return { kind: 'failed', answer: { kind: 'not-done', reason: { kind: 'transient', message } } }
    }
    current = `Session ${base64([login.user, userId, key].join(':'))}`
    return { kind: 'open', authorization: current }
  }

  return {
    async authorization(startBy, stale) {
      if (stale !== undefined && current === stale) current = undefined
      if (current !== undefined) return { kind: 'open', authorization: current }
      beginning ??= begin(startBy).finally(() => {
        beginning = undefined
      })
      return beginning
    },
    leave() {
      const left = current
      current = undefined
      return left
    },
  }
}

/** Base 64 of a text in UTF-8. */
function base64(text: string): string {
  return btoa(String.fromCodePoint(...new TextEncoder().encode(text)))
}
