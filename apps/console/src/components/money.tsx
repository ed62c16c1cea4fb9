import { useConsole } from '../app/console-context.js'
import { type Amount, formatMoney } from '../words/money.js'

export function Money({ amount, currency }: { readonly amount: Amount; readonly currency: string }) {
  const { locale } = useConsole()
  return <span className="lp-money">{formatMoney(amount, currency, locale)}</span>
}
