import { expect, it } from 'vitest'
import { findLockfileProblems } from './find-lockfile-problems.js'

const lockfile = (packages: Record<string, object>, lockfileVersion = 3) => ({ lockfileVersion, packages })

it('accepts packages pinned by content and links to our own', () => {
  const packages = {
    '': { version: '1.0.0' },
    'packages/core': { version: '1.0.0' },
    'node_modules/@ledgerpost/core': { resolved: 'packages/core', link: true },
    'node_modules/zod': { version: '4.6.7', integrity: 'sha512-abc' },
  }
  expect(findLockfileProblems(lockfile(packages))).toEqual([])
})

it.each([
  [
    { resolved: 'https://example.org/zod.tgz', integrity: 'sha512-abc' },
    'names the address https://example.org/zod.tgz',
  ],
  [
    { resolved: 'git+ssh://git@example.org/zod.git', integrity: 'sha512-abc' },
    'names the address git+ssh://git@example.org/zod.git',
  ],
  [{ version: '4.6.7' }, 'has no sha512 integrity'],
  [{ integrity: 'sha1-abc' }, 'has no sha512 integrity'],
])('refuses %j', (entry, problem) => {
  expect(findLockfileProblems(lockfile({ 'node_modules/zod': entry }))).toEqual([
    `node_modules/zod: ${problem}`,
  ])
})

it('checks packages that are nested in our own', () => {
  expect(findLockfileProblems(lockfile({ 'packages/core/node_modules/zod': {} }))).toHaveLength(1)
})

it('refuses another lockfile version', () => {
  expect(findLockfileProblems(lockfile({}, 2))).toEqual(['has version 2, not 3'])
})
