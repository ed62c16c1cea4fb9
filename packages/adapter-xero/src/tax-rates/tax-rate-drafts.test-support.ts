import { fc } from '@fast-check/vitest'
import type { TaxComponent, TaxRateDraft } from '@ledgerpost/core'

const name = fc.string({ minLength: 1, maxLength: 50, unit: 'grapheme' }).map((text) => `n${text}`)

/** From 0 to 100 per cent, with up to four decimals. */
const percent = fc
  .tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 4 }))
  .map(([tenThousandths, zeros]) => {
    const text = String(tenThousandths).padStart(5, '0')
    const decimals = text.slice(-4).replace(new RegExp(`0{0,${zeros}}$`), '')
    return decimals === '' ? text.slice(0, -4) : `${text.slice(0, -4)}.${decimals}`
  })

const components = fc
  .tuple(
    fc.uniqueArray(fc.record({ name, percent }), {
      minLength: 1,
      maxLength: 4,
      selector: (component) => component.name,
    }),
    fc.option(fc.nat()),
  )
  .map(([parts, compound]) =>
    parts.map((part, index): TaxComponent => ({
      ...part,
      isCompound: compound !== null && parts.length > 1 && index === compound % parts.length,
    })),
  )

/** Tax rates that every edition of Xero takes. */
export const drafts: fc.Arbitrary<TaxRateDraft> = fc.record({
  name,
  reportType: fc.constantFrom('OUTPUT', 'INPUT', 'EXEMPTOUTPUT'),
  components,
})
