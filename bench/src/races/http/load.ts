import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { once } from 'node:events'

/** Connections that post at once. */
export const connections = 8

export interface Load {
  /** Where each connection posts to. */
  urlOf(connection: number): string
  readonly headers: Readonly<Record<string, string>>
  readonly bodies: readonly Buffer[]
}

/** Posts every body once, over so many connections at once. @throws Error with the first answer that is none of success */
export async function postAll({ urlOf, headers, bodies }: Load): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  let next = 0
  const lane = async (_: unknown, connection: number): Promise<void> => {
    for (let body = bodies[next]; body; body = bodies[next]) {
      next += 1
      await post(agent, urlOf(connection), headers, body)
    }
  }
  try {
    await Promise.all(Array.from({ length: connections }, lane))
  } finally {
    agent.destroy()
  }
}

async function post(agent: Agent, url: string, headers: Load['headers'], body: Buffer): Promise<void> {
  const outgoing = request(url, {
    method: 'POST',
    agent,
    headers: { ...headers, 'content-type': 'application/json', 'content-length': body.length },
  })
  outgoing.end(body)
  const [response] = await once(outgoing, 'response')
  const answer = await text(response)
  if (response.statusCode !== 200)
    throw new Error(`${url} answered ${response.statusCode}: ${answer.slice(0, 300)}`)
}
