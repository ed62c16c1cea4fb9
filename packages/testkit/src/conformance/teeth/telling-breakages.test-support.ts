import type { Document, MappedLine, Rendering, Submission } from '@ledgerpost/core'
import { type Breakage, declaring } from './broken-adapter.test-support.js'

/** Renders, and changes each document. */
function renderingOtherwise(
  change: (document: Document, index: number) => Document,
): NonNullable<Breakage['adapter']> {
  return (adapter) => ({
    render(packet, configuration): Rendering {
      const rendering = adapter.render(packet, configuration)
      return rendering.ok ? { ok: true, documents: rendering.documents.map(change) } : rendering
    },
  })
}

function preparingOtherwise(
  change: (submissions: readonly Submission[]) => readonly Submission[],
): NonNullable<Breakage['connection']> {
  return (connection) => ({
    prepare: (documents, accepted) => change(connection.prepare(documents, accepted)),
  })
}

/** Declares that taxes cannot be forced, and refuses packets that have some. */
export function refusingTaxes(
  isRefused: (line: MappedLine) => boolean,
  refusal: Omit<Extract<Rendering, { ok: false }>, 'ok'>,
): NonNullable<Breakage['adapter']> {
  return (adapter) => ({
    ...declaring('forcedTax', 'none')(adapter),
    render(packet, configuration) {
      const lines = packet.parts.flatMap((part) => part.lines)
      const isTaxed = lines.some((line) => line.tax !== 0n && isRefused(line))
      return isTaxed ? { ok: false, ...refusal } : adapter.render(packet, configuration)
    },
  })
}

/** Whether a tax is not the 8 % of the template's rate. */
export const isForced = ({ net, tax }: MappedLine): boolean => tax * 100n !== net * 8n

let renderings = 0
let entries = 0
const rendered = new WeakSet<object>()

/** Mistakes in what an adapter tells: at least one for each requirement of the manifest, inspection, rendering and preparing. */
export const tellingBreakages: readonly Breakage[] = [
  {
    breaks: 'DESCRIBE-1',
    mistake: 'settles before it has sent',
    adapter: ({ manifest }) => ({ manifest: { ...manifest, settlingTime: -1 } }),
  },
  {
    breaks: 'DESCRIBE-2',
    mistake: 'is limited without a word',
    adapter: declaring('forcedTax', 'limited'),
  },
  {
    breaks: 'DESCRIBE-3',
    mistake: 'takes any settings',
    adapter: () => ({
      settings: { '~standard': { version: 1, vendor: 'none', validate: (value) => ({ value }) } },
    }),
  },
  {
    breaks: 'INSPECT-1',
    mistake: 'tells the first page twice',
    connection: ({ inspect }) => ({
      async inspect() {
        const told = await inspect()
        return { ...told, accounts: [...told.accounts, ...told.accounts.slice(0, 1)] }
      },
    }),
  },
  {
    breaks: 'INSPECT-2',
    mistake: 'offers no account for payments',
    connection: ({ inspect }) => ({
      async inspect() {
        const told = await inspect()
        return { ...told, accounts: told.accounts.map((each) => ({ ...each, takesPayments: false })) }
      },
    }),
  },
  {
    breaks: 'INSPECT-3',
    mistake: 'keeps a map where JSON is kept',
    connection: ({ inspect }) => ({
      inspect: async () => ({ ...(await inspect()), extension: { rates: new Map([['a', 1]]) } }),
    }),
  },
  {
    breaks: 'INSPECT-4',
    mistake: 'remembers what it was told once',
    connection({ inspect }) {
      let known: ReturnType<typeof inspect> | undefined
      return { inspect: () => (known ??= inspect()) }
    },
  },
  {
    breaks: 'INSPECT-5',
    mistake: 'forgets the lock date',
    connection: ({ inspect }) => ({
      async inspect() {
        const told = await inspect()
        return { ...told, organisation: { ...told.organisation, lockedThrough: null } }
      },
    }),
  },
  {
    breaks: 'RENDER-1',
    mistake: 'numbers what it renders',
    adapter: renderingOtherwise((document) => {
      renderings += 1
      return { ...document, content: { ...document.content, title: `Entry ${renderings}` } }
    }),
  },
  {
    breaks: 'RENDER-2',
    mistake: 'loses a cent',
    adapter: renderingOtherwise((document) => ({
      ...document,
      postings: document.postings.map((posting, index) =>
        index === 0 ? { ...posting, amount: posting.amount + 1n } : posting,
      ),
    })),
  },
  {
    breaks: 'RENDER-3',
    mistake: 'books tips as services',
    adapter: renderingOtherwise((document) => ({
      ...document,
      postings: document.postings.map((posting) =>
        posting.account === 'tips' ? { ...posting, account: 'services' } : posting,
      ),
    })),
  },
  {
    breaks: 'RENDER-4',
    mistake: 'makes references by chance',
    adapter: renderingOtherwise((document) => {
      entries += 1
      return { ...document, reference: `LP-${entries}` }
    }),
  },
  {
    breaks: 'RENDER-4',
    mistake: 'makes references that are too long',
    adapter: renderingOtherwise((document) => ({
      ...document,
      reference: `${document.reference}-${'0'.repeat(40)}`,
    })),
  },
  {
    breaks: 'RENDER-5',
    mistake: 'makes a kind that it does not declare',
    adapter: renderingOtherwise((document) => ({ ...document, kind: 'sales-receipt' })),
  },
  {
    breaks: 'RENDER-5',
    mistake: 'dates everything to the first of the year',
    adapter: renderingOtherwise((document) => ({ ...document, date: '2026-01-01' })),
  },
  {
    breaks: 'RENDER-6',
    mistake: 'keeps a moment in the content',
    adapter: renderingOtherwise((document) => ({ ...document, content: { made: new Date(0) } })),
  },
  {
    breaks: 'RENDER-7',
    mistake: 'takes every currency for its own',
    adapter: (adapter) => ({
      render: (packet, configuration) => adapter.render({ ...packet, currency: 'USD' }, configuration),
    }),
  },
  {
    breaks: 'RENDER-8',
    mistake: 'cannot force a tax, and refuses every one',
    adapter: refusingTaxes(() => true, { code: 'TaxNotRepresentable', message: 'It has taxes.' }),
  },
  {
    breaks: 'RENDER-8',
    mistake: 'refuses a forced tax for another reason',
    adapter: refusingTaxes(isForced, { code: 'NotRepresentable', message: 'It has taxes.' }),
  },
  {
    breaks: 'RENDER-8',
    mistake: 'refuses a forced tax without a word',
    adapter: refusingTaxes(isForced, { code: 'TaxNotRepresentable', message: ' ' }),
  },
  {
    breaks: 'PREPARE-1',
    mistake: 'has a new key each time',
    connection: preparingOtherwise((submissions) => {
      entries += 1
      return submissions.map((each) => ({ ...each, key: `${each.key}-${entries}` }))
    }),
  },
  {
    breaks: 'PREPARE-2',
    mistake: 'puts everything into one call',
    connection: preparingOtherwise((submissions) => {
      const [first] = submissions
      return first ? [{ ...first, references: submissions.flatMap(({ references }) => references) }] : []
    }),
  },
  {
    breaks: 'PREPARE-2',
    mistake: 'leaves the last call out',
    connection: preparingOtherwise((submissions) => submissions.slice(0, -1)),
  },
  {
    breaks: 'PREPARE-3',
    mistake: 'has one key for all',
    connection: preparingOtherwise((submissions) => submissions.map((each) => ({ ...each, key: 'key' }))),
  },
  {
    breaks: 'PREPARE-4',
    mistake: 'knows what it rendered by identity',
    adapter: renderingOtherwise((document) => {
      rendered.add(document.content)
      return document
    }),
    connection: (connection) => ({
      prepare: (documents, accepted) =>
        connection.prepare(
          documents.filter(({ content }) => rendered.has(content)),
          accepted,
        ),
    }),
  },
]
