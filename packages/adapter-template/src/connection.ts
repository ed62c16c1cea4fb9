import type { Connection } from '@ledgerpost/core'
import type { Client } from './client.js'
import { failureOf } from './failure.js'
import { find } from './find.js'
import { inspect } from './inspect.js'
import { prepare } from './prepare.js'
import { readBack } from './read-back.js'
import { send } from './send.js'
import type { ExampleSettings } from './settings.js'

export function createConnection(client: Client, settings: ExampleSettings): Connection {
  return {
    inspect: () => inspect(client, settings),
    prepare: (documents) => prepare(documents),
    send: (submission, startBy) => send(client, submission, startBy),
    find: (sought) => find(client, sought),
    readBack: (range) => readBack(client, range),
    async disconnect() {
      const answer = await client.http.request({ method: 'DELETE', path: '/connection' })
      const isEnded = 'status' in answer && [200, 204, 404].includes(answer.status)
      if (!isEnded) throw failureOf(answer, 'DELETE /connection', client.now())
    },
    // There is nothing to free: calls hold what they need themselves.
    close: () => Promise.resolve(),
  }
}
