import type { Command } from 'commander'

/** How a command finds its server and who it is for. */
export interface AccessOptions {
  readonly url?: string
  readonly token?: string
  readonly subscriber?: string
  readonly json?: boolean
}

export interface IntegrationOptions extends AccessOptions {
  readonly type?: string
}

const defaultUrl = 'http://127.0.0.1:8080'

/** Where the server is said to be, checked by nobody yet. */
export function givenUrl(
  { url }: Pick<AccessOptions, 'url'>,
  variables: Readonly<Record<string, string | undefined>>,
): string {
  return url ?? variables['LEDGERPOST_URL'] ?? defaultUrl
}

export function withJson(command: Command): Command {
  return command.option('--json', 'print JSON')
}

export function withAccess(command: Command): Command {
  return withJson(command)
    .option('--url <address>', 'the server; LEDGERPOST_URL, or http://127.0.0.1:8080')
    .option('--token <token>', 'a bearer token; LEDGERPOST_TOKEN, or one of a development server')
    .option('--subscriber <id>', 'whose books; LEDGERPOST_SUBSCRIBER')
}

export function withIntegration(command: Command): Command {
  return withAccess(command).option(
    '--type <type>',
    'which ledger (Xero, PlainText, …); the one that is linked',
  )
}
