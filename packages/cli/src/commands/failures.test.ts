import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { introduce, startServer, testCli, type TestCli, type TestServer } from '../test-cli.test-support.js'

let server: TestServer
let cli: TestCli
beforeAll(async () => {
  server = await startServer()
  await introduce(server, '1')
  cli = shellOf('1')
  await cli('link')
}, 60_000)
afterAll(() => server.close())

const shellOf = (id: string, options: Parameters<typeof testCli>[1] = {}) =>
  testCli({ LEDGERPOST_URL: server.url, LEDGERPOST_SUBSCRIBER: id }, options)

describe('what goes wrong', () => {
  const nobody = 'http://127.0.0.1:9'

  it.each<[readonly string[], number, string]>([
    [['history', '--url', nobody, '--token', 't'], 3, 'cannot be reached'],
    [['history', '--url', 'books'], 2, "'books' is no address of a server"],
    [['history', '--token', 'nonsense'], 4, 'not-signed-in'],
    [['history', '--subscriber', 'ghost'], 5, 'Subscriber ghost does not exist'],
    [['history', '--limit', '0'], 2, '--limit is a number from 1 to 1000'],
    [['history', '--url', 'https://books.example'], 4, 'No token was given for https://books.example'],
    [['map', 'show', '--type', 'Nothing'], 5, "The integration type 'Nothing'"],
    [['map', 'suggest', '--min-score', '2'], 2, '--min-score is from 0 to 1'],
    [['sync', '--timeout', 'soon'], 2, '--timeout is a number of seconds'],
    [['link', '--type', 'Nothing'], 2, "does not offer 'Nothing', only PlainText"],
    [['worker'], 2, 'set DATABASE_URL'],
    [['nothing'], 2, "unknown command 'nothing'"],
    [['map', 'set', 'tax'], 2, 'missing required argument'],
  ])('%j ends with %i', async (words, code, said) => {
    const ran = await cli(...words)
    expect([ran.code, ran.messages]).toEqual([code, expect.stringContaining(said)])
    expect(ran.output).toBe('')
  })

  it('is told as JSON where that is asked for', async () => {
    const { code, messages } = await cli('history', '--token', 'nonsense', '--json')
    expect(code).toBe(4)
    expect(JSON.parse(messages)).toEqual({
      error: {
        message: expect.any(String),
        code: 'not-signed-in',
        details: [],
        next: 'ledgerpost doctor',
        exitCode: 4,
      },
    })
  })

  it('needs a subscriber', async () => {
    const { code, messages } = await testCli({ LEDGERPOST_URL: server.url })('history')
    expect([code, messages]).toEqual([2, expect.stringContaining('LEDGERPOST_SUBSCRIBER')])
  })

  it('is called off', async () => {
    const signal = AbortSignal.abort()
    expect(await shellOf('1', { signal })('history')).toMatchObject({
      code: 130,
      messages: expect.stringContaining('Interrupted.'),
    })
  })
})

describe('doctor', () => {
  it('says what is wrong, and what to do', async () => {
    const { code, output } = await shellOf('1', {
      nodeVersion: '18.20.0',
      now: () => Date.now() - 600_000,
    })('doctor', '--token', 'nonsense')
    expect(code).toBe(1)
    expect(output).toContain('✗ Node.js    18.20.0 is older than 20.19')
    expect(output).toMatch(/✗ Clocks {5}\d+ s apart/)
    expect(output).toContain('✗ Token      it is no JSON Web Token')
    expect(output).toContain('✗ Access')
    expect(output).toContain('4 things to put right.')
  })

  it('finds no server, and a database that does not answer', async () => {
    const lost = testCli({ LEDGERPOST_SUBSCRIBER: '1', DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' })
    const { code, output } = await lost('doctor', '--url', 'http://127.0.0.1:9', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(output)).toEqual([
      expect.objectContaining({ about: 'Node.js', verdict: 'fine' }),
      expect.objectContaining({
        about: 'Database',
        verdict: 'wrong',
        advice: expect.stringContaining('DATABASE_URL'),
      }),
      expect.objectContaining({ about: 'Server', verdict: 'wrong' }),
    ])
  })
})
