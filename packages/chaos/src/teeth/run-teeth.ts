import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { Player } from '../run/player.js'
import { type Plant, planted } from './plant.js'

/** What became of a plant: the first seed that noticed, and by which law; or none within the seeds allowed. */
export interface Bite {
  readonly plant: Plant
  readonly caught: { readonly seed: number; readonly law: string } | undefined
  readonly seeds: number
}

export interface TeethOptions {
  readonly plants: readonly Plant[]
  /** Where the repository lies, with a slash at the end. */
  readonly root: URL
  readonly threads: number
  /** Seeds that a plant has to be caught within. */
  readonly mostSeeds: number
  readonly onBite: (bite: Bite) => void
}

/** Plants one bug after the other, and plays seeds until a world breaks a law. */
export async function runTeeth({ plants, root, threads, mostSeeds, onBite }: TeethOptions): Promise<Bite[]> {
  const waiting = [...plants]
  const bites: Bite[] = []
  const work = async (): Promise<void> => {
    for (let plant = waiting.shift(); plant; plant = waiting.shift()) {
      // A thread plays one plant after the other.
      const bite = await biteOf(plant, root, mostSeeds)
      bites.push(bite)
      onBite(bite)
    }
  }
  await Promise.all(Array.from({ length: threads }, work))
  return bites
}

async function biteOf(plant: Plant, root: URL, mostSeeds: number): Promise<Bite> {
  const file = new URL(plant.file, root)
  const source = javaScriptOf(planted(plant, readFileSync(file, 'utf8')))
  const player = new Player(new URL('planted-thread.ts', import.meta.url), { url: file.href, source })
  try {
    for (let seed = 1; seed <= mostSeeds; seed += 1) {
      // Whether another seed is needed follows from this one.
      const law = await firstBroken(player, seed)
      if (law !== undefined) return { plant, caught: { seed, law }, seeds: seed }
    }
    return { plant, caught: undefined, seeds: mostSeeds }
  } finally {
    await player.close()
  }
}

/** A world that cannot be played to its end is noticed as well. */
async function firstBroken(player: Player, seed: number): Promise<string | undefined> {
  const { world } = await player.play(seed)
  return world.broken[0]
}

function javaScriptOf(source: string): string {
  return ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  }).outputText
}
