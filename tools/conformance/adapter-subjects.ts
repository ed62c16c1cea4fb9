import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ConformanceSubject } from '@ledgerpost/testkit/conformance'
import { repositoryRoot, workspacePackages } from '../workspace.js'

export interface AdapterSubject {
  readonly subject: ConformanceSubject
  /** The contents of its `expected-failures.json`. */
  readonly expectedFailures: unknown
}

const entry = './conformance'

/** The adapters of this repository, by the name of their package: whatever package has an entry `./conformance`. */
export async function adapterSubjects(
  isWanted: (name: string) => boolean = () => true,
): Promise<readonly AdapterSubject[]> {
  const adapters = workspacePackages(repositoryRoot).filter(
    ({ shortName, manifest }) =>
      shortName.startsWith('adapter-') && entry in manifest.exports && isWanted(shortName),
  )
  return Promise.all(
    adapters.map(async ({ directory, shortName }) => {
      const loaded: unknown = await import(`@ledgerpost/${shortName}/conformance`)
      const file = join(repositoryRoot, directory, 'conformance', 'expected-failures.json')
      return {
        subject: subjectIn(loaded, shortName),
        expectedFailures: JSON.parse(readFileSync(file, 'utf8')) as unknown,
      }
    }),
  )
}

function subjectIn(loaded: unknown, name: string): ConformanceSubject {
  const subject: unknown =
    typeof loaded === 'object' && loaded !== null && 'conformanceSubject' in loaded
      ? loaded.conformanceSubject
      : undefined
  if (!isSubject(subject)) throw new TypeError(`${name}/conformance does not export a conformanceSubject.`)
  return subject
}

function isSubject(value: unknown): value is ConformanceSubject {
  return (
    typeof value === 'object' && value !== null && 'open' in value && 'transport' in value && 'name' in value
  )
}
