import { describe, expect, it } from 'vitest'
import { asker } from '../test-cli.test-support.js'
import { settingsInput } from './settings-input.js'

const offered = {
  Type: 'Books',
  Title: 'Books',
  Status: 1,
  Authorisation: 'credentials',
  Organisation: null,
  UnavailableReasons: [],
  LastSyncTime: null,
  SettingsSchema: {
    type: 'object',
    properties: {
      url: { type: 'string', description: 'where the server is' },
      company: { type: 'integer' },
      password: { type: 'string' },
      pin: { type: 'string', writeOnly: true },
      note: { type: 'string' },
    },
    required: ['url', 'company', 'password', 'pin'],
  },
} as const

describe('settings that an adapter needs', () => {
  it('are asked for, secrets without showing them', async () => {
    const ask = asker(['https://books.example', 'hunter2', '1234'])
    expect(await settingsInput(offered, { set: ['company=7', 'note=a=b'] }, ask)).toEqual({
      url: 'https://books.example',
      company: 7,
      password: 'hunter2',
      pin: '1234',
      note: 'a=b',
    })
    expect(ask.asked).toEqual(['url: where the server is', 'secret password', 'secret pin'])
  })

  it('are named where nobody can be asked', async () => {
    await expect(settingsInput(offered, { set: ['url=x'] }, null)).rejects.toThrow('company, password, pin')
  })

  it('are not needed where there is no schema', async () => {
    expect(await settingsInput({ ...offered, SettingsSchema: null }, {}, null)).toEqual({})
  })
})
