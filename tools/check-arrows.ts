import { findViolations } from './arrows/find-violations.js'
import { readRules } from './arrows/rules.js'
import { repositoryRoot } from './workspace.js'

const violations = findViolations(repositoryRoot, readRules())
for (const { file, line, message } of violations) process.stdout.write(`${file}:${line} ${message}\n`)
process.stdout.write(
  violations.length === 0
    ? 'Every import follows the arrows.\n'
    : `${violations.length} against the arrows.\n`,
)
process.exitCode = violations.length === 0 ? 0 : 1
