import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { writeAtomically } from './durable.js'
import type { FileSystem } from './file-system.js'
import { scanFile } from './scan-file.js'

/**
 * Cuts torn entries out of a file and puts them into `torn/`, and ends a last seal that lacks the line's end.
 * Whatever others wrote stays. Repeating it after a crash at any point has the same result.
 * @returns the paths of what was cut
 */
export async function mend(fileSystem: FileSystem, path: string): Promise<string[]> {
  const content = await fileSystem.readFile(path)
  const kept: Uint8Array[] = []
  const cut: Uint8Array[] = []
  let position = 0
  for await (const piece of scanFile(fileSystem, path)) {
    if (piece.kind === 'torn') {
      kept.push(content.subarray(position, piece.start))
      cut.push(content.subarray(piece.start, piece.end))
      position = piece.end
    } else if (piece.kind === 'end') {
      kept.push(content.subarray(position))
      if (piece.endsSealed && !piece.isTerminated) kept.push(Buffer.from('\n'))
    }
  }
  const paths: string[] = []
  for (const bytes of cut) paths.push(await keepTorn(fileSystem, path, bytes))
  await writeAtomically(fileSystem, path, Buffer.concat(kept))
  return paths
}

async function keepTorn(fileSystem: FileSystem, path: string, bytes: Uint8Array): Promise<string> {
  const folder = join(dirname(path), 'torn')
  await fileSystem.mkdir(folder, { recursive: true })
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  const target = join(folder, `${basename(path)}.${digest}.txt`)
  await writeAtomically(fileSystem, target, bytes)
  return target
}
