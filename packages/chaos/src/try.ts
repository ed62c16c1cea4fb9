import { openTestStore } from '@ledgerpost/postgres/testing'
import { playWorld } from './simulation/play-world.js'
const seed = Number(process.argv[2] ?? 1)
const calm = process.argv[3] === 'calm'
const db = await openTestStore()
const t = Date.now()
const r = await playWorld(seed, { openStore: () => db.store, isCalm: calm, isLogged: true })
console.log(r.lines.slice(-60).join('\n'))
console.log({ ...r, lines: r.lines.length }, Date.now() - t)
await db.close()
