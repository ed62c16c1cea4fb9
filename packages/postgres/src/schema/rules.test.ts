import { randomUUID } from 'node:crypto'
import type { SyncCounts } from '@ledgerpost/core'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inScopeOf } from '../transactions/scope.js'
import { onEachDatabase } from '../store/on-each-database.test-support.js'
import {
  linkedSubscriber,
  sampleCell,
  sampleDocument,
  sampleOpenPacket,
  samplePacket,
  time,
} from '../store/samples.test-support.js'
import { histories } from './append-only.js'

const emptyContent = {
  business_date: `'2026-03-01'`,
  currency: `'EUR'`,
  request_items: `'[]'`,
  payments: `'[]'`,
  cells: `'[]'`,
  net_amount: '0',
  tax_amount: '0',
  total: '0',
  evidence: `''`,
}

describe('the tables', () => {
  onEachDatabase((fixture) => {
    /** A packet with documents in every status, all of it visible to raw statements. */
    async function books() {
      const { store, database } = fixture()
      const linked = await linkedSubscriber(store)
      const { subscriberId } = linked
      const { integrationId, recordId } = linked
      const sample = samplePacket(integrationId, 'o')
      const { key } = sample.packet
      const open = sampleOpenPacket(integrationId)
      const documents = [0, 1, 2, 3].map((ordinal) => sampleDocument(key, ordinal))
      const references = documents.map(({ reference }) => reference)
      const [accepted = '', rejected = '', sending = '', planned = ''] = references
      const intentId = randomUUID()
      await store.transaction(subscriberId, async (tx) => {
        await tx.addPackets(integrationId, recordId, [sample], time)
        await tx.createOpenPackets(integrationId, recordId, [open])
        await tx.planDocuments([{ packetKey: key, documents }])
        await tx.recordIntent({
          id: intentId,
          integrationId,
          key: 'key',
          references: [accepted, rejected, sending],
          body: '',
          operation: 'PUT',
          sentAt: 0,
        })
        await tx.recordOutcomes(
          integrationId,
          [
            { reference: accepted, status: 'accepted', integratorId: 'i', link: null },
            { reference: rejected, status: 'rejected', reason: { kind: 'tax', message: '' } },
          ],
          intentId,
        )
        await tx.addSweepFindings(integrationId, [{ reference: accepted, deviation: null }], time)
      })
      const run = (statement: string) =>
        inScopeOf(database, subscriberId, (tx) => sql.raw(statement).execute(tx))
      const runAsOwner = (statement: string) => sql.raw(statement).execute(database.kysely)
      return {
        run,
        runAsOwner,
        store,
        ...linked,
        sample,
        key,
        open,
        accepted,
        rejected,
        sending,
        planned,
        intentId,
      }
    }

    it('let history only grow', async () => {
      const { run, runAsOwner, recordId, key, intentId, accepted, sending } = await books()
      const packet = `(select ordinal from packet where key = '${key}')`
      /** Which rows there are, what may not be done to them, and what a deletion is answered. */
      const history: readonly (readonly [rows: string, change: string, refusal: string])[] = [
        [`packet where key = '${key}'`, 'total = total + 1, net_amount = net_amount + 1', 'of packet'],
        [`packet where key = '${key}'`, 'evidence = null', 'of packet'],
        [`packet_share where packet_ordinal = ${packet}`, `order_id = 'x'`, 'of a share'],
        [`packet_status where packet_ordinal = ${packet}`, `record_id = 'x'`, 'of packet_status'],
        [
          `document where reference = '${accepted}'`,
          `status = 'planned', integrator_id = null`,
          'of document',
        ],
        [`document where reference = '${sending}'`, 'total = 0', 'of document'],
      ]
      for (const [rows, change, refusal] of history) {
        expect((await run(`select from ${rows}`)).rows).toHaveLength(1)
        await expect(run(`delete from ${rows}`)).rejects.toThrow(refusal)
        await expect(run(`update ${rows.replace(' where', ` set ${change} where`)}`)).rejects.toThrow(
          'refused',
        )
      }
      /** What is only ever added to, a row of each, and a column of it. */
      const additions: Readonly<Record<(typeof histories)[number], readonly [row: string, column: string]>> =
        {
          packet_state: [`packet_ordinal = ${packet}`, 'message'],
          sync_state: [`record_id = '${recordId}'`, 'message'],
          submission: [`id = '${intentId}'`, 'body'],
          submission_answer: [`submission_id = '${intentId}'`, 'outcomes'],
          document_sweep: [`reference = '${accepted}'`, 'deviation'],
        }
      for (const table of histories) {
        const [row, column] = additions[table]
        expect((await run(`select from ${table} where ${row}`)).rows).toHaveLength(1)
        for (const statement of [
          `delete from ${table} where ${row}`,
          `update ${table} set ${column} = ${column} where ${row}`,
          `truncate ${table} cascade`,
        ]) {
          await expect(run(statement)).rejects.toThrow(`permission denied for table ${table}`)
          await expect(runAsOwner(statement)).rejects.toThrow('refused: it is history')
        }
      }
      for (const table of ['packet', 'packet_status']) {
        await expect(runAsOwner(`truncate ${table} cascade`)).rejects.toThrow('refused')
      }
    })

    it('refuse what does not add up', async () => {
      const { run, key, planned, integrationId, open, recordId, store, subscriberId } = await books()
      const seal = (change: Readonly<Record<string, string>>) => {
        const members = Object.entries({ ...emptyContent, ...change }).map(
          ([column, value]) => `${column} = ${value}`,
        )
        return run(`update packet set ${members.join(', ')} where key = '${open.key}'`)
      }
      const three = { net_amount: '3', total: '3' }
      const cells = `'[["d", "l", "EUR", null, "c", [], "3", "0"]]'`
      const request_items = `'[{"netAmount": "3", "taxAmount": "0"}]'`
      const payments = `'[{"paymentMethodId": "2", "amount": "1"}]'`
      for (const change of [
        { ...three },
        { ...three, cells },
        { ...three, request_items },
        { ...three, cells, request_items, payments },
        { cells },
        { request_items },
      ]) {
        await expect(seal(change)).rejects.toThrow('do not add up')
      }
      await expect(seal({ total: '1' })).rejects.toThrow('packet_total_is_net_and_tax')
      await expect(seal({ evidence: 'null' })).rejects.toThrow('packet_is_open_or_sealed')
      const { packet, shares } = samplePacket(integrationId, 'unequal')
      const unequal = { packet: { ...packet, cells: [sampleCell({ net: 1n })] }, shares }
      await expect(
        store.transaction(subscriberId, (tx) => tx.addPackets(integrationId, recordId, [unequal], time)),
      ).rejects.toThrow(`packet ${packet.key} do not add up`)
      const unbalanced = sampleDocument(key, 5, { postings: [{ account: '1', amount: 1n }] })
      await expect(
        store.transaction(subscriberId, (tx) =>
          tx.planDocuments([{ packetKey: key, documents: [unbalanced] }]),
        ),
      ).rejects.toThrow(`document ${unbalanced.reference} do not balance`)
      await expect(
        run(`update document set status = 'accepted' where reference = '${planned}'`),
      ).rejects.toThrow('document_accepted_has_id')
      await expect(
        run(`update document set status = 'sending' where reference = '${planned}'`),
      ).rejects.toThrow('document_under_way_was_sent')
    })

    it('let a sync succeed only when what went in came out', async () => {
      const { run, store, subscriberId, recordId } = await books()
      const counts = { read: 0, packed: 0, unchanged: 0, excluded: 0 }
      const add = (change: Partial<SyncCounts>, minorUnitsIn: Readonly<Record<string, bigint>> = {}) =>
        store.transaction(subscriberId, (tx) =>
          tx.addSyncProgress(recordId, { ...counts, ...change }, minorUnitsIn),
        )
      const succeed = () =>
        store.transaction(subscriberId, (tx) =>
          tx.addSyncState(recordId, { status: 'Success', time, message: null }),
        )
      await expect(succeed()).rejects.toThrow(
        `the sync ${recordId} does not add up: its packets and its orders differ by -11900 EUR minor units`,
      )
      await add({ read: 3, packed: 1 }, { EUR: 11_900n })
      await expect(succeed()).rejects.toThrow(
        `the sync ${recordId} does not add up: 3 orders read, 1 packed, 0 unchanged, 0 excluded`,
      )
      await add({ unchanged: 1, excluded: 1 }, { USD: 1n })
      await expect(succeed()).rejects.toThrow(`the sync ${recordId} does not add up`)
      await expect(run(`update sync_record set status = 'Success' where id = '${recordId}'`)).rejects.toThrow(
        `the sync ${recordId} does not add up`,
      )
      await add({}, { USD: -1n })
      await succeed()
      expect((await store.transaction(subscriberId, (tx) => tx.syncRecord(recordId)))?.status).toBe('Success')
    })

    it('allow one of each that there may be one of', async () => {
      const { run, store, sample, integrationId, recordId, subscriberId } = await books()
      const copies = [
        `insert into integration select 'copy', subscriber_id, type, true, status, preferences, settings, 'other', grant_id,
          linked_on, configuration, inspection_times, cursor, last_modified_time
          from integration where id = '${integrationId}'`,
        `insert into sync_record select 'copy', integration_id, subscriber_id, user_id, user_name, 'InProgress', created_time
          from sync_record where id = '${recordId}'`,
        `insert into packet (key, integration_id, record_id, series_key, series, sequence)
          select 'copy', integration_id, record_id, series_key, series, sequence
          from packet where key = '${sample.packet.key}'`,
        `insert into sales_order (subscriber_id, id, sequence, digest, type, order_date, order_time, business_date, location_id, currency,
          total, paid, last_modified_time, content)
          select '${subscriberId}', id::text, 1, '', 'Sale', now(), now(), now(), '', 'EUR', 0, 0, now(), '{}'
          from generate_series(1, 2) as id`,
      ]
      for (const copy of copies) await expect(run(copy)).rejects.toThrow('duplicate key')
      const again = store.transaction(subscriberId, (tx) =>
        tx.addPackets(integrationId, recordId, [sample], time),
      )
      await expect(again).rejects.toThrow('duplicate key')
      const foreign = await linkedSubscriber(store)
      const stray = samplePacket(foreign.integrationId, 'o')
      const straying = store.transaction(subscriberId, (tx) =>
        tx.addPackets(foreign.integrationId, recordId, [stray], time),
      )
      await expect(straying).rejects.toThrow('foreign key')
    })
  })
})
