import { describe, expect, it } from 'vitest'
import { accountingIntegrationContract } from '../contracts/accounting-integration.js'
import { accountingMapsType } from '../contracts/accounting-map.js'
import { readXml } from './read-xml.js'

const main = 'subscriber.mindbodyonline.com'
const models = `${main}/Areas/Accounting/Models`
const system = 'http://schemas.datacontract.org/2004/07/System'

const integration = (content: string) =>
  `<AccountingIntegration xmlns="${main}" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns:m="${models}" xmlns:s="${system}">${content}</AccountingIntegration>`
const read = (content: string) => readXml(integration(content), accountingIntegrationContract)

describe('reading XML', () => {
  it('takes members in any order, with any prefix, and passes over those that it does not know', () => {
    expect(
      read(
        `<SynchronizationPreferences xmlns="${models}" xmlns:x="${main}"/>`.replace('<Sync', '<x:Sync') +
          '<Colour>red</Colour><m:Size><deep/></m:Size><Maps/><Id> 1 </Id>',
      ),
    ).toEqual({ Id: ' 1 ', Maps: [], SynchronizationPreferences: {} })
  })

  it('reads nil, booleans, numbers and moments as JSON has them', () => {
    expect(
      read(
        `<Id i:nil="1"/><Maps i:nil="true"></Maps><SynchronizationPreferences><m:SummarizeData> 1 </m:SummarizeData><m:ByLocation>false</m:ByLocation><m:RoundingTolerance>2</m:RoundingTolerance><m:StartDate i:nil="true"/></SynchronizationPreferences>
         <LastModifiedTime><s:DateTime>2016-01-01T10:30:00Z</s:DateTime><s:OffsetMinutes>-300</s:OffsetMinutes></LastModifiedTime>`,
      ),
    ).toEqual({
      Id: null,
      Maps: null,
      SynchronizationPreferences: {
        SummarizeData: true,
        ByLocation: false,
        RoundingTolerance: 2,
        StartDate: null,
      },
      LastModifiedTime: '2016-01-01T10:30:00Z',
    })
  })

  it.each([
    ['a member in the wrong namespace', '<m:Id>1</m:Id>', /\{.*Models\}Id, which belongs into/],
    [
      'preferences in the wrong namespace',
      '<SynchronizationPreferences><SummarizeData>true</SummarizeData></SynchronizationPreferences>',
      /SynchronizationPreferences has \{.*\}SummarizeData/,
    ],
    ['a member twice', '<Id>1</Id><Id>2</Id>', /Id twice/],
    ['elements in a value', '<Id><b/></Id>', /Id has elements where a value belongs/],
    ['a text among elements', '<Maps>x</Maps>', /text between/],
    ['a strange item', '<Maps><Map/></Maps>', /Maps has the item/],
    ['content of nil', '<Id i:nil="true">1</Id>', /nil and has content/],
    [
      'half a moment',
      '<LastModifiedTime><s:DateTime>2016-01-01T10:30:00Z</s:DateTime></LastModifiedTime>',
      /needs/,
    ],
    [
      'an offset of days',
      '<LastModifiedTime><s:DateTime>2016-01-01T10:30:00Z</s:DateTime><s:OffsetMinutes>900</s:OffsetMinutes></LastModifiedTime>',
      /within 14 hours/,
    ],
  ])('refuses %s', (_name, content, problem) => {
    expect(() => read(content)).toThrow(problem)
  })

  it.each([
    '<ArrayOfAccountingMap/>',
    `<AccountingMap xmlns="${main}"/>`,
    `<ArrayOfAccountingMap xmlns="${models}"/>`,
  ])('says what the root must be instead of %s', (document) => {
    expect(() => readXml(document, accountingMapsType)).toThrow(
      'It must be <ArrayOfAccountingMap xmlns="subscriber.mindbodyonline.com">',
    )
  })
})
