import { afterAll, beforeAll, expect, it } from 'vitest'
import { LibraryClient } from '../library/library-client.test-support.js'

let client: LibraryClient

beforeAll(async () => {
  client = await LibraryClient.openWithSamples()
})
afterAll(() => client.database.close())

it.each([
  ['Books?$filter=Nope eq 1', 'odata-unknown-member', '$filter', /"Nope"; it has Id, Title, /],
  [
    'Books?$filter=Size/Nope eq 1',
    'odata-unknown-member',
    '$filter',
    /Size has no member "Nope"; it has Unit/,
  ],
  ['Books?$filter=Title/Nope eq 1', 'odata-unknown-member', '$filter', /"Title" is a String/],
  ['Books?$filter=Tags/any(t:t/x eq 1)', 'odata-unknown-member', '$filter', /String has no members/],
  ["Books?$filter=Remark eq 'a'", 'odata-member-use', '$filter', /Remark cannot be used in a filter/],
  ['Books?$filter=Tags eq null', 'odata-member-use', '$filter', /any or all/],
  ['Books?$filter=Loans/Fee gt 1', 'odata-member-use', '$filter', /"Loans" is a collection/],
  ['Books?$filter=Size/any()', 'odata-member-use', '$filter', /this is none/],
  ['Books?$filter=Size eq 1', 'odata-type-mismatch', '$filter', /only be compared with null/],
  ['Books?$filter=Size in (1)', 'odata-type-mismatch', '$filter', /complex value/],
  [
    'Books?$filter=Title eq 1',
    'odata-type-mismatch',
    '$filter',
    /expected a text such as 'a', found a literal of type integer/,
  ],
  ['Books?$filter=Title eq Pages', 'odata-type-mismatch', '$filter', /cannot be compared/],
  ['Books?$filter=Bought gt 2026-01-01', 'odata-type-mismatch', '$filter', /2026-01-31T10:00:00Z/],
  ['Books?$filter=Title', 'odata-type-mismatch', '$filter', /expected a condition/],
  ['Books?$filter=contains(Pages,1)', 'odata-type-mismatch', '$filter', /expected a text/],
  ['Books?$filter=year(Title) eq 1', 'odata-type-mismatch', '$filter', /year takes a moment or a date/],
  [
    'Books?$filter=date(Published) eq 2026-01-01',
    'odata-type-mismatch',
    '$filter',
    /date takes a moment$|date takes a moment\./,
  ],
  [
    "Books?$filter=Binding eq 'Leather'",
    'odata-unknown-member',
    '$filter',
    /no member "Leather"; it has Paper, Cloth, Audio/,
  ],
  ['Books?$filter=Binding eq 2', 'odata-unknown-member', '$filter', /no member "2"/],
  [
    "Books?$filter=Binding eq Town.Other'Paper'",
    'odata-type-mismatch',
    '$filter',
    /a member of Town\.Library\.Binding/,
  ],
  [
    "Books?$filter=Town.Library.Binding'Paper' eq 'x'",
    'odata-type-mismatch',
    '$filter',
    /a member on one side/,
  ],
  ['Books?$filter=Pages eq 2147483648', 'odata-out-of-range', '$filter', /from -2147483648 to 2147483647/],
  ['Books?$filter=Words in (1,9223372036854775808)', 'odata-out-of-range', '$filter', /9223372036854775807/],
  ["Books?$filter=Title eq '%00'", 'odata-out-of-range', '$filter', /U\+0000/],
  ['Books?$filter=Published eq 0000-01-01', 'odata-out-of-range', '$filter', /year 1/],
  ['Books?$filter=Seen lt 2026-01-01T00:00:00.0000001Z', 'odata-out-of-range', '$filter', /six decimals/],
  ['Books?$orderby=Nope', 'odata-unknown-member', '$orderby', /"Nope"/],
  ['Books?$orderby=Remark', 'odata-member-use', '$orderby', /cannot be sorted by; Id, Title/],
  ['Books?$orderby=Size', 'odata-member-use', '$orderby', /cannot be sorted by/],
  ['Books?$orderby=Tags', 'odata-member-use', '$orderby', /cannot be sorted by/],
  ['Books?$orderby=Id,Id,Id,Id,Id,Id,Id,Id,Id', 'odata-limit', '$orderby', /at most 8/],
  ['Books?$select=Nope', 'odata-unknown-member', '$select', /"Nope"/],
  ['Books?$select=Title/Nope', 'odata-unknown-member', '$select', /"Title" has no members/],
  ['Books?$select=Loans/Nr', 'odata-member-use', '$select', /\$expand=Loans\(\$select=Nr\)/],
  ['Books?$expand=Nope', 'odata-unknown-member', '$expand', /has no "Nope"; what can be is Publisher, Loans/],
  ['Books?$expand=Tags', 'odata-unknown-member', '$expand', /"Tags" of Book cannot be expanded/],
  ['Books?$expand=Loans/Notes', 'odata-member-use', '$expand', /Loans\(\$expand=Notes\)/],
  ['Books?$expand=Loans,Loans', 'odata-member-use', '$expand', /twice/],
  ['Books?$expand=Publisher($top=1)', 'odata-option', '$expand', /is one entity/],
  ['Books?$expand=Loans($filter=Nope eq 1)', 'odata-unknown-member', '$expand', /"Nope"/],
  ['Books?$expand=Loans($orderby=Nope)', 'odata-unknown-member', '$expand', /"Nope"/],
  ['Books?$expand=Loans($select=Nope)', 'odata-unknown-member', '$expand', /"Nope"/],
  ["Books('1')?$filter=Id eq '1'", 'odata-option', '$filter', /takes \$select, \$expand, \$format/],
  ["Books('1')/Price?$select=Id", 'odata-option', '$select', /takes \$format/],
  ["Books('1')/Size?$expand=Box", 'odata-option', '$expand', /takes \$select, \$format/],
  ["Books('1')/Tags?$filter=true", 'odata-option', '$filter', /takes \$top/],
  ['Books/$count?$top=1', 'odata-option', '$top', /takes \$filter/],
  ['Books/$ref?$select=Id', 'odata-option', '$select', /takes \$filter/],
  ['?$top=1', 'odata-option', '$top', /takes \$format/],
  ['$metadata?$top=1', 'odata-option', '$top', /takes \$format/],
  ['Books?$nope=1', 'odata-unsupported', undefined, /\$select/],
  ['Books?$skiptoken=abc', 'odata-skiptoken', '$skiptoken', /Follow @odata\.nextLink/],
  ['Books?$format=a,b', 'odata-format', '$format', /media type/],
])('is refused: %s', async (target, code, where, message) => {
  expect(await client.refusal(target)).toEqual([400, code, where, expect.stringMatching(message)])
})
