import { classifyMessages, isRecord, retryAfterOf, sha256 } from '@ledgerpost/adapter-kit'
import { type IntegratorTaxRate, IntegratorError, type Reason, type TaxRateDraft } from '@ledgerpost/core'
import type { Client } from '../client/create-client.js'
import type { XeroOrganisation } from '../configuration/organisation.js'
import { taxRateOf } from '../configuration/tax-rates.js'
import { connectionReasonOf } from '../errors/connection-reason.js'
import { descriptionOf } from '../errors/failure.js'
import { messagesOf } from '../errors/messages-of.js'
import { reportTypesOf } from './report-types.js'
import { differenceOf, taxRateBody } from './tax-rate-element.js'

export interface TaxRateMaker {
  readonly client: Client
  readonly organisationId: string
  organisation(): Promise<XeroOrganisation>
}

type Outcome =
  | { readonly kind: 'created'; readonly rate: IntegratorTaxRate }
  /** Certainly not created by this call. */
  | { readonly kind: 'refused'; readonly reason: Reason }
  /** @property isOver whether Xero is done with the call, so that its key is spent */
  | { readonly kind: 'unknown'; readonly message: string; readonly isOver: boolean }

const advice = 'Change what it names, or create the tax rate in Xero and Refresh.'

/**
 * Creates a tax rate, once: Xero keeps the names of active tax rates apart, so the name is looked up before the call and
 * again after any answer that is not a clear yes. An active tax rate of this name that is the same counts as created.
 *
 * The call is made a second time when its outcome is unknown and the tax rate is not there: under the same key if no
 * answer came, since the first may still be under way, and under another if Xero answered with an error, which it would
 * give again. It is a PUT with one tax rate: POST changes existing ones, and Xero takes no more than one at a time.
 * @throws IntegratorError with the reason duplicate, tax, transient or one of the connection
 */
export async function createTaxRate(maker: TaxRateMaker, asked: TaxRateDraft): Promise<IntegratorTaxRate> {
  const { client, organisationId } = maker
  const draft = reportable(asked, await maker.organisation())
  const known = (await activeRates(client)).find(({ name }) => name === draft.name)
  if (known) return adopted(draft, known)
  const body = taxRateBody(draft)
  const key = sha256([organisationId, 'PUT TaxRates', body, String(client.now())].join('\n'))
  const first = await put(client, draft, body, key)
  const settled = await settle(client, draft, first)
  if (settled) return settled
  const isSpent = first.kind === 'unknown' && first.isOver
  const second = await put(client, draft, body, isSpent ? `${key}-2` : key)
  const settledLater = await settle(client, draft, second)
  if (settledLater) return settledLater
  throw new IntegratorError({
    kind: 'transient',
    message: `Xero gave no certain answer to the new tax rate '${draft.name}', and it is not there${
      second.kind === 'unknown' ? ` (${second.message})` : ''
    }. Send it again: it is looked up first and never created twice.`,
  })
}

/** The draft as the organisation's edition of Xero takes it. @throws IntegratorError */
function reportable(draft: TaxRateDraft, organisation: XeroOrganisation): TaxRateDraft {
  const types = reportTypesOf(organisation)
  if (!types) return { ...draft, reportType: null }
  if (draft.reportType !== null && types.includes(draft.reportType)) return draft
  const what =
    draft.reportType === null
      ? 'The tax rate has no ReportTaxType'
      : `The ReportTaxType ${draft.reportType} is not known to this edition of Xero`
  throw new IntegratorError({
    kind: 'tax',
    message: `${what}; ${organisation.name} needs one of ${types.join(', ')}.`,
  })
}

async function put(client: Client, draft: TaxRateDraft, body: string, key: string): Promise<Outcome> {
  const answer = await client.http.request({
    method: 'PUT',
    path: '/TaxRates',
    headers: { 'idempotency-key': key },
    body,
  })
  const retryAfter = 'headers' in answer ? retryAfterOf(answer.headers, client.now()) : undefined
  const reason = connectionReasonOf(answer, retryAfter)
  if (reason) throw new IntegratorError(reason)
  const unknown: Outcome = {
    kind: 'unknown',
    message: descriptionOf(answer),
    isOver: 'status' in answer,
  }
  if (answer.kind !== 'json' || !isRecord(answer.body)) return unknown
  const messages = messagesOf(answer.body)
  if (answer.status >= 400 && answer.status < 500) {
    const kind = answer.status === 400 ? 'tax' : 'invalid'
    const said = messages.length > 0 ? messages : [`Xero refused the call: ${descriptionOf(answer)}`]
    return { kind: 'refused', reason: classifyMessages(said, [], { kind, advice }) }
  }
  const [element] = Array.isArray(answer.body['TaxRates']) ? answer.body['TaxRates'] : []
  const rate = isRecord(element) ? taxRateOf(element) : undefined
  return answer.status === 200 && messages.length === 0 && rate && differenceOf(draft, rate) === undefined
    ? { kind: 'created', rate }
    : unknown
}

/** The tax rate, if it is there; undefined if it is not and may be sent again. @throws IntegratorError */
async function settle(
  client: Client,
  draft: TaxRateDraft,
  outcome: Outcome,
): Promise<IntegratorTaxRate | undefined> {
  if (outcome.kind === 'created') return outcome.rate
  const rates = await activeRatesAfter(client, draft, outcome)
  // Whether Xero regards case in names is not published, so a refusal may mean one that differs in that alone.
  const found =
    rates.find(({ name }) => name === draft.name) ??
    (outcome.kind === 'refused' ? rates.find(({ name }) => folded(name) === folded(draft.name)) : undefined)
  if (found) return adopted(draft, found)
  if (outcome.kind === 'refused') throw new IntegratorError(outcome.reason)
  return undefined
}

async function activeRatesAfter(
  client: Client,
  { name }: TaxRateDraft,
  outcome: Exclude<Outcome, { readonly kind: 'created' }>,
): Promise<readonly IntegratorTaxRate[]> {
  try {
    return await activeRates(client)
  } catch (error) {
    if (!(error instanceof IntegratorError)) throw error
    if (outcome.kind === 'refused') throw new IntegratorError(outcome.reason, error)
    throw new IntegratorError(
      {
        ...error.reason,
        kind: 'transient',
        message: `It is not known whether Xero created the tax rate '${name}'. Send it again: it is looked up first and never created twice. ${error.reason.message}`,
      },
      error,
    )
  }
}

async function activeRates(client: Client): Promise<readonly IntegratorTaxRate[]> {
  const { elements } = await client.list('TaxRates')
  return elements.flatMap((element) => taxRateOf(element) ?? []).filter(({ isActive }) => isActive)
}

function adopted(draft: TaxRateDraft, rate: IntegratorTaxRate): IntegratorTaxRate {
  const difference = differenceOf(draft, rate)
  if (difference === undefined) return rate
  throw new IntegratorError({
    kind: 'duplicate',
    message: `Xero has another active tax rate '${rate.name}' (${rate.id}): ${difference}. Choose another name, map to that one, or archive it in Xero.`,
  })
}

function folded(name: string): string {
  return name.trim().toLowerCase()
}
