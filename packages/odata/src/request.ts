import { type Statement } from './sql/sql.js'

/** Runs a statement on PostgreSQL and answers its rows by column. What it throws is handed on as it is. */
export type Execute = (statement: Statement) => Promise<readonly Readonly<Record<string, unknown>>[]>

/** A request to the service, as its host has it. */
export interface ODataRequest {
  readonly method: 'GET' | 'HEAD'
  /** Below the root of the service, percent-encoded: `/Orders('1')/Items`. */
  readonly path: string
  /** The query, percent-encoded, with or without its `?`. */
  readonly search: string
  /** The value of a header, whatever the letter case of its name. */
  readonly header: (name: string) => string | undefined
  /** The absolute address of the service's root, without a slash at its end. */
  readonly root: string
  /** What the entity sets' relations are joined to: whose data this request may see. */
  readonly scope: Readonly<Record<string, string>>
  readonly execute: Execute
}
