import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  documentedIntegration as integration,
  documentedPlatform as platform,
  documentedView as view,
} from '../../test-support/documented-integration.test-support.js'
import { enumeration } from '../enumeration.js'
import { readJson } from '../json/read-json.js'
import { writeJson } from '../json/write-json.js'
import { accountingConfigurationInput } from './accounting-configuration-input.js'
import { accountingIntegration, savedIntegrationInput } from './accounting-integration.js'

// Not named .json, so that no formatter takes digits away.
const documented = readFileSync(
  new URL('../../../test/documented-integration.json.txt', import.meta.url),
  'utf8',
)
const types = enumeration<string>([{ name: 'Xero', code: 0 }])

/** The text without the whitespace between its tokens. */
function compact(json: string): string {
  return json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1')
}

describe('AccountingIntegration', () => {
  it('is written as documented, member order and digits included', () => {
    expect(writeJson(accountingIntegration(view, types))).toBe(compact(documented))
  })

  it('is understood as documented', () => {
    const sample = readJson(documented) as { readonly MindbodyConfiguration: unknown }
    expect(accountingConfigurationInput('1234').parse(sample.MindbodyConfiguration)).toEqual(platform)
    const saved = savedIntegrationInput.parse(sample)
    expect(saved.SynchronizationPreferences).toEqual({ summarizeData: false })
    expect(saved.Maps).toEqual(
      view.rules
        .map(({ kind, sourceId, locationId, integrationId }) => ({
          kind,
          sourceId,
          locationId,
          integrationId,
        }))
        .toSorted((left, right) => left.integrationId.localeCompare(right.integrationId)),
    )
  })

  it('adds what is ours only when it is set', () => {
    const text = writeJson(
      accountingIntegration(
        {
          ...view,
          integration: {
            ...integration,
            preferences: {
              summarizeData: true,
              byLocation: true,
              startDate: '2026-01-01',
              lockedPeriod: 'first-open-day',
              roundingTolerance: 2n,
              syncAt: '04:30',
            },
          },
          missing: [{ kind: 'taxRate', sourceId: 'none', locationId: null }],
        },
        types,
      ),
    )
    expect(text).toContain(
      '"SynchronizationPreferences":{"SummarizeData":true,"ByLocation":true,"StartDate":"2026-01-01","LockedPeriod":"FirstOpenDay","RoundingTolerance":2,"SyncTime":"04:30"}',
    )
    expect(text).toMatch(/"MissingMaps":\[\{"MapType":0,"MindbodyId":"none"\}\]\}$/)
  })

  it('names a third-party type that has no number', () => {
    const other = enumeration<string>([{ name: 'Abacus', code: null }])
    const text = writeJson(
      accountingIntegration({ ...view, integration: { ...integration, type: 'Abacus' } }, other),
    )
    expect(text).toContain('"IntegrationType":"Abacus"')
  })
})
