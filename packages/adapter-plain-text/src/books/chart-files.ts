import { join } from 'node:path'
import type { Logger } from '@ledgerpost/core'
import { type Chart, readChart } from '../accounts/chart.js'
import { defaultAccounts } from '../accounts/default-accounts.js'
import type { PlainTextSettings } from '../accounts/settings.js'
import { beancountChart, commodityDirective, journalChart, openedAccounts } from '../accounts/write-chart.js'
import { writeAtomically } from './durable.js'
import { type FileState, type FileSystem, isSameState, readText, stateOf } from './file-system.js'

/** The account files of one set of books. What changes them is to be called under the directory's lock. */
export class ChartFiles {
  readonly #fileSystem: FileSystem
  readonly #journal: string
  readonly #beancount: string
  readonly #logger: Logger
  #known: { readonly state: FileState | null; readonly chart: Chart } | null = null

  constructor(fileSystem: FileSystem, directory: string, logger: Logger) {
    this.#fileSystem = fileSystem
    this.#journal = join(directory, 'accounts.journal')
    this.#beancount = join(directory, 'accounts.beancount')
    this.#logger = logger
  }

  /** Begins the chart from the settings; one that is there already stays as it is. */
  async begin({ accounts, currency }: PlainTextSettings): Promise<void> {
    if ((await readText(this.#fileSystem, this.#journal)) !== null) return
    await writeAtomically(
      this.#fileSystem,
      this.#journal,
      journalChart(accounts ?? defaultAccounts, currency),
    )
  }

  /**
   * What the account file declares now; its beancount twin opens every account of it when this resolves.
   * @throws IntegratorError when the directive that locks a period holds no date
   */
  async read(): Promise<Chart> {
    const state = await stateOf(this.#fileSystem, this.#journal)
    if (this.#known && isSameState(this.#known.state, state)) return this.#known.chart
    const chart = readChart((await readText(this.#fileSystem, this.#journal)) ?? '')
    for (const problem of chart.problems) this.#logger.warn({ path: this.#journal }, problem)
    await this.#openInTwin(chart)
    this.#known = { state, chart }
    return chart
  }

  /** Declares a currency. */
  async declare(currency: string): Promise<Chart> {
    const text = (await readText(this.#fileSystem, this.#journal)) ?? ''
    const separator = text === '' || text.endsWith('\n') ? '' : '\n'
    await writeAtomically(this.#fileSystem, this.#journal, text + separator + commodityDirective(currency))
    return await this.read()
  }

  async #openInTwin({ accounts }: Chart): Promise<void> {
    const text = (await readText(this.#fileSystem, this.#beancount)) ?? ''
    const opened = openedAccounts(text)
    const missing = [...accounts.keys()].filter((name) => !opened.has(name))
    if (missing.length === 0) return
    const separator = text === '' || text.endsWith('\n') ? '' : '\n'
    await writeAtomically(this.#fileSystem, this.#beancount, text + separator + beancountChart(missing))
  }
}
