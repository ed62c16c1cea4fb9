import type { ComplexType, EntitySet, EntityType, EnumType } from '@ledgerpost/odata'
import { exclusionReason, syncStatus } from './enumerations.js'
import { syncPacket } from './packets.js'
import { complex, complexes, listed, nullable, property, sorted } from './properties.js'

const ofRecord = { record_id: 'id' }

const total: ComplexType = {
  kind: 'complex',
  name: 'CurrencyTotal',
  properties: {
    Currency: property('Edm.String', 'currency'),
    Amount: property('Edm.Decimal', 'amount'),
  },
}

/** How many packets stand where, what became of the orders, and what their changes come to by currency. */
const outcome: ComplexType = {
  kind: 'complex',
  name: 'SyncOutcome',
  properties: {
    Pending: property('Edm.Int64', 'pending'),
    Held: property('Edm.Int64', 'held'),
    Sending: property('Edm.Int64', 'sending'),
    Sent: property('Edm.Int64', 'sent'),
    Rejected: property('Edm.Int64', 'rejected'),
    InDoubt: property('Edm.Int64', 'in_doubt'),
    Read: property('Edm.Int64', 'read'),
    Packed: property('Edm.Int64', 'packed'),
    Unchanged: property('Edm.Int64', 'unchanged'),
    Excluded: property('Edm.Int64', 'excluded'),
    Totals: complexes(total, sorted('sync_sum_view', ofRecord, 'currency')),
  },
}

const syncState: EntityType = {
  kind: 'entity',
  name: 'SyncState',
  key: ['Number'],
  properties: {
    Number: property('Edm.Int64', 'number'),
    Status: property(syncStatus, 'status'),
    Time: property('Edm.DateTimeOffset', 'time'),
    Message: nullable('Edm.String', 'message'),
  },
  navigation: {},
}

const exclusion: EntityType = {
  kind: 'entity',
  name: 'Exclusion',
  key: ['OrderId'],
  properties: {
    OrderId: property('Edm.String', 'order_id'),
    Reason: property(exclusionReason, 'reason'),
    Message: property('Edm.String', 'message'),
  },
  navigation: {},
}

/** Always newest first, as documented: `$orderby` changes nothing. */
export function syncHistory(integrationType: EnumType): EntitySet {
  return {
    name: 'SyncHistory',
    type: {
      kind: 'entity',
      name: 'SyncRecord',
      key: ['Id'],
      properties: {
        Id: property('Edm.String', 'id'),
        UserId: property('Edm.String', 'user_id'),
        IntegrationType: property(integrationType, 'integration_type'),
        IntegrationId: property('Edm.String', 'integration_id'),
        Status: property(syncStatus, 'status'),
        CreatedTime: property('Edm.DateTimeOffset', 'created_time'),
        Outcome: complex(outcome),
      },
      navigation: {
        States: {
          kind: 'contained',
          target: syncState,
          many: true,
          relation: listed('sync_state_view', ofRecord, 'number'),
        },
        Packets: {
          kind: 'contained',
          target: syncPacket,
          many: true,
          relation: listed('packet_view', ofRecord, 'ordinal'),
        },
        Exclusions: {
          kind: 'contained',
          target: exclusion,
          many: true,
          relation: sorted('exclusion_view', ofRecord, 'order_id'),
        },
      },
    },
    relation: {
      name: 'sync_record_view',
      joins: { subscriber_id: 'subscriber' },
      order: [
        { column: 'created_time', direction: 'desc' },
        { column: 'id', direction: 'desc' },
      ],
      orderIsFixed: true,
    },
  }
}
