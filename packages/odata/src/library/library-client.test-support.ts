import { expect } from 'vitest'
import { createODataService } from '../service.js'
import { LibraryDatabase } from './library-database.test-support.js'
import { library } from './library-model.test-support.js'
import { plainBook, sampleBooks } from './library-book.test-support.js'

/** The library's service over a database of its own. */
export class LibraryClient {
  readonly service = createODataService(library)

  private constructor(readonly database: LibraryDatabase) {}

  static async open(): Promise<LibraryClient> {
    return new LibraryClient(await LibraryDatabase.open())
  }

  /** With the sample books, one book of another library, and three visits. */
  static async openWithSamples(): Promise<LibraryClient> {
    const client = await LibraryClient.open()
    await client.database.keepOnly(sampleBooks)
    await client.database.add({ ...plainBook, id: '9', title: 'Elsewhere' }, 'city')
    for (const nr of [1, 2, 3]) {
      await client.database.run('insert into visit values ($1, $2, $3)', ['town', nr, `V${nr}`])
    }
    return client
  }

  /** The body of an answer that must be 200. */
  async textOf(target: string, headers?: Readonly<Record<string, string>>): Promise<string> {
    const { status, body } = await this.service.handle(this.database.request(target, headers))
    expect({ target, status, body }).toMatchObject({ status: 200 })
    return body ?? ''
  }

  /** What the body says, floats and all. */
  async get(target: string, headers?: Readonly<Record<string, string>>): Promise<unknown> {
    return JSON.parse(await this.textOf(target, headers))
  }

  /** Status, code, target and message of an error. */
  async refusal(
    target: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<readonly [number, string, string | undefined, string]> {
    const { status, body } = await this.service.handle(this.database.request(target, headers))
    const { error } = JSON.parse(body ?? '{}') as {
      error: { code: string; target?: string; message: string }
    }
    return [status, error.code, error.target, error.message]
  }
}
