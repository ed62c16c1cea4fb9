export { createMemoryStore, type MemoryStore, type Snapshot } from './create-memory-store.js'
export { RuleBroken } from './rule-broken.js'
