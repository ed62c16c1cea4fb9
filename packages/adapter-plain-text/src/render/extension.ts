import { type IntegratorConfiguration, LedgerpostError } from '@ledgerpost/core'
import { z } from 'zod'

const extension = z.object({
  /** The currencies that the books declare. */
  currencies: z.array(z.string()),
  /** Whether a further currency is declared when it is first used. */
  takesAnyCurrency: z.boolean(),
})

/** What the adapter keeps in `IntegratorConfiguration.extension`. */
export type Extension = z.output<typeof extension>

export function readExtension(configuration: IntegratorConfiguration): Extension {
  const reading = extension.safeParse(configuration.extension)
  if (reading.success) return reading.data
  throw new LedgerpostError({
    code: 'plain-text-configuration',
    message: 'The configuration was not made by inspecting plain-text books; refresh the integration.',
    cause: reading.error,
  })
}
