import { minorUnitDigits } from '@ledgerpost/core'
import { type DemoResult, money } from './demo.js'
import type { Verdict } from './judges.js'
import { type Screen, table } from '../output/screen.js'

/** Whether everything is proved: every figure agrees, nothing is left over, and whoever was asked accepts the books. */
export function isProved({ proof, verdicts, obstacles, balances }: DemoResult): boolean {
  return (
    proof.different.length === 0 &&
    proof.unexplained.length === 0 &&
    verdicts.every((verdict) => verdict.outcome === 'is not installed' || agrees(verdict, balances)) &&
    obstacles.size === 0
  )
}

/** Shows the trial balance, where the books lie, and the proof. */
export function report(result: DemoResult, screen: Screen): void {
  const { platform, balances, proof, ledger, verdicts, syncs, seconds, oracle, kills } = result
  const digits = minorUnitDigits(platform.currency)
  const accounts = [...balances].toSorted(([left], [right]) => (left < right ? -1 : 1))
  screen.line()
  screen.line(`Trial balance (${platform.currency})`)
  const row = ([account, amount]: readonly [string, bigint]) => [
    account,
    amount > 0n ? money(amount, digits) : '',
    amount < 0n ? money(-amount, digits) : '',
  ]
  const debits = accounts.reduce((sum, [, amount]) => (amount > 0n ? sum + amount : sum), 0n)
  const credits = accounts.reduce((sum, [, amount]) => (amount < 0n ? sum - amount : sum), 0n)
  const total = ['', money(debits, digits), money(credits, digits)]
  for (const line of table(
    ['account', 'debit', 'credit'],
    [...accounts.filter(([, amount]) => amount !== 0n).map(row), total],
  )) {
    screen.line(line)
  }
  screen.line()
  screen.line('Payments, ledger against orders')
  for (const line of table(
    ['method', 'orders', 'ledger', 'difference'],
    byMethod(result).map(({ name, orders, ledger: booked }) => [
      name,
      money(orders, digits),
      money(booked, digits),
      money(booked - orders, digits),
    ]),
  )) {
    screen.line(line)
  }
  screen.line()
  for (const place of ledger.whereabouts) screen.line(place)
  screen.line()
  const counts = oracle.counts()
  const packets = syncs.reduce((sum, { Outcome }) => sum + Outcome.Sent, 0)
  screen.line(
    `${counts.orders} orders in ${counts.revisions} revisions, ${packets} packets, ${result.documents} documents, ${syncs.length} syncs` +
      `${kills > 0 ? `, ${kills} × SIGKILL` : ''}, ${seconds.toFixed(1)} s`,
  )
  for (const { Position, OrderId, Problems } of result.fed.flatMap(({ Errors }) => Errors).slice(0, 20)) {
    const what = Problems.map(({ Member, Problem }) => `${Member} ${Problem}`.trim()).join('; ')
    screen.line(`refused: line ${Position}${OrderId === null ? '' : `, order ${OrderId}`}: ${what}`)
  }
  for (const { Reason, Message } of result.exclusions.slice(0, 20))
    screen.line(`left out (${Reason}): ${Message}`)
  for (const verdict of verdicts) screen.line(sentenceOf(verdict, balances))
  for (const { kind, date, id, sales, ledger: booked } of proof.different.slice(0, 20)) {
    screen.line(
      `DIFFERS: ${date} ${kind} ${id}: orders ${money(sales, digits)}, ledger ${money(booked, digits)}`,
    )
  }
  for (const { date, account, amount } of proof.unexplained.slice(0, 20)) {
    screen.line(`UNEXPLAINED: ${date} ${account} ${money(amount, digits)}`)
  }
  for (const [obstacle, count] of [...result.obstacles].slice(0, 20)) {
    screen.line(`NOT IN THE LEDGER: ${count} packet${count === 1 ? '' : 's'}, ${obstacle}`)
  }
  screen.line(
    isProved(result)
      ? `Proved: for every day, payment method, category and tax the ledger is the orders, to the cent (${proof.figures.length} figures, 0 differ).`
      : `NOT proved: ${proof.different.length} of ${proof.figures.length} figures differ.`,
  )
}

/** The figures for machines; amounts in minor units. */
export function figures(result: DemoResult): Record<string, unknown> {
  const { platform, oracle, syncs, proof, seconds, fed, kills } = result
  const sum = (pick: (outcome: DemoResult['syncs'][number]['Outcome']) => number) =>
    syncs.reduce((total, { Outcome }) => total + pick(Outcome), 0)
  const counts = oracle.counts()
  return {
    proved: isProved(result),
    currency: platform.currency,
    orders: counts.orders,
    revisions: counts.revisions,
    refused: fed.reduce((total, { Rejected }) => total + Rejected, 0),
    excluded: sum(({ Excluded }) => Excluded),
    packets: sum(({ Sent, Held, Rejected, InDoubt, Pending }) => Sent + Held + Rejected + InDoubt + Pending),
    sent: sum(({ Sent }) => Sent),
    documents: result.documents,
    syncs: syncs.length,
    kills,
    figuresCompared: proof.figures.length,
    figuresDifferent: proof.different.length,
    centsByMethod: Object.fromEntries(
      byMethod(result).map(({ id, orders, ledger }) => [
        id,
        { orders: Number(orders), ledger: Number(ledger) },
      ]),
    ),
    judges: Object.fromEntries(
      result.verdicts.map((verdict) => [
        verdict.program,
        verdict.outcome === 'accepts' && !agrees(verdict, result.balances) ? 'disagrees' : verdict.outcome,
      ]),
    ),
    seconds,
  }
}

function byMethod({ proof, platform }: DemoResult) {
  return platform.sources
    .filter(({ kind }) => kind === 'method')
    .map(({ id, name }) => {
      const own = proof.figures.filter((figure) => figure.kind === 'method' && figure.id === id)
      return {
        id,
        name,
        orders: own.reduce((sum, { sales }) => sum + sales, 0n),
        ledger: own.reduce((sum, { ledger }) => sum + ledger, 0n),
      }
    })
}

function sentenceOf(verdict: Verdict, balances: ReadonlyMap<string, bigint>): string {
  if (verdict.outcome === 'is not installed') return `${verdict.program} is not installed and was not asked`
  if (verdict.outcome === 'refuses') return `${verdict.program} REFUSES the books: ${verdict.detail}`
  return agrees(verdict, balances)
    ? `${verdict.program} accepts the books and agrees on every account`
    : `${verdict.program} accepts the books but has OTHER BALANCES`
}

function agrees(verdict: Verdict, balances: ReadonlyMap<string, bigint>): boolean {
  if (verdict.outcome !== 'accepts') return false
  const accounts = new Set([...verdict.balances.keys(), ...balances.keys()])
  return [...accounts].every(
    (account) => (verdict.balances.get(account) ?? 0n) === (balances.get(account) ?? 0n),
  )
}
