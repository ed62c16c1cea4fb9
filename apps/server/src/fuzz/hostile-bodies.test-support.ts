import { gzipSync } from 'node:zlib'
import { fc } from '@fast-check/vitest'
import { hostileText } from './hostile-values.test-support.js'

const deep = (open: string, close: string, times: number) => open.repeat(times) + close.repeat(times)

/** Bodies that are no JSON, or more of it than anybody wants. */
export const hostileJson: fc.Arbitrary<string | Uint8Array<ArrayBuffer>> = fc.oneof(
  fc.constantFrom<string>(
    '',
    ' ',
    '{',
    '[',
    '"',
    '{"Id":1,}',
    "{'Id':1}",
    '{"Id":NaN}',
    '{"Id":01}',
    '[1,2',
    '[]]',
    '{}{}',
    'undefined',
    '"\\ud800"',
    '{"\\ud800":1}',
    '{"Id":"\\u0000"}',
    '{"Id":"a","Id":"b"}',
    '{"__proto__":{"Id":"1"},"constructor":{"prototype":{}}}',
    `{"Id":${'9'.repeat(5000)}}`,
    `{"Id":1e${'9'.repeat(50)}}`,
    `{"Id":0.${'1'.repeat(5000)}}`,
    `{"Id":"${'x'.repeat(100_000)}"}`,
    `{${'"a":1,'.repeat(10_000)}"b":1}`,
    `[${'{},'.repeat(20_000)}{}]`,
    '['.repeat(1_000_000),
    '{"a":'.repeat(150_000),
    deep('[', ']', 31),
    deep('[', ']', 33),
    deep('[', ']', 100_000),
    `"${'\\'.repeat(10_000)}"`,
    '\ufeff[]',
    '/* */ []',
    ' '.repeat(1_048_577),
  ),
  fc.constantFrom(
    bytes(0xff, 0xfe, 0x5b, 0x5d),
    bytes(0x22, 0xed, 0xa0, 0x80, 0x22),
    bytes(0x22, 0xc0, 0x80, 0x22),
    bytes(0x00, 0x00, 0x00),
  ),
  fc.uint8Array({ maxLength: 200 }).map((each) => bytes(...each)),
  fc.json({ maxDepth: 4 }),
)

const laughs = Array.from(
  { length: 10 },
  (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
)

/** Bodies that are no XML, or more of it than anybody wants. */
export const hostileXml: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    '<',
    '<a',
    '<a>',
    '<a/><b/>',
    '<a></b>',
    'text',
    '<?xml version="1.0"?>',
    '<?xml version="1.0" encoding="utf-16"?><a/>',
    `<!DOCTYPE a [<!ENTITY l0 "ha">${laughs.join('')}]><a>&l10;</a>`,
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    '<!DOCTYPE a SYSTEM "http://localhost:1/a.dtd"><a/>',
    `<a>${'&#65;'.repeat(200_000)}</a>`,
    `<a>${'&amp;'.repeat(20_001)}</a>`,
    `<a ${'b '.repeat(300_000)}/>`,
    `<a ${Array.from({ length: 5000 }, (_, index) => `a${index}="1"`).join(' ')}/>`,
    deep('<a>', '</a>', 33),
    deep('<a>', '</a>', 100_000),
    '<a>'.repeat(300_000),
    '<'.repeat(1_000_000),
    `<a>${'<!--'.repeat(200_000)}</a>`,
    `<a>${'<![CDATA['.repeat(100_000)}</a>`,
    '<a>&#0;</a>',
    '<a>&#xD800;</a>',
    '<a>\u0001</a>',
    '<a xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/>',
    '<p:a/>',
    '<__proto__/>',
    '<SyncRecord xmlns="subscriber.mindbodyonline.com"><Id/></SyncRecord>',
    '<SyncRecord xmlns="subscriber.mindbodyonline.com"><Id><Id>1</Id></Id></SyncRecord>',
    '<SyncRecord xmlns="subscriber.mindbodyonline.com"><Id>1</Id><Id>2</Id></SyncRecord>',
    '<ArrayOfAccountingMap xmlns="subscriber.mindbodyonline.com">text</ArrayOfAccountingMap>',
    '<AccountingIntegration xmlns="subscriber.mindbodyonline.com"><Maps>x</Maps></AccountingIntegration>',
  ),
  hostileText,
)

/** A body that says to be gzip: whole, broken, or far larger than it looks. */
export const gzipped: fc.Arbitrary<Uint8Array<ArrayBuffer>> = fc
  .tuple(
    fc.constantFrom(
      '',
      '{}',
      '[{"Id":1}]',
      '{"Id":1}\n'.repeat(50),
      ' '.repeat(5_000_000),
      'x'.repeat(5_000_000),
    ),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([text, share]) => {
    const whole = gzipSync(text)
    return bytes(...whole.subarray(0, share > 0.5 ? whole.length : Math.floor(whole.length * share)))
  })

function bytes(...values: readonly number[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(values)
}
