import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { repositoryRoot } from '../workspace.js'

const names = z.array(z.string()).default([])

const packageRule = z.strictObject({
  /** Packages of this repository, without their scope, that every file may import. */
  imports: names,
  /** Those that the files under `fake/` and `conformance/` may import as well. */
  fake: names,
  /** Those that tests may import as well. */
  tests: names,
  /** When given, the only packages of others that shipped files may import. */
  thirdParty: z.array(z.string()).optional(),
  /** Whether files under `src/` that are shipped may import Node's own modules. */
  nodeBuiltins: z.boolean().default(true),
  /** Whether shipped files must do without clock, randomness, network and process. */
  pure: z.boolean().default(false),
})

const rulesShape = z.strictObject({
  /** By package name without scope; `adapter-*` stands for every adapter that has no entry of its own. */
  packages: z.record(z.string(), packageRule),
  /** What a pure package must not touch. */
  impure: z.strictObject({ globals: names, members: names, withoutArguments: names }),
})

export type PackageRule = z.infer<typeof packageRule>
export type ImpureNames = z.infer<typeof rulesShape>['impure']
export type Rules = z.infer<typeof rulesShape>

export const parseRules = (value: unknown): Rules => rulesShape.parse(value)

export const readRules = (): Rules =>
  parseRules(JSON.parse(readFileSync(join(repositoryRoot, 'tools/arrows.json'), 'utf8')))

export function ruleFor(rules: Rules, shortName: string): PackageRule | undefined {
  const wildcard = Object.keys(rules.packages).find(
    (pattern) => pattern.endsWith('*') && shortName.startsWith(pattern.slice(0, -1)),
  )
  return rules.packages[shortName] ?? (wildcard === undefined ? undefined : rules.packages[wildcard])
}
