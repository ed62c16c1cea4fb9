import { parentPort } from 'node:worker_threads'
import { playSeed } from './play-seed.js'
import { unplayable } from './unplayable.js'

// A world aborts thousands of signals, and each would take a trace of the stack along.
Error.stackTraceLimit = 3

// Plays the seeds that it is sent, one after the other, and tells what became of each.
parentPort?.on('message', (seed: number) => {
  void playSeed(seed)
    .catch((error: unknown) => unplayable(seed, error))
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of Node has no origin
    .then((played) => parentPort?.postMessage(played))
})
