import type { ConformanceRequirement } from '../conformance-requirement.js'
import { isStorable } from '../storable.js'
import { must, present } from '../violation.js'

export const inspecting: readonly ConformanceRequirement[] = [
  {
    id: 'INSPECT-1',
    title: 'inspect tells each account and tax rate once, by its id.',
    async verify(open) {
      const { accounts, taxRates } = await (await open()).configuration()
      for (const [what, ids] of [
        ['account', accounts.map(({ id }) => id)],
        ['tax rate', taxRates.map(({ id }) => id)],
      ] as const) {
        must(ids.length > 0, `it tells no ${what}`)
        const twice = ids.find((id, index) => ids.indexOf(id) !== index)
        must(twice === undefined, `it tells the ${what} ${twice} twice`)
        must(!ids.includes(''), `it tells a ${what} without an id`)
      }
    },
  },
  {
    id: 'INSPECT-2',
    title:
      'inspect tells what may be booked where: the accounts and tax rates of sales and payments as usable.',
    async verify(open) {
      const stage = await open()
      const { accounts, taxRates } = await stage.configuration()
      const accountOf = (id: string) =>
        present(
          accounts.find((account) => account.id === id),
          `it does not tell ${id}`,
        )
      for (const [role, id] of Object.entries(stage.targets.revenue)) {
        const { isActive, takesRevenue } = accountOf(id)
        must(isActive && takesRevenue, `${id} (${role}) is not told to take revenue`)
      }
      for (const [role, id] of Object.entries(stage.targets.payment)) {
        const { isActive, takesPayments } = accountOf(id)
        must(isActive && takesPayments, `${id} (${role}) is not told to take payments`)
      }
      for (const [role, id] of Object.entries(stage.targets.tax)) {
        const rate = present(
          taxRates.find((each) => each.id === id),
          `it does not tell the tax rate ${id}`,
        )
        must(rate.isActive && rate.appliesToRevenue, `${id} (${role}) is not told to apply to revenue`)
      }
    },
  },
  {
    id: 'INSPECT-3',
    title: 'What inspect tells survives being stored as JSON.',
    async verify(open) {
      const told: unknown = await (await open()).configuration()
      must(isStorable(told), 'it is another one when it was stored and read')
    },
  },
  {
    id: 'INSPECT-4',
    title: 'An account that was archived is told as inactive, or not at all.',
    async verify(open) {
      const stage = await open()
      const account = stage.targets.revenue.products
      // What is told must not be what was told before.
      await stage.configuration()
      await stage.run(() => stage.scene.archive(account))
      const { accounts } = await stage.run(() => stage.connection.inspect())
      must(!accounts.some(({ id, isActive }) => id === account && isActive), `${account} is told as active`)
    },
  },
  {
    id: 'INSPECT-5',
    title: 'The day through which the books are closed is told.',
    exemption: ({ capabilities }) =>
      capabilities.lockDates.level === 'none' ? 'it declares no lock dates' : undefined,
    async verify(open) {
      const stage = await open()
      const lock = present(stage.scene.lockThrough, 'lock dates are declared, and the scene cannot set one')
      await stage.configuration()
      await stage.run(() => lock.call(stage.scene, stage.targets.day))
      const { organisation } = await stage.run(() => stage.connection.inspect())
      // Books that are closed month by month are closed through more than was asked for.
      must(
        organisation.lockedThrough !== null && organisation.lockedThrough >= stage.targets.day,
        `lockedThrough is ${organisation.lockedThrough}, and the books are closed through ${stage.targets.day}`,
      )
    },
  },
]
