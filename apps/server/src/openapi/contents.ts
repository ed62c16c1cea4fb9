import type { z } from 'zod'
import { accountingIntegrationSchema } from './schemas/accounting-integration.js'
import { type Answer, type Content, jsonTypes, xmlTypes } from './operation.js'

/** Bodies and answers that are JSON or XML, as the media type says. */
export function jsonOrXml(schema: z.ZodType, example?: unknown): readonly Content[] {
  const inJson = { types: jsonTypes, schema }
  return [example === undefined ? inJson : { ...inJson, example }, { types: xmlTypes, schema }]
}

export function json(schema: z.ZodType, example?: unknown): readonly Content[] {
  const content = { types: jsonTypes, schema }
  return [example === undefined ? content : { ...content, example }]
}

export const wholeIntegration: Answer = {
  status: 200,
  description: 'The whole AccountingIntegration, as it stands now.',
  headers: ['Vary'],
  contents: jsonOrXml(accountingIntegrationSchema),
}
