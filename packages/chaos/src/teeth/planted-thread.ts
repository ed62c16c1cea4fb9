import { register } from 'node:module'
import { MessageChannel, workerData } from 'node:worker_threads'
import { z } from 'zod'

// Plays worlds like any thread, but with the code of one module replaced before it is loaded.
const { url, source } = z.object({ url: z.string(), source: z.string() }).parse(workerData)
const { port1, port2 } = new MessageChannel()
let isLoaded = false
port1.on('message', () => {
  isLoaded = true
})
port1.unref()
register('./planted-source.mjs', import.meta.url, {
  data: { url, source, port: port2 },
  transferList: [port2],
})
await import('../run/thread.js')
await new Promise((resolve) => setTimeout(resolve, 50))
if (!isLoaded)
  throw new Error(`The planted module ${url} was never loaded: no world can notice what is wrong with it.`)
