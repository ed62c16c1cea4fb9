import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { serve as serveHono } from '@hono/node-server'
import { fastify } from 'fastify'
import { Hono } from 'hono'
import { z } from 'zod'
import { nowServing, toldSetup } from './served.js'

/** Servers that parse a JSON array and say how long it is: nobody is asked for a token, nothing is looked at or kept. */
const servers = {
  async node() {
    const server = createServer((request, response) => {
      buffer(request)
        .then((body) => {
          response.setHeader('content-type', 'application/json')
          return response.end(JSON.stringify({ Accepted: lengthOf(JSON.parse(body.toString())) }))
        })
        .catch((error: unknown) => {
          response.statusCode = 500
          response.end(String(error))
        })
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return portOf(server.address())
  },
  async hono() {
    const app = new Hono()
    app.post('*', async (context) => context.json({ Accepted: lengthOf(await context.req.json()) }))
    return new Promise<number>((resolve) => {
      serveHono({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(port))
    })
  },
  async fastify() {
    const app = fastify()
    app.post('*', (request) => ({ Accepted: lengthOf(request.body) }))
    await app.listen({ port: 0, host: '127.0.0.1' })
    return portOf(app.server.address())
  },
}

const lengthOf = (body: unknown): number => z.array(z.unknown()).parse(body).length

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string')
    throw new Error(`It listens on no port: ${String(address)}.`)
  return address.port
}

const kind = toldSetup(z.enum(['node', 'hono', 'fastify']))
nowServing(`http://127.0.0.1:${await servers[kind]()}`)
