import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findLockfileProblems } from './lockfile/find-lockfile-problems.js'
import { repositoryRoot } from './workspace.js'

/** The races have one of their own, so that nobody else installs what they race against. */
const lockfiles = ['package-lock.json', 'bench/package-lock.json']

const problems = lockfiles.flatMap((path) => {
  const lockfile: unknown = JSON.parse(readFileSync(join(repositoryRoot, path), 'utf8'))
  return findLockfileProblems(lockfile).map((problem) => `${path} ${problem}`)
})
for (const problem of problems) process.stdout.write(`${problem}\n`)
process.stdout.write(
  problems.length === 0
    ? 'The lockfiles pin every package by its content and name no address.\n'
    : `${problems.length} problems in the lockfiles: restore them and run \`npm install\` beside them again.\n`,
)
process.exitCode = problems.length === 0 ? 0 : 1
