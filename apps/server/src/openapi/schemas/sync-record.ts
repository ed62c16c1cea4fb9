import { documentKinds, exclusionReasons, packetStatuses, syncStatuses } from '@ledgerpost/core'
import { z } from 'zod'
import { syncRecordContract } from '../../wire/contracts/sync-record.js'
import { pascalCase } from '../../wire/spelling.js'
import { described } from './described.js'
import { count, date, decimal, flag, moment, text } from './scalars.js'

const syncState = z
  .object({
    Status: z.enum(syncStatuses).meta({
      description: 'Success: all of the orders were processed, not that the ledger accepted everything.',
    }),
    Time: moment,
    Message: text.optional(),
  })
  .meta({ id: 'SyncState', description: 'One step of a sync.' })

const currencyTotal = z
  .object({ Currency: text, Amount: decimal })
  .meta({ id: 'CurrencyTotal', description: 'An amount in one currency, in major units.' })

const outcome = z
  .object({
    Pending: count,
    Held: count,
    Sending: count,
    Sent: count,
    Rejected: count,
    InDoubt: count,
    Read: count,
    Packed: count,
    Unchanged: count,
    Excluded: count,
    Totals: z.array(currencyTotal),
  } satisfies Readonly<Record<(typeof packetStatuses)[number], z.ZodType>> &
    Readonly<Record<string, z.ZodType>>)
  .meta({
    id: 'SyncOutcome',
    description:
      'How many packets stand where; what became of the orders that were read (Read = Packed + Unchanged + Excluded); and how much their changes come to.',
  })

const members = {
  Id: text,
  States: z.array(syncState).meta({ description: 'Ascending; the last is where it stands.' }),
  UserId: text.meta({ description: 'Who asked for it.' }),
  IntegrationType: text.meta({ examples: ['PlainText'] }),
  IntegrationId: text,
  Outcome: outcome,
}

export const syncRecordSchema = z.object(members).meta({ id: 'SyncRecord', description: 'One sync.' })

export const syncRecordEntitySchema = z
  .object({ '@odata.context': text, ...members })
  .meta({ id: 'SyncRecordEntity', description: 'One sync, by its key.' })

export const syncRecordReferenceSchema = described(
  'SyncRecordReference',
  'Which sync to look at in SyncHistory.',
  syncRecordContract,
  { Id: text },
)

const requestItem = z
  .object({
    RevenueCategoryId: text,
    TaxRateIds: z.array(text),
    Description: text.optional(),
    Quantity: decimal.optional(),
    NetAmount: decimal,
    TaxAmount: decimal,
    LocationId: text,
  })
  .meta({ id: 'RequestItem', description: 'What a packet says of one revenue category and set of taxes.' })

const document = z
  .object({
    Reference: text.meta({ description: 'Ours; the ledger has it too.' }),
    Kind: z.enum(documentKinds.map(pascalCase)),
    Date: date,
    Total: decimal,
    Status: z.enum(['Planned', 'Sending', 'Accepted', 'Rejected', 'Unknown']),
    Id: text.nullable().meta({ description: 'The ledger’s id of it.' }),
    Link: text.nullable().meta({ description: 'Where a person can open it.' }),
    Message: text.optional(),
  })
  .meta({ id: 'SyncDocument', description: 'A document that a packet became.' })

const packetState = z
  .object({
    Status: z.enum(packetStatuses),
    Time: moment,
    Code: text.optional().meta({ description: 'Why, as a stable code; `docs/errors` has a page for each.' }),
    Message: text.optional(),
  })
  .meta({ id: 'PacketState', description: 'One step of a packet.' })

const packetPayment = z
  .object({ PaymentMethodId: text, Amount: decimal })
  .meta({ id: 'PacketPayment', description: 'What one payment method moved.' })

export const syncPacketSchema = z
  .object({
    Id: text,
    Date: date.meta({ description: 'The business day.' }),
    OrderIds: z.array(text).meta({ description: 'The first thousand.' }),
    PaymentMethodId: text.nullable().meta({ description: 'Null where the packet stands for one order.' }),
    Currency: text,
    RequestItems: z.array(requestItem),
    Total: decimal,
    Documents: z.array(document),
    States: z.array(packetState),
    Payments: z.array(packetPayment).optional(),
    LocationId: text.optional(),
    MoreOrders: flag.optional().meta({ description: 'Whether there are more orders than OrderIds names.' }),
  })
  .meta({ id: 'SyncPacket', description: 'What a sync made of one order, or of one day and payment method.' })

export const exclusionSchema = z
  .object({ OrderId: text, Reason: z.enum(exclusionReasons), Message: text })
  .meta({ id: 'Exclusion', description: 'An order that a sync left out, and why.' })
