import type { Scenario } from '../corpus/scenario.js'
import { booksByRole, type JudgedEntry } from '../stage/books.js'
import { openStage } from '../stage/open-stage.js'
import type { ConformanceSubject } from '../subject.js'

/** What a kind of sale did in the books of an adapter, by what its documents say and by what the books say. */
export interface CorpusBooks {
  readonly scenario: string
  readonly postings: readonly JudgedEntry[]
  readonly ledger: readonly JudgedEntry[]
  /** The balance that was written down by hand. */
  readonly balance: Scenario['balance']
}

/**
 * Sends the corpus through an adapter and answers what became of it in terms that all adapters share, so that a program
 * outside can judge them all alike.
 */
export async function corpusBooks(subject: ConformanceSubject): Promise<readonly CorpusBooks[]> {
  const stage = await openStage(subject)
  try {
    const books: CorpusBooks[] = []
    for (const { name, packets, balance } of stage.corpus) {
      const documents = await stage.documentsOf(packets)
      await stage.sendAll(documents)
      const own = new Set(documents.map(({ reference }) => reference))
      const postings = documents.flatMap(({ reference, postings: some }) =>
        some.map(({ account, amount }) => ({ reference, account, amount })),
      )
      const ledger = (await stage.ledger()).flatMap(({ reference, account, amount }) =>
        reference !== null && own.has(reference) ? [{ reference, account, amount }] : [],
      )
      books.push({
        scenario: name,
        postings: booksByRole(postings, stage.targets),
        ledger: booksByRole(ledger, stage.targets),
        balance,
      })
    }
    return books
  } finally {
    await stage.connection.close()
    await stage.scene.close()
  }
}
