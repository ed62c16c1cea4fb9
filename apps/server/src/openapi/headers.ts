import type { JsonSchema } from './operation.js'

interface Header {
  readonly description: string
  readonly schema: JsonSchema
  readonly example: string | number
}

const text: JsonSchema = { type: 'string' }

/** The headers of answers that clients act on, by name. */
export const headers = {
  Location: {
    description: 'The absolute address of the SyncRecord to look at.',
    schema: { type: 'string', format: 'uri' },
    example:
      "https://books.example/odata/v4/Subscriber_1234/SyncHistory('0197c2a4-5d7e-7c3b-9a51-2f0c8e6d4b10')",
  },
  'Retry-After': {
    description: 'Seconds to wait before asking again.',
    schema: { type: 'integer', minimum: 0 },
    example: 5,
  },
  'RateLimit-Limit': {
    description: 'Requests that may be made at once after a pause.',
    schema: { type: 'integer', minimum: 1 },
    example: 100,
  },
  'RateLimit-Remaining': {
    description: 'Requests that may be made at once now.',
    schema: { type: 'integer', minimum: 0 },
    example: 99,
  },
  'RateLimit-Reset': {
    description: 'Seconds until as many as `RateLimit-Limit` may be made at once again.',
    schema: { type: 'integer', minimum: 0 },
    example: 1,
  },
  'WWW-Authenticate': { description: 'How to sign in.', schema: text, example: 'Bearer' },
  'OData-Version': {
    description: 'The version of OData that the answer is in.',
    schema: text,
    example: '4.0',
  },
  ETag: {
    description: 'What `If-None-Match` takes: 304 while the order is the same.',
    schema: text,
    example: 'W/"2026-03-02T12:00:00.000-05:00,2026-03-02T17:00:00.000Z"',
  },
  Vary: {
    description: 'What of the request the form of the answer depends on.',
    schema: text,
    example: 'Accept',
  },
} as const satisfies Record<string, Header>

export type HeaderName = keyof typeof headers

/** Headers that every answer behind a token has, good or bad. */
export const commonHeaders: readonly HeaderName[] = []
