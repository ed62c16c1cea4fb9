import { fc } from '@fast-check/vitest'
import { changedText } from './mutations.test-support.js'
import { odataOptions } from './odata-options.test-support.js'

/** Parts of a path as they stand in the address line. */
export const hostileSegment: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    '%',
    '%00',
    '%2F',
    '%5C',
    '%ED%A0%80',
    '%C0%80',
    '%zz',
    '%E0%A4%A',
    '..',
    '%2e%2e',
    '.',
    ';',
    "'",
    "''",
    "x'y",
    'a%27%20or%20%271%27=%271',
    '-1',
    '1e9',
    '*',
    ':scope',
    '{subscriberId}',
    'x'.repeat(101),
    'x'.repeat(3000),
    '%F0%9F%98%80'.repeat(60),
    '__proto__',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => encodeURIComponent(text)),
)

/** A good query option with one thing in it changed. */
const changedOption: fc.Arbitrary<string> = fc
  .constantFrom(
    ...Object.entries(odataOptions).flatMap(([name, values]) =>
      values.map((value) => [name, value] as const),
    ),
  )
  .chain(([name, value]) => changedText(value).map((changed) => [name, changed] as const))
  .map(([name, changed]) => `${name}=${encodeURIComponent(Buffer.from(changed).toString())}`)

/** Queries as they stand after the question mark. */
export const hostileQuery: fc.Arbitrary<string> = fc.oneof(
  changedOption,
  fc.tuple(changedOption, changedOption).map((options) => options.join('&')),
  fc.constantFrom(
    '$top=-1',
    '$top=1e9',
    '$top=99999999999999999999',
    '$top=x',
    '$skip=-1',
    '$skip=999999999999',
    '$top=1&$top=2',
    '$count=maybe',
    '$count=true',
    '$skiptoken=%00',
    '$skiptoken=x',
    "$skiptoken='; drop table sync_record; --",
    `$skiptoken=${'9'.repeat(30)}`,
    '$select=*',
    '$select=Nothing',
    '$select=Id,Id,Id',
    '$expand=*',
    '$expand=States($expand=States)',
    '$expand=Packets($expand=States($top=-1))',
    '$orderby=Id;drop',
    '$orderby=Id desc,Id asc',
    "$filter=Id eq ''; drop table sync_record; --'",
    "$filter=Id eq 'x' or 1 eq 1",
    `$filter=${'('.repeat(2000)}1 eq 1${')'.repeat(2000)}`,
    `$filter=${'not '.repeat(500)}true`,
    `$filter=${Array.from({ length: 200 }, () => "Id eq 'x'").join(' or ')}`,
    `$filter=Id in (${Array.from({ length: 300 }, (_, index) => `'${index}'`).join(',')})`,
    "$filter=contains(Id,'%25')",
    "$filter=contains(Id,'_%25\\')",
    "$filter=startswith(Id,'\u0000')",
    '$filter=Id eq %00',
    "$filter=Id eq '%ED%A0%80'",
    '$filter=Id',
    '$filter=',
    '$filter=1 add 1 eq 2',
    '$filter=Total eq 1e400',
    '$filter=Total gt 99999999999999999999999999999999',
    '$filter=LastModifiedTime gt 0000-00-00T00:00:00Z',
    '$filter=LastModifiedTime gt 99999-01-01T00:00:00Z',
    '$filter=OrderDate lt 2026-02-30',
    "$filter=Items/any(i:i/Id eq 'x' and i/any(j:j eq 1))",
    '$filter=year(OrderDate) eq 999999999999',
    '$format=application/json;odata.metadata=full',
    '$format=xml',
    '$format=%00',
    '$search=x',
    '$apply=aggregate(Id)',
    '$deltatoken=x',
    'unknown=1',
    '__proto__=1',
    '&&&==&%',
    '%',
    '%00=%00',
  ),
  fc.string({ unit: 'grapheme-ascii', maxLength: 40 }).map((text) => `$filter=${encodeURIComponent(text)}`),
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => encodeURIComponent(text)),
)

export const strangeVerbs = fc.constantFrom(
  'PATCH',
  'OPTIONS',
  'HEAD',
  'PUT',
  'POST',
  'DELETE',
  'GET',
  'PROPFIND',

  'X',
)
