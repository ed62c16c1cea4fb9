#!/usr/bin/env node
import { processSurroundings } from './process-surroundings.js'
import { run } from './run.js'

run(process.argv.slice(2), processSurroundings(), process.stdin).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
