import { isCurrencyCode } from '@ledgerpost/core'
import { z } from 'zod'
import { accountKinds, accountNameRule, isAccountName, mayBe } from './account-name.js'

const account = z
  .strictObject({
    name: z.string().refine(isAccountName, {
      error: ({ input }) => `'${String(input)}' cannot be an account: ${accountNameRule}.`,
    }),
    kind: z.enum(accountKinds).optional(),
  })
  .superRefine(({ name, kind }, context) => {
    if (kind === undefined || !isAccountName(name) || mayBe(name, kind)) return
    context.addIssue({
      code: 'custom',
      path: ['kind'],
      message: `'${name}' cannot be of the kind ${kind}, because its first component says otherwise; leave the kind out or rename the account.`,
    })
  })

const accounts = z
  .array(account)
  .min(1, 'Name at least one account, or leave `accounts` out for the default ones.')
  .superRefine((list, context) => {
    const seen = new Set<string>()
    for (const [index, { name }] of list.entries()) {
      if (seen.has(name)) {
        context.addIssue({
          code: 'custom',
          path: [index, 'name'],
          message: `The account '${name}' is named twice.`,
        })
      }
      seen.add(name)
    }
  })

/**
 * What linking asks for. Both members count when the books are begun; from then on `accounts.journal` rules.
 * - accounts: the accounts to begin with; without it, a default chart
 * - currency: the books' currency, ISO 4217. With it, documents in other currencies are refused until the
 *   owner declares them; without it, a currency is declared when first used.
 */
export const plainTextSettings = z.strictObject({
  accounts: accounts.optional(),
  currency: z
    .string()
    .refine(isCurrencyCode, {
      error: ({ input }) => `'${String(input)}' is not an ISO 4217 currency code such as EUR.`,
    })
    .optional(),
})

export type PlainTextSettings = z.output<typeof plainTextSettings>
