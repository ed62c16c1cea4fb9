import { classifyMessages } from '@ledgerpost/adapter-kit'
import { isConnectionReason, type Reason } from '@ledgerpost/core'
import { type Fault, sentenceOf } from './fault.js'
import { meaningsOfCodes, messagePatterns, unknownRefusal } from './fault-tables.js'

/** Why content was refused: by the first code that is known, else by the words. */
export function refusalReasonOf(fault: Fault): Reason {
  return reasonOfCode(fault) ?? classifyMessages([sentenceOf(fault)], messagePatterns, unknownRefusal)
}

/** The reason, if one of the fault's codes tells it; undefined if they leave it to the words. */
export function reasonOfCode(fault: Fault): Reason | undefined {
  for (const { code } of fault.errors) {
    const meaning = meaningsOfCodes.get(code)
    if (meaning) return { kind: meaning.kind, message: `${sentenceOf(fault)}. ${meaning.advice}` }
  }
  return undefined
}

/** The reason, if the fault says that the connection is at fault: then certainly nothing was done. */
export function connectionFaultOf(fault: Fault): Reason | undefined {
  const reason = reasonOfCode(fault)
  if (reason && isConnectionReason(reason.kind)) return reason
  return fault.kind === 'authorisation'
    ? {
        kind: 'reauthorise',
        message: `QuickBooks does not accept the link: ${sentenceOf(fault)}. Link again as an administrator of the company.`,
      }
    : undefined
}
