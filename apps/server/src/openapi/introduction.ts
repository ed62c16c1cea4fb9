/** The head of the document. The version is the one of the addresses and bodies, not of the server. */
export const introduction = {
  title: 'Ledgerpost',
  version: '1.0.0',
  summary: 'Carries a platform’s orders into its merchants’ books.',
  description: `Feed a subscriber’s orders, link a ledger, map what the platform has to what the ledger has, and sync.

**Who calls.** A bearer token names the caller’s role and the subscribers that it may see. Each operation says which roles it is for; a subscriber that the token does not name looks exactly like one that does not exist.

**JSON and XML.** The actions under \`AccountingIntegration\` take and answer JSON and XML, by \`Content-Type\` and \`Accept\`. XML is what .NET’s DataContract serialiser writes: the namespace \`subscriber.mindbodyonline.com\`, null as \`i:nil="true"\`, moments as \`DateTime\` in UTC and \`OffsetMinutes\`, enumerations by name. The \`xml\` of the schemas has a namespace that is no URI as \`x-namespace\`. Everything else is JSON.

**Decimals** are JSON numbers with the digits that they came with (\`10.0000\`); amounts are in major units. Where a decimal is taken, a text is taken too.

**Errors** are problem details (RFC 9457) with a stable \`code\`, a \`detail\` that says what to do, and \`errors\` for each member that is wrong; under \`/odata\` they have OData’s shape. Every request but Callback can be repeated.

**Repeating.** Send a POST again with the same \`Idempotency-Key\` when its answer was lost: it is done once. Feeding orders needs no key.

**Limits.** Answers behind a token say with \`RateLimit-Limit\`, \`RateLimit-Remaining\` and \`RateLimit-Reset\` how much more may be asked; beyond that it is 429 with \`Retry-After\`.

**Waiting.** Sync, Resync and Refresh answer 202 and go on. Look every 5 seconds or slower, and ever slower the longer it takes.`,
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
} as const
