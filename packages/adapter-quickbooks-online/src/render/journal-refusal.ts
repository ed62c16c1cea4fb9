import { statesTax } from './journal-lines.js'
import type { Making, Share } from './making.js'
import { type Refusal, refuse } from './refusal.js'
import { fitting } from './receipt-lines.js'

/** Why a journal entry cannot carry the share; undefined if it can. */
export function journalRefusalOf(making: Making, share: Share): Refusal | undefined {
  const { extension } = making
  const { payment } = share
  if (payment && payment.amount < 0n && payment.accountId === extension.undepositedFundsAccountId) {
    return refuse(
      'NotRepresentable',
      'Money that goes back and cannot be a refund receipt would take from Undeposited Funds what nobody can deposit. Map the payment method to a bank account, then Resync.',
    )
  }
  const lines = fitting(making, share.lines)
  const taxed = lines.filter(({ tax }) => tax !== 0n)
  if (statesTax(making)) {
    return taxed.every(({ net, tax }) => net * tax > 0n) &&
      lines.every(({ taxId }) => isOneRate(making, taxId))
      ? undefined
      : refuse(
          'TaxNotRepresentable',
          'A journal entry in QuickBooks states one tax for each line, of the line’s own sign, and this packet has others. Map its payment methods to bank accounts, or book it by hand.',
        )
  }
  return taxed.length > 0 && !extension.isSalesTaxAccountCertain
    ? refuse(
        'TaxNotRepresentable',
        'The company owes sales tax on several accounts, and a journal entry has to name one. Name it in the settings (salesTaxAccountId) and link again, then Resync.',
      )
    : undefined
}

/** Canadian lines name a rate and not a code, so that a code of several has none to name. */
function isOneRate({ extension }: Making, taxId: string): boolean {
  return extension.edition !== 'canada' || (extension.ratesOfCodes[taxId] ?? []).length <= 1
}
