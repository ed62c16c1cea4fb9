import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { documentedPlatform, documentedView } from '../../test-support/documented-integration.test-support.js'
import { infoset } from '../../test-support/infoset.test-support.js'
import { accountingConfigurationInput } from '../contracts/accounting-configuration-input.js'
import {
  accountingIntegration,
  accountingIntegrationContract,
  savedIntegrationInput,
} from '../contracts/accounting-integration.js'
import { instanceNamespace, mainNamespace } from '../contract.js'
import { enumeration } from '../enumeration.js'
import { readJson } from '../json/read-json.js'
import { parseXml } from './parse-xml.js'
import { readXml } from './read-xml.js'
import { writeXml } from './write-xml.js'

const read = (name: string) => readFileSync(new URL(`../../../test/${name}`, import.meta.url), 'utf8')
const documentedXml = read('documented-integration.xml')
const types = enumeration<string>([{ name: 'Xero', code: 0 }])

/** In the XML sample, unlike in the one of JSON, the payment methods are a year older. */
const platform = {
  ...documentedPlatform,
  paymentMethods: documentedPlatform.paymentMethods.map((method) => ({
    ...method,
    lastModifiedTime: '2015-01-01T10:30:00.000Z',
  })),
}
const view = { ...documentedView, platform }
const printed = writeXml(accountingIntegration(view, types))

describe('the documented XML', () => {
  it('is what the same values are written as', () => {
    expect(infoset(parseXml(printed))).toEqual(infoset(parseXml(documentedXml)))
  })

  it('has the same prefixes and declarations, and milliseconds wherever the sample has any', () => {
    const compact = documentedXml.replace(/>\s+</g, '><').trim()
    expect(printed).toBe(compact.replaceAll('10:30:00Z', '10:30:00.000Z'))
  })

  it('is read to the same values as the documented JSON', () => {
    const fromXml = readXml(documentedXml, accountingIntegrationContract) as {
      readonly MindbodyConfiguration: unknown
    }
    const fromJson = readJson(read('documented-integration.json.txt'))
    expect(accountingConfigurationInput('1234').parse(fromXml.MindbodyConfiguration)).toEqual(platform)
    expect(savedIntegrationInput.parse(fromXml)).toEqual(savedIntegrationInput.parse(fromJson))
  })

  it('would be told apart by a name, a namespace, an attribute, a value and the order', () => {
    const sample = infoset(parseXml(documentedXml))
    for (const [from, to] of [
      ['<Name>Water</Name>', '<Label>Water</Label>'],
      [`xmlns="${mainNamespace}"`, 'xmlns="subscriber.example"'],
      [`xmlns:i="${instanceNamespace}"`, 'xmlns:i="instance.example"'],
      ['XeroConfiguration', 'OtherConfiguration'],
      ['10.0000', '10.00'],
      ['<UserId>5000</UserId><UserName>uname</UserName>', '<UserName>uname</UserName><UserId>5000</UserId>'],
    ] as const) {
      const other = documentedXml.replaceAll(from, to)
      expect(other).not.toBe(documentedXml)
      expect(infoset(parseXml(other))).not.toEqual(sample)
    }
  })
})
