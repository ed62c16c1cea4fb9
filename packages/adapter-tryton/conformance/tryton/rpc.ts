import { isRecord } from '@ledgerpost/adapter-kit'

/** The tests' own way to talk to Tryton: it shares nothing with the adapter, so that it can judge it. */
export interface Rpc {
  /** Calls a method; the context is the last parameter. @throws TrytonRefusal */
  call(method: string, ...parameters: readonly unknown[]): Promise<unknown>
  /** The same, with more in the context. */
  callWith(
    more: Readonly<Record<string, unknown>>,
    method: string,
    ...parameters: readonly unknown[]
  ): Promise<unknown>
  /** The records of a model that a domain fits, with some of their fields. */
  read(
    model: string,
    domain: readonly unknown[],
    fields: readonly string[],
    context?: Readonly<Record<string, unknown>>,
  ): Promise<Readonly<Record<string, unknown>>[]>
  /** Creates one record and tells its id. */
  create(model: string, values: Readonly<Record<string, unknown>>): Promise<number>
}

class TrytonRefusal extends Error {
  override readonly name = 'TrytonRefusal'
}

export const adminPassword = 'test password of the administrator'

/** Logs in and gives access. @param company the context's company */
export async function openRpc(
  url: string,
  database: string,
  user = 'admin',
  password = adminPassword,
  company?: number,
): Promise<Rpc> {
  const login = await post(`${url}/${database}/`, { method: 'common.db.login', params: [user, { password }] })
  if (!Array.isArray(login)) throw new TrytonRefusal(`No login: ${JSON.stringify(login)}`)
  const authorization = `Session ${btoa([user, ...login.map(String)].join(':'))}`
  const context = company === undefined ? {} : { company }
  const callWith: Rpc['callWith'] = (more, method, ...parameters) =>
    post(`${url}/${database}/`, { method, params: [...parameters, { ...context, ...more }] }, authorization)
  const call: Rpc['call'] = (method, ...parameters) => callWith({}, method, ...parameters)
  return {
    call,
    callWith,
    async read(model, domain, fields, own = {}) {
      const params = [domain, 0, null, null, fields, { ...context, ...own }]
      const records = await post(
        `${url}/${database}/`,
        { method: `model.${model}.search_read`, params },
        authorization,
      )
      if (!Array.isArray(records) || !records.every(isRecord)) throw new TrytonRefusal(`${model}: no records`)
      return records
    },
    async create(model, values) {
      const ids = await call(`model.${model}.create`, [values])
      const [id] = Array.isArray(ids) ? ids : []
      if (typeof id !== 'number') throw new TrytonRefusal(`${model} was not created: ${JSON.stringify(ids)}`)
      return id
    },
  }
}

async function post(
  url: string,
  request: { readonly method: string; readonly params: readonly unknown[] },
  authorization?: string,
): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
    body: JSON.stringify({ id: 1, ...request }),
  })
  const text = await response.text()
  if (!response.ok) throw new TrytonRefusal(`${request.method}: ${response.status} ${text}`)
  const answer: unknown = JSON.parse(text)
  if (isRecord(answer) && 'result' in answer) return answer['result']
  throw new TrytonRefusal(`${request.method}: ${text}`)
}
