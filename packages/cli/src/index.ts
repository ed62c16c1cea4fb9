export type { Asker, Sink, Surroundings } from './surroundings.js'
export { createProgram } from './program.js'
export { run } from './run.js'
