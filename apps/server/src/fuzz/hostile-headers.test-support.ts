import { fc } from '@fast-check/vitest'

/** What a header can hold at all: bytes but no control characters. */
const headerText = fc
  .array(fc.oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0xa0, max: 0xff })), {
    maxLength: 40,
  })
  .map((codes) => String.fromCharCode(...codes))

export const hostileHeader: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  fc.constantFrom<readonly [string, string]>(
    ['Content-Type', ''],
    ['Content-Type', 'text/plain'],
    ['Content-Type', 'application/json; charset=utf-16'],
    ['Content-Type', 'application/xml;;;charset='],
    ['Content-Type', 'multipart/form-data; boundary=x'],
    ['Content-Type', 'application/x-www-form-urlencoded'],
    ['Accept', 'image/png'],
    ['Accept', '*/*;q=0'],
    ['Accept', 'application/xml;q=nonsense, text/xml;q=2'],
    ['Accept', ','.repeat(2000)],
    ['Accept', 'application/x-ndjson'],
    ['Content-Encoding', 'gzip'],
    ['Content-Encoding', 'br'],
    ['Content-Encoding', 'gzip, gzip'],
    ['Content-Length', '-1'],
    ['Content-Length', '99999999999999999999'],
    ['Idempotency-Key', ''],
    ['Idempotency-Key', '"'],
    ['Idempotency-Key', 'é'],
    ['Idempotency-Key', 'x'.repeat(256)],
    ['Authorization', 'Bearer'],
    ['Authorization', 'Bearer x.y.z'],
    ['Authorization', `Bearer ${'a'.repeat(10_000)}`],
    ['Authorization', 'Basic eDp5'],
    ['OData-Version', '3.0'],
    ['OData-MaxVersion', 'x'],
    ['Prefer', 'odata.maxpagesize=0'],
    ['Prefer', 'odata.maxpagesize=-1,respond-async;=;'],
    ['If-Match', '"x"'],
    ['If-None-Match', '*'],
    ['Host', 'evil.example'],
    ['X-Forwarded-For', "'; drop table x"],
    ['X-HTTP-Method-Override', 'DELETE'],
    ['Range', 'bytes=-1'],
    ['Expect', '200-maybe'],
  ),
  fc.tuple(
    fc.constantFrom(
      'Accept',
      'Content-Type',
      'Content-Encoding',
      'Idempotency-Key',
      'Authorization',
      'Prefer',
      'If-Match',
    ),
    headerText,
  ),
)
