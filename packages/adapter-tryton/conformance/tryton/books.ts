import { isRecord } from '@ledgerpost/adapter-kit'
import { openRpc, type Rpc } from './rpc.js'

/** Where the accounts of the tests stand: their names by the name of the chart's account that they are like. */
const accountsLike = {
  'Main Cash': ['Cash', 'Card clearing'],
  'Main Tax': ['VAT payable', 'State tax', 'City tax', 'VAT refunded', 'Gift cards', 'Tips'],
  'Main Revenue': ['Sales', 'Retail', 'Discounts'],
  'Main Expense': ['Rounding'],
} as const

/** The years that the books have, month by month. */
const years = ['2025', '2026'] as const

export const bookNames = { company: 'Studio Zwölf', journal: 'POS', party: 'Guests' } as const

/** Another text whenever the books would be made otherwise, so that ready ones are not taken for them. */
export function recipe(): string {
  const steps = [setUpBooks, createChart, openYears, addAccounts, addTaxes]
  return JSON.stringify([accountsLike, years, bookNames, steps.map(String)])
}

/** Makes a company with a chart, two years, taxes and a journal in a database that has only what trytond-admin put there. */
export async function setUpBooks(url: string, database: string, currency: string): Promise<void> {
  const administrator = await openRpc(url, database)
  const digits = { JPY: 0, KWD: 3 }[currency] ?? 2
  const currencyId = await administrator.create('currency.currency', {
    name: currency,
    code: currency,
    symbol: currency,
    digits,
    rounding: decimal(digits === 0 ? '1' : `0.${'1'.padStart(digits, '0')}`),
  })
  const party = await administrator.create('party.party', { name: bookNames.company })
  const company = await administrator.create('company.company', { party, currency: currencyId })
  await administrator.call('model.res.user.write', [1], { companies: [['add', [company]]], company })
  const rpc = await openRpc(url, database, undefined, undefined, company)
  await createChart(rpc, company)
  await openYears(rpc, company)
  await addAccounts(rpc)
  await addTaxes(rpc, company)
  const sequence = await oneId(rpc, 'ir.sequence', [['name', '=', 'Default Account Journal']])
  await rpc.create('account.journal', {
    name: 'Point of sale',
    code: bookNames.journal,
    type: 'general',
    sequence,
  })
  await rpc.create('party.party', { name: bookNames.party })
}

async function createChart(rpc: Rpc, company: number): Promise<void> {
  const template = await oneRecord(
    rpc,
    'ir.model.data',
    [
      ['module', '=', 'account'],
      ['fs_id', '=', 'account_template_root_en'],
    ],
    ['db_id'],
  )
  const session = await rpc.call('wizard.account.create_chart.create')
  const [wizard] = Array.isArray(session) ? session : []
  const step = (data: object, state: string) =>
    rpc.call('wizard.account.create_chart.execute', wizard, data, state)
  await step({}, 'start')
  await step({ account: { company, account_template: template['db_id'] } }, 'create_account')
  const properties = {
    company,
    account_receivable: await oneId(rpc, 'account.account', [['name', '=', 'Main Receivable']]),
    account_payable: await oneId(rpc, 'account.account', [['name', '=', 'Main Payable']]),
  }
  await step({ properties }, 'create_properties')
  await rpc.call('wizard.account.create_chart.delete', wizard)
}

async function openYears(rpc: Rpc, company: number): Promise<void> {
  const type = await oneId(rpc, 'ir.sequence.type', [['name', '=', 'Account Move']])
  const strict = await oneId(rpc, 'ir.sequence.type', [['name', '=', 'Invoice']])
  for (const year of years) {
    const post_move_sequence = await rpc.create('ir.sequence', {
      name: `Moves ${year}`,
      sequence_type: type,
      company,
    })
    const invoices = await rpc.create('ir.sequence.strict', {
      name: `Invoices ${year}`,
      sequence_type: strict,
      company,
    })
    const sequences = {
      out_invoice_sequence: invoices,
      in_invoice_sequence: invoices,
      out_credit_note_sequence: invoices,
      in_credit_note_sequence: invoices,
    }
    const id = await rpc.create('account.fiscalyear', {
      name: year,
      company,
      start_date: wireDate(`${year}-01-01`),
      end_date: wireDate(`${year}-12-31`),
      post_move_sequence,
      invoice_sequences: [['create', [{ company, ...sequences }]]],
    })
    await rpc.call('model.account.fiscalyear.create_period', [id])
  }
}

async function addAccounts(rpc: Rpc): Promise<void> {
  for (const [like, names] of Object.entries(accountsLike)) {
    const model = await oneRecord(
      rpc,
      'account.account',
      [['name', '=', like]],
      ['type', 'parent', 'company'],
    )
    for (const name of names) {
      await rpc.create('account.account', {
        name,
        type: model['type'],
        parent: model['parent'],
        company: model['company'],
      })
    }
  }
}

async function addTaxes(rpc: Rpc, company: number): Promise<void> {
  const account = (name: string) => oneId(rpc, 'account.account', [['name', '=', name]])
  const tax = async (name: string, rate: string, at: string, others: object = {}) => ({
    name,
    description: name,
    type: 'percentage',
    rate: decimal(rate),
    company,
    invoice_account: await account(at),
    credit_note_account: await account(at),
    ...others,
  })
  const refunded = await account('VAT refunded')
  await rpc.create(
    'account.tax',
    await tax('VAT 20', '0.20', 'VAT payable', { credit_note_account: refunded }),
  )
  const childs = [await tax('State', '0.06', 'State tax'), await tax('City', '0.0225', 'City tax')]
  await rpc.create('account.tax', {
    name: 'State and city',
    description: 'State and city',
    type: 'none',
    company,
    childs: [['create', childs]],
  })
  const fixed = { type: 'fixed', rate: null, amount: decimal('0.05') }
  await rpc.create('account.tax', await tax('Bag levy', '0', 'State tax', fixed))
}

export async function oneRecord(
  rpc: Rpc,
  model: string,
  domain: readonly unknown[],
  fields: readonly string[],
): Promise<Readonly<Record<string, unknown>>> {
  const records = await rpc.read(model, domain, fields)
  const [record] = records
  if (record === undefined || records.length > 1)
    throw new Error(`${model} ${JSON.stringify(domain)}: ${records.length} records instead of one`)
  return record
}

export async function oneId(rpc: Rpc, model: string, domain: readonly unknown[]): Promise<number> {
  const { id } = await oneRecord(rpc, model, domain, ['id'])
  if (typeof id !== 'number') throw new Error(`${model}: no id`)
  return id
}

export function decimal(text: string): object {
  return { __class__: 'Decimal', decimal: text }
}

export function wireDate(text: string): object {
  const [year, month, day] = text.split('-').map(Number)
  return { __class__: 'date', year, month, day }
}

/** The text of a decimal as Tryton writes it. */
export function decimalText(value: unknown): string {
  const text = isRecord(value) ? value['decimal'] : undefined
  if (typeof text !== 'string') throw new Error(`${JSON.stringify(value)} is no decimal`)
  return text
}
