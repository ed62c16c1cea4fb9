import { Hono } from 'hono'
import { answer } from '../../http/answer.js'
import { record } from '../../wire/tree.js'

/** `/live`: the process runs. `/ready`: it can serve, because its store answers and it is not stopping. No token needed. */
export function healthRoutes(isReady: () => Promise<boolean>): Hono {
  return new Hono()
    .get('/live', () => answer(record({ status: 'live' })))
    .get('/ready', async () =>
      (await isReady())
        ? answer(record({ status: 'ready' }))
        : answer(record({ status: 'not-ready' }), 503, { 'Retry-After': '5' }),
    )
}
