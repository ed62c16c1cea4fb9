import { probeTestServer } from '@ledgerpost/postgres/testing'
import { requirement } from '@ledgerpost/testkit'
import { describe, expect, it } from 'vitest'
import { playProcesses, resultJson, serverMissing } from './index.js'

const server = await requirement('a PostgreSQL server', probeTestServer)

it('plays nothing without a server, and says so', async () => {
  const result = await playProcesses({ serverUrl: undefined })
  expect(result).toMatchObject({ skipped: serverMissing, runs: 0, kills: 0, broken: [] })
  expect(JSON.parse(resultJson(result))).toMatchObject({ centsOff: '0' })
})

describe.skipIf(!server.available)('a server process that is killed', () => {
  it('leaves books that are exact once another has gone on', async () => {
    const said: string[] = []
    const { runs, kills, points, broken, lost, duplicated, centsOff } = await playProcesses({
      serverUrl: server.available ? server.value : '',
      only: 'PlainText per order send.send after, same name',
      kills: 1,
      lanes: 1,
      say: (line) => said.push(line),
    })
    expect({ broken, lost, duplicated, centsOff }).toEqual({
      broken: [],
      lost: 0,
      duplicated: 0,
      centsOff: 0n,
    })
    expect({ runs, kills }).toEqual({ runs: 1, kills: 1 })
    expect(Object.keys(points)).toEqual(['send.send after'])
    expect(said).toEqual([expect.stringContaining('send.send after, same name: exact')])
  })
})
