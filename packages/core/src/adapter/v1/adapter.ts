import type { CalendarDate } from '../../calendar/calendar-date.js'
import type { IntegratorConfiguration, IntegratorTaxRate } from '../../mapping/integrator-configuration.js'
import type { MappedPacket } from '../../mapping/map-packet.js'
import type { Authorisation } from './authorisation.js'
import type { ConnectionContext } from './context.js'
import type { AcceptedDocument, Document, DocumentIdentity, FoundDocument } from './document.js'
import type { Manifest } from './manifest.js'
import type { SendResult, Submission } from './send.js'
import type { StandardSchema } from './standard-schema.js'
import type { TaxRateDraft } from './tax-rate.js'
import type { CurrencyCode } from '../../money/currency.js'
import type { MinorUnits } from '../../money/amount.js'

/** The documents of a packet, or why the integrator cannot carry it: it is then Held with this code and message. */
export type Rendering =
  | { readonly ok: true; readonly documents: readonly Document[] }
  | {
      readonly ok: false
      readonly code: 'CurrencyNotSupported' | 'TaxNotRepresentable' | 'NotRepresentable'
      readonly message: string
    }

/** One posting in the integrator's ledger, as read back from it. */
export interface LedgerEntry {
  /** Our reference of the document it came from; null for what others booked. */
  readonly reference: string | null
  readonly date: CalendarDate
  /** The integrator's id of the account. */
  readonly account: string
  /** A debit above zero, a credit below. */
  readonly amount: MinorUnits
  readonly currency: CurrencyCode
  readonly taxId: string | null
}

/** A connection to one organisation's books. Methods that fail throw IntegratorError; `send` never throws. */
export interface Connection {
  /** Reads accounts, tax rates, lock dates and whatever else mapping, planning and rendering need. */
  inspect(): Promise<IntegratorConfiguration>

  /**
   * Puts documents of one stage into calls, as few as the integrator allows. Pure: the same documents make the
   * same submissions, byte for byte.
   * @param accepted the documents of earlier stages that these settle, by reference
   */
  prepare(
    documents: readonly Document[],
    accepted: ReadonlyMap<string, AcceptedDocument>,
  ): readonly Submission[]

  /**
   * Sends one submission and says of every document in it what became of it, in any order, each exactly once.
   * It may be repeated after any failure. What was not understood is unknown, never accepted.
   * @param startBy the moment, in milliseconds since 1970 UTC by the context's clock, after which the first byte must
   *   not leave: others may send the same from then on. It is looked at right before the call, after every wait for a
   *   turn, a lock or a token; what is too late then is rejected with reason `transient`
   */
  send(submission: Submission, startBy: number): Promise<readonly SendResult[]>

  /** Looks documents up by our reference; what is not in the answer is not at the integrator. */
  find(sought: readonly DocumentIdentity[]): Promise<readonly FoundDocument[]>

  /** Reads the ledger of the days from `from` to `to`, both included. */
  readBack(range: { readonly from: CalendarDate; readonly to: CalendarDate }): AsyncIterable<LedgerEntry>

  /**
   * Creates a tax rate; only there when the manifest declares `taxRateCreation`. May be repeated after any failure: an
   * active tax rate of the same name that is equal counts as created.
   * @returns it as `inspect` will tell it
   * @throws IntegratorError with reason `duplicate` when an active tax rate of this name is another one, `tax` when
   *   the integrator does not accept it, `transient` when it could not be learned whether it was created
   */
  createTaxRate?(draft: TaxRateDraft): Promise<IntegratorTaxRate>

  /** Takes the link back at the integrator; what was booked stays. */
  disconnect(): Promise<void>

  /** Frees what the connection holds (files, sockets). */
  close(): Promise<void>
}

/** What an adapter's author writes. */
export interface Adapter {
  readonly specVersion: 'v1'
  readonly manifest: Manifest
  /** The settings that linking asks for. */
  readonly settings: StandardSchema
  readonly authorisation: Authorisation
  connect(context: ConnectionContext): Connection
  /**
   * Turns a mapped packet into documents, each with its postings. Pure: the same packet and configuration make
   * the same documents in any process, with references from `documentReference`.
   */
  render(packet: MappedPacket, configuration: IntegratorConfiguration): Rendering
}
