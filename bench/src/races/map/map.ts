import { alternate, type Contender } from '../../runner/alternate.js'
import type { ContenderRole, Race } from '../../runner/race.js'
import { fasterThan } from '../../runner/ratio.js'
import { rate } from '../../runner/time.js'
import { orderLines } from '../../scene/orders.js'
import { parseAndWrite } from './limit.js'
import { mapOrders } from './ours.js'
import { mapByHand } from './peers/by-hand.js'
import { mapByJsonE } from './peers/json-e.js'
import { mapByJsonata } from './peers/jsonata.js'
import { mapByXeroNode } from './peers/xero-node.js'

const engines = [
  ['JSONata', mapByJsonata],
  ['json-e', mapByJsonE],
] as const
const limit = 'JSON.parse + JSON.stringify'

export const map: Race = {
  name: 'map',
  title:
    'orders as NDJSON, validated, packed, mapped, and written as calls of Xero; one core, nothing stored',
  async run(context) {
    const count = context.round === 'full' ? 100_000 : 10_000
    const lines = orderLines(count, context.seed)
    const contender = (
      name: string,
      role: ContenderRole,
      work: (lines: Buffer) => Promise<number> | number,
    ): Contender => ({
      name,
      role,
      run: () => rate(count, async () => requireBytes(name, await work(lines))),
    })
    const measures = await alternate(
      [
        contender('Ledgerpost', 'ours', mapOrders),
        contender(limit, 'limit', parseAndWrite),
        contender('by hand, unchecked', 'peer', mapByHand),
        contender('xero-node', 'peer', mapByXeroNode),
        ...engines.map(([name, work]) => contender(name, 'peer', work)),
      ],
      'orders/s',
      context,
    )
    return {
      measures,
      verdicts: [
        fasterThan(measures, limit, 0.6),
        ...engines.map(([name]) => fasterThan(measures, name, 6)),
        fasterThan(measures, 'xero-node', 2),
      ],
      notes: [`${count} orders of ${Math.round(lines.length / count)} bytes on average.`],
    }
  },
}

/** Work whose result nobody asks for might not be done. */
function requireBytes(name: string, bytes: number): void {
  if (bytes === 0) throw new Error(`${name} wrote nothing.`)
}
