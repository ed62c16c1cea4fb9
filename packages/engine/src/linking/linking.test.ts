import { openTestStore, type TestStore } from '@ledgerpost/postgres/testing'
import type { Adapter, Grant } from '@ledgerpost/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeAdapter, FakeBooks } from '../fake-books.test-support.js'
import { createHarness, type Harness, owner, saleOf } from '../harness.test-support.js'

let database: TestStore
let harness: Harness
let books: Map<string, FakeBooks>
let tokens: string[]
let refreshes: number

beforeEach(async () => {
  database = await openTestStore()
  books = new Map([
    ['first', new FakeBooks()],
    ['second', new FakeBooks()],
  ])
  tokens = []
  refreshes = 0
  harness = createHarness(database.store, { adapter: consentAdapter() })
})

afterEach(() => database.close())

const redirectUri = 'https://platform.example/callback'
const hour = 3_600_000

/** The fake books of two organisations behind OAuth: the code of the callback is the organisation that was chosen. */
function consentAdapter(): Adapter {
  const adapters = new Map([...books].map(([id, each]) => [id, fakeAdapter(each)]))
  const [plain] = [...adapters.values()]
  if (!plain) throw new Error('There are books.')
  const grantFor = (organisation: string, token: string): Grant => ({
    accessToken: token,
    refreshToken: `refresh ${token}`,
    expiresAt: harness.clock.now() + hour,
    scopes: [],
    extension: { organisation },
  })
  return {
    ...plain,
    authorisation: {
      kind: 'oauth2',
      start: (_environment, { state, redirectUri: back }) =>
        Promise.resolve({
          url: `https://consent.example/?state=${state}&back=${back}`,
          secret: `verifier of ${state}`,
        }),
      complete(_environment, { url, state, secret }) {
        const code = new URL(url).searchParams.get('code') ?? ''
        if (secret !== `verifier of ${state}`) throw new Error('not the secret that start gave')
        return Promise.resolve(grantFor(code, `token for ${code}`))
      },
      refresh(_environment, grant) {
        refreshes += 1
        const organisation = String(grant.extension?.['organisation'])
        return Promise.resolve(grantFor(organisation, `token ${refreshes} for ${organisation}`))
      },
      organisations: (_environment, grant) => {
        const id = String(grant.extension?.['organisation'])
        return Promise.resolve(id === 'none' ? [] : [{ id, name: id }])
      },
    },
    connect(context) {
      const connection = (adapters.get(context.organisationId ?? '') ?? plain).connect(context)
      return {
        ...connection,
        async send(submission, startBy) {
          tokens.push((await context.tokens?.accessToken()) ?? 'none')
          return connection.send(submission, startBy)
        },
      }
    },
    render: (packet, configuration) => {
      for (const each of adapters.values()) each.render(packet, configuration)
      return plain.render(packet, configuration)
    },
  }
}

async function linkTo(organisation: string): Promise<void> {
  const answer = await harness.engine.link({ ...harness.address, settings: {}, redirectUri, user: owner })
  const state = answer.kind === 'redirect' ? new URL(answer.authorisationUrl).searchParams.get('state') : ''
  await harness.engine.finishLink({
    ...harness.address,
    url: `${redirectUri}?code=${organisation}&state=${state}`,
  })
}

async function configureWith(organisation: string): Promise<void> {
  await harness.configure({ link: () => linkTo(organisation) })
}

describe('linking through a consent page', () => {
  it('leads to Initialized, and to Configured once saved', async () => {
    await configureWith('first')
    const { integration } = await harness.engine.initialise(harness.address)
    expect(integration).toMatchObject({
      status: 'Configured',
      organisationId: 'first',
      linkedOn: '2026-03-15',
    })
    expect(integration.inspectionTimes).toHaveLength(1)
  })

  it('takes a state once, and not after half an hour', async () => {
    await configureWith('first')
    const answer = await harness.engine.link({ ...harness.address, settings: {}, redirectUri, user: owner })
    if (answer.kind !== 'redirect') throw new Error('expected a consent page')
    const state = new URL(answer.authorisationUrl).searchParams.get('state')
    const callback = { ...harness.address, url: `${redirectUri}?code=first&state=${state}` }
    await harness.clock.advance(31 * 60_000)
    await expect(harness.engine.finishLink(callback)).rejects.toThrow('Begin again with Link')
    await linkTo('first')
    await expect(harness.engine.finishLink(callback)).rejects.toThrow('Begin again with Link')
    await expect(
      harness.engine.finishLink({ ...harness.address, url: `${redirectUri}?code=first` }),
    ).rejects.toThrow('Begin again with Link')
  })

  it('leaves the state of a subscriber to that subscriber', async () => {
    await configureWith('first')
    const stranger = createHarness(database.store, { adapter: consentAdapter(), subscriberId: '5678' })
    const answer = await harness.engine.link({ ...harness.address, settings: {}, redirectUri, user: owner })
    if (answer.kind !== 'redirect') throw new Error('expected a consent page')
    const state = new URL(answer.authorisationUrl).searchParams.get('state')
    const url = `${redirectUri}?code=first&state=${state}`
    await stranger.introduce()
    await expect(stranger.engine.finishLink({ ...stranger.address, url })).rejects.toThrow(
      'Begin again with Link',
    )
    await harness.engine.finishLink({ ...harness.address, url })
    expect((await harness.engine.initialise(harness.address)).integration.status).toBe('Configured')
  })

  it('refuses a consent that opens no organisation', async () => {
    await expect(configureWith('none')).rejects.toThrow('opens no organisation')
  })

  it('keeps books apart: other books begin anew, the first are taken up where they were', async () => {
    await configureWith('first')
    await harness.feed([saleOf('a', '1.00')])
    await harness.sync()
    await linkTo('second')
    expect((await harness.engine.initialise(harness.address)).integration.status).toBe('Initialized')
    await harness.engine.save({ ...harness.address, assignments: [], preferences: null, user: owner })
    await harness.sync()
    expect(books.get('second')?.balances().get('method:1')).toBe(100n)
    await linkTo('first')
    await harness.engine.save({ ...harness.address, assignments: [], preferences: null, user: owner })
    await harness.feed([saleOf('b', '2.00')])
    await harness.sync()
    expect(books.get('first')?.balances().get('method:1')).toBe(300n)
    expect(books.get('second')?.balances().get('method:1')).toBe(100n)
  })

  it('posts nothing twice after a removal and a new link to the same books', async () => {
    await configureWith('first')
    await harness.feed([saleOf('a', '1.00')])
    await harness.sync()
    const removed = await harness.engine.remove(harness.address)
    expect(removed.integration.status).toBe('Available')
    await expect(harness.engine.requestSync({ ...harness.address, user: owner })).rejects.toThrow(
      'link it first',
    )
    await linkTo('first')
    await harness.engine.save({ ...harness.address, assignments: [], preferences: null, user: owner })
    await harness.sync()
    expect(books.get('first')?.balances().get('method:1')).toBe(100n)
  })
})

describe('access tokens', () => {
  it('are refreshed before they expire, once however many ask', async () => {
    await configureWith('first')
    await harness.feed(Array.from({ length: 50 }, (_, index) => saleOf(`o${index}`, '1.00')))
    await harness.clock.advance(hour)
    await harness.sync()
    expect(refreshes).toBe(1)
    expect(new Set(tokens)).toEqual(new Set(['token 1 for first']))
    expect(await harness.statuses()).toEqual({ Sent: 50 })
  })
})
