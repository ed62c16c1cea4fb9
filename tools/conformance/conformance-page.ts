import { type ConformanceReport, conformanceTable } from '@ledgerpost/testkit/conformance'

/** Relative to the root of the repository. */
export const conformancePageFile = 'docs/adapters/conformance.md'

/** The page that says what adapters are held to, and which of ours meets it. */
export function conformancePage(reports: readonly ConformanceReport[]): string {
  const requirements = reports[0]?.requirements ?? []
  const anchors = requirements.map(({ id, title }) => `### ${id}\n\n${title}`)
  return `# What adapters are held to

Written by \`npm run conformance -- --docs\`; the kit is \`@ledgerpost/testkit/conformance\`. Each requirement is verified on books
of its own: an integrator's fake with a ledger that the adapter does not touch, or the real program. "–" means that it does not
concern the adapter, for the reason below. Declaring a capability makes its requirements count; none can be left out, and one that
is expected to fail and does not, fails.

${conformanceTable(reports)}

## The requirements

${anchors.join('\n\n')}
`
}
