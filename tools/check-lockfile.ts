import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findLockfileProblems } from './lockfile/find-lockfile-problems.js'
import { repositoryRoot } from './workspace.js'

const lockfile: unknown = JSON.parse(readFileSync(join(repositoryRoot, 'package-lock.json'), 'utf8'))
const problems = findLockfileProblems(lockfile)
for (const problem of problems) process.stdout.write(`package-lock.json ${problem}\n`)
process.stdout.write(
  problems.length === 0
    ? 'The lockfile pins every package by its content and names no address.\n'
    : `${problems.length} problems in the lockfile: restore it and run \`npm install\` again.\n`,
)
process.exitCode = problems.length === 0 ? 0 : 1
