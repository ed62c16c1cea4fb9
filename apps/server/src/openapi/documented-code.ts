import { type ProblemCode, statusesAndTitles } from '../http/describe-error.js'
import { type ODataCode, odataCodes } from './odata/odata-codes.js'
import { problemSummaries } from './problem-summaries.js'

/** Every code that the document names. */
export type DocumentedCode = ProblemCode | ODataCode

export function statusOf(code: DocumentedCode): number {
  return isOfOData(code) ? odataCodes[code].status : statusesAndTitles[code].status
}

/** Problem details have titles, OData's errors have none. */
export function titleOf(code: DocumentedCode): string | undefined {
  return isOfOData(code) ? undefined : statusesAndTitles[code].title
}

export function summaryOf(code: DocumentedCode): string {
  return isOfOData(code) ? odataCodes[code].summary : problemSummaries[code]
}

function isOfOData(code: DocumentedCode): code is ODataCode {
  return code in odataCodes
}
