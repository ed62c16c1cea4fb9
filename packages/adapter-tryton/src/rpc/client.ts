import { createHttp, type Gate, isRecord, type JsonRecord } from '@ledgerpost/adapter-kit'
import { type AdapterEnvironment, IntegratorError, isConnectionReason } from '@ledgerpost/core'
import { failureOf, notUnderstood } from '../errors/failure.js'
import type { TrytonLimits } from '../limits.js'
import { readRpcAnswer, type RpcAnswer } from './rpc-answer.js'
import { createSession, type Login } from './session.js'

export interface ClientOptions extends AdapterEnvironment {
  readonly url: string
  readonly login: Login
  readonly limits: TrytonLimits
  readonly signal: AbortSignal
  readonly gate: Gate
}

/** Which records of a model are read. */
export interface Query {
  /** Tryton's search language (docs.tryton.org, trytond, "Domain"). */
  readonly domain: readonly unknown[]
  /** Names of fields; `type.name` is a field of what `type` leads to. */
  readonly fields: readonly string[]
  readonly limit?: number
  readonly order?: readonly (readonly [string, 'ASC' | 'DESC'])[]
  readonly context?: JsonRecord
}

/** Calls to Tryton in Tryton's words. */
export interface Client {
  /**
   * Calls a method with its parameters, the context last. Never throws.
   * @param startBy the moment after which it does not leave, in milliseconds since 1970 UTC
   */
  call(method: string, parameters: readonly unknown[], startBy?: number): Promise<RpcAnswer>
  /** The records that a query fits. @throws IntegratorError */
  read(model: string, query: Query): Promise<JsonRecord[]>
  /** Ends the session, if one was begun. A session that cannot be ended lapses by itself. */
  end(): Promise<void>
}

export function createClient(options: ClientOptions): Client {
  const { fetch, clock, logger, url, login, limits, gate, signal } = options
  const shared = { fetch, clock, logger, baseUrl: url, limits: limits.http }
  // Tryton's sessions are no bearer tokens: the header is ours to renew.
  const http = createHttp({ ...shared, signal, gate })
  const session = createSession(http, login, () => clock.now())

  async function exchange(
    method: string,
    parameters: readonly unknown[],
    authorization: string,
    startBy: number | undefined,
  ): Promise<RpcAnswer> {
    const answer = await http.request({
      method: 'POST',
      path: `/${login.database}/`,
      headers: { authorization },
      body: JSON.stringify({ id: 1, method, params: parameters }),
      ...(startBy === undefined ? {} : { startBy }),
    })
    return readRpcAnswer(answer, method, clock.now())
  }

  async function call(method: string, parameters: readonly unknown[], startBy?: number): Promise<RpcAnswer> {
    try {
      const first = await session.authorization(startBy)
      if (first.kind === 'failed') return unauthorised(first.answer)
      const answer = await exchange(method, parameters, first.authorization, startBy)
      if (answer.kind !== 'not-done' || answer.isStaleSession !== true) return answer
      // The session lapsed, and the call was turned away for it.
      const second = await session.authorization(startBy, first.authorization)
      if (second.kind === 'failed') return unauthorised(second.answer)
      return await exchange(method, parameters, second.authorization, startBy)
    } catch (error) {
      if (!(error instanceof IntegratorError)) throw error
      return unauthorised({ kind: 'not-done', reason: error.reason })
    }
  }

  return {
    call,
    async read(model, { domain, fields, limit = null, order = null, context = {} }) {
      const method = `model.${model}.search_read`
      const answer = await call(method, [domain, 0, limit, order, fields, context])
      if (answer.kind !== 'done') throw failureOf(answer)
      const { result } = answer
      if (!Array.isArray(result) || !result.every(isRecord)) throw notUnderstood(method, 'not with records')
      return result
    },
    async end() {
      const authorization = session.leave()
      if (authorization === undefined) return
      // The worker may have been told to stop; leaving is short and harms nobody.
      const parting = createHttp({
        ...shared,
        limits: { ...limits.http, answerTimeout: 5000, totalTimeout: 5000 },
      })
      const body = JSON.stringify({ id: 1, method: 'common.db.logout', params: [] })
      await parting.request({ method: 'POST', path: `/${login.database}/`, headers: { authorization }, body })
    },
  }
}

/** Without a session nothing is done, whatever became of the login. */
function unauthorised(answer: Exclude<RpcAnswer, { kind: 'done' }>): RpcAnswer {
  if (answer.kind === 'open') {
    return { kind: 'not-done', reason: { kind: 'transient', message: answer.message } }
  }
  const { reason } = answer
  return {
    kind: 'not-done',
    reason: isConnectionReason(reason.kind) ? reason : { kind: 'transient', message: reason.message },
  }
}
