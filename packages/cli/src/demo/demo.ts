import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { formatAmount, minorUnitDigits } from '@ledgerpost/core'
import { type SalesOracle, salesOracle } from '@ledgerpost/testkit'
import { SignJWT } from 'jose'
import type { z } from 'zod'
import { type PlannedAccount, planAccounts } from './account-plan.js'
import { type ApiClient, apiClient } from './api-client.js'
import type { DemoLedger } from './demo-ledger.js'
import { filePlatform, parse } from './file-platform.js'
import { askJudges, type Verdict } from './judges.js'
import type { LedgerRow } from './ledger-entry.js'
import type { DemoOptions } from './options.js'
import { plainTextLedger } from './plain-text-ledger.js'
import { type Proof, prove } from './proof.js'
import type { Screen } from '../output/screen.js'
import { type ServerProcess, serverProcess } from './server-process.js'
import type { Platform } from './sources.js'
import { studioPlatform } from './studio-platform.js'
import {
  type Exclusion,
  exclusion,
  type FeedSummary,
  pageOf,
  type SyncOutcome,
  syncPacket,
} from './answers.js'
import { createWorkflow, type Workflow } from './workflow.js'
import { xeroLedger } from './xero-ledger.js'

/** What a run of the demo came to. */
export interface DemoResult {
  readonly platform: Platform
  readonly plan: readonly PlannedAccount[]
  readonly fed: readonly FeedSummary[]
  readonly syncs: readonly SyncOutcome[]
  readonly kills: number
  readonly oracle: SalesOracle
  readonly balances: ReadonlyMap<string, bigint>
  readonly proof: Proof
  readonly verdicts: readonly Verdict[]
  readonly documents: number
  /** Why packets are not in the ledger, and how many. */
  readonly obstacles: ReadonlyMap<string, number>
  /** The orders that the syncs left out, and why. */
  readonly exclusions: readonly Exclusion[]
  readonly ledger: DemoLedger
  readonly seconds: number
}

/**
 * Plays a platform against a server in a process of its own, through the API alone, and compares what the ledger
 * then says with what the orders say.
 */
export async function runDemo(options: DemoOptions, screen: Screen): Promise<DemoResult> {
  const began = Date.now()
  const directory = resolve(options.directory)
  await rm(join(directory, 'data'), { recursive: true, force: true })
  await mkdir(directory, { recursive: true })
  const platform =
    options.orders === undefined ? studioPlatform(options.seed) : await filePlatform(options.orders, options)
  const plan = planAccounts(platform.sources)
  const dataDirectory = join(directory, 'data')
  const ledger =
    options.to === 'xero' ? await xeroLedger(platform, plan) : plainTextLedger(platform, plan, dataDirectory)
  const secret = randomBytes(32).toString('base64url')
  const server = serverProcess({
    LEDGERPOST_DATA_DIRECTORY: dataDirectory,
    LEDGERPOST_JWT_SECRET: secret,
    ...ledger.serverEnvironment,
  })
  try {
    screen.line(`Ledgerpost demo: ${platform.title}`)
    screen.line('  starting     the server, with a database of its own')
    await server.start()
    const owner = apiClient(server.url, await tokenFor('MINDBODY Owner', platform, secret))
    const system = apiClient(server.url, await tokenFor('MINDBODY Automated System', platform, secret))
    const workflow = createWorkflow(platform, ledger.type, owner, system)
    const played = await play({ options, screen, platform, ledger, server, workflow })
    const read = await readLedger(ledger, played.oracle)
    const digits = minorUnitDigits(platform.currency)
    return {
      platform,
      plan,
      ledger,
      ...played,
      ...read,
      verdicts: ledger.books === null ? [] : await askJudges(ledger.books, digits),
      ...(await lookThroughHistory(owner, platform, played.syncs)),
      seconds: (Date.now() - began) / 1000,
    }
  } finally {
    await server.stop()
    await ledger.close()
  }
}

interface Stage {
  readonly options: DemoOptions
  readonly screen: Screen
  readonly platform: Platform
  readonly ledger: DemoLedger
  readonly server: ServerProcess
  readonly workflow: Workflow
}

async function play({ options, screen, platform, ledger, server, workflow }: Stage) {
  await workflow.describePlatform()
  screen.line('  described    subscriber and accounting configuration')
  await workflow.link(ledger.linkSettings)
  screen.line(`  linked       ${ledger.type}`)
  const oracle = salesOracle({
    digits: minorUnitDigits(platform.currency),
    ...(options.orders === undefined ? {} : { timeZone: options.timeZone }),
  })
  const fed: FeedSummary[] = []
  const syncs: SyncOutcome[] = []
  let kills = 0
  for await (const wave of platform.waves()) {
    if (fed.length === 0) {
      await workflow.mapAndSave(ledger.targetNames, !options.perOrder)
      screen.line(`  mapped       ${platform.sources.length} sources, saved as Configured`)
    }
    const summary = await workflow.feed(overheard(wave, oracle))
    fed.push(summary)
    screen.line(
      `  fed          ${summary.Accepted} accepted, ${summary.Stale + summary.Unchanged} known, ${summary.Rejected} refused`,
    )
    const outcome = await workflow.sync(screen, async () => {
      if (kills >= options.kill) return
      kills += 1
      await server.kill()
      screen.line('  killed       SIGKILL in the middle of sending; starting again')
      await server.start()
    })
    syncs.push(outcome)
    if (outcome.States.at(-1)?.Status === 'Failed') {
      throw new Error(`The sync failed: ${outcome.States.at(-1)?.Message ?? 'no reason was given'}`)
    }
  }
  return { fed, syncs, kills, oracle }
}

/** Lets the oracle hear every order that is fed. */
async function* overheard(
  lines: Iterable<string> | AsyncIterable<string>,
  oracle: SalesOracle,
): AsyncIterable<string> {
  for await (const line of lines) {
    const order = parse(line)
    if (order) oracle.add(order)
    yield line
  }
}

async function readLedger(ledger: DemoLedger, oracle: SalesOracle) {
  const balances = new Map<string, bigint>()
  const rows: LedgerRow[] = []
  for await (const row of ledger.rows()) {
    balances.set(row.account, (balances.get(row.account) ?? 0n) + row.amount)
    rows.push(row)
  }
  return { balances, proof: prove(oracle.book(), rows, ledger.sourceOf, ledger.isClearing) }
}

/** What the history says of the syncs: the documents, why packets are not in the ledger, and which orders were left out. */
async function lookThroughHistory(owner: ApiClient, platform: Platform, syncs: readonly SyncOutcome[]) {
  let documents = 0
  const obstacles = new Map<string, number>()
  const exclusions: Exclusion[] = []
  for (const { Id } of syncs) {
    const record = `/odata/v4/Subscriber_${platform.subscriberId}/SyncHistory('${Id}')`
    for await (const { Documents, States } of pagesOf(
      owner,
      `${record}/Packets?$expand=States`,
      syncPacket,
    )) {
      documents += Documents.length
      const last = States.at(-1)
      if (last === undefined || last.Status === 'Sent') continue
      const obstacle = `${last.Status}: ${last.Message ?? 'no reason was given'}`
      obstacles.set(obstacle, (obstacles.get(obstacle) ?? 0) + 1)
    }
    for await (const left of pagesOf(owner, `${record}/Exclusions`, exclusion)) exclusions.push(left)
  }
  return { documents, obstacles, exclusions }
}

/** Every entry of a collection, page after page. */
async function* pagesOf<Entry>(
  client: ApiClient,
  first: string,
  entry: z.ZodType<Entry>,
): AsyncIterable<Entry> {
  const shape = pageOf(entry)
  let path: string | undefined = first
  while (path !== undefined) {
    const page: z.output<typeof shape> = await client.call('GET', path, shape)
    yield* page.value
    path = page['@odata.nextLink']?.replace(/^https?:\/\/[^/]+/, '')
  }
}

function tokenFor(role: string, platform: Platform, secret: string): Promise<string> {
  return new SignJWT({ name: 'Demo', role, subscribers: [platform.subscriberId] })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('demo')
    .setIssuedAt()
    .setIssuer('ledgerpost')
    .setAudience('ledgerpost')
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(secret))
}

/** An amount for people: `1,234.50`. */
export function money(amount: bigint, digits: number): string {
  const text = formatAmount(amount, digits)
  return text.replace(
    /^(-?)(\d+)/,
    (_match, sign: string, whole: string) => sign + whole.replace(/\B(?=(\d{3})+$)/g, ','),
  )
}
