import { isRecord, type JsonRecord, recordMember, recordsMember } from '@ledgerpost/adapter-kit'

/** Who refused: the check of the content, QuickBooks itself failing, or the check of who asks. */
export type FaultKind = 'validation' | 'system' | 'authorisation' | 'unknown'

export interface FaultError {
  /** Without leading zeros; empty where there is none. */
  readonly code: string
  readonly message: string
}

/** A refusal in Intuit's form (IntuitRestServiceDef.xsd, Fault). */
export interface Fault {
  readonly kind: FaultKind
  readonly errors: readonly FaultError[]
}

/**
 * The fault in an answer, or in one item of a batch's answer; undefined if there is none. The gateway spells its members
 * in lower case (`fault`, `error`, `type: "AUTHENTICATION"`), the accounting service in Pascal case.
 */
export function faultIn(body: unknown): Fault | undefined {
  if (!isRecord(body)) return undefined
  const fault = recordMember(body, 'Fault') ?? recordMember(body, 'fault')
  if (!fault) return undefined
  const errors = [...recordsMember(fault, 'Error'), ...recordsMember(fault, 'error')]
  return { kind: kindOf(text(fault, 'type', 'Type')), errors: errors.map(errorOf) }
}

/** The words of a fault, for people. */
export function sentenceOf({ errors }: Fault): string {
  const sentences = errors.map(({ code, message }) => (code === '' ? message : `${message} (code ${code})`))
  return sentences.filter((sentence) => sentence !== '').join(' ') || 'no message'
}

/** The schema itself misspells one (`AuthorizatonFault`), so that beginnings are compared. */
function kindOf(type: string): FaultKind {
  const word = type.toLowerCase()
  if (word.startsWith('valid')) return 'validation'
  if (word.startsWith('auth')) return 'authorisation'
  return word.startsWith('system') || word.startsWith('service') ? 'system' : 'unknown'
}

function errorOf(error: JsonRecord): FaultError {
  const [message, detail] = [text(error, 'Message', 'message'), text(error, 'Detail', 'detail')]
  return {
    code: text(error, 'code', 'Code').replace(/^0+(?=\d)/, ''),
    message: [message, detail].filter((each) => each !== '').join(': '),
  }
}

function text(record: JsonRecord, ...names: readonly string[]): string {
  for (const name of names) {
    const value = record[name]
    if (typeof value === 'number') return String(value)
    if (typeof value === 'string' && value !== '') return value
  }
  return ''
}
