import { parentPort } from 'node:worker_threads'
import { playSeed } from './play-seed.js'

// Plays the seeds that it is sent, one after the other, and tells what became of each.
parentPort?.on('message', (seed: number) => {
  void playSeed(seed).then(
    (played) => parentPort?.postMessage({ seed, played }),
    (error: unknown) => {
      const failure = error instanceof Error ? (error.stack ?? error.message) : String(error)
      parentPort?.postMessage({ seed, failure })
    },
  )
})
