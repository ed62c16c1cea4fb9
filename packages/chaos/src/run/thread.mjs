// On Node.js 20, a thread does not inherit that its parent reads TypeScript.
import { register } from 'tsx/esm/api'
import { workerData } from 'node:worker_threads'

register()
await import(workerData.entry)
