import { isRecord, readExactJson } from '@ledgerpost/adapter-kit'
import { type DecimalText, formatAmount, type MinorUnits, readAmount } from '@ledgerpost/core'

/** A decimal in Tryton's JSON: its text, as Python prints it. */
export interface WireDecimal {
  readonly __class__: 'Decimal'
  readonly decimal: string
}

/** @param digits decimals of the currency's minor unit */
export function amountToWire(amount: MinorUnits, digits: number): WireDecimal {
  return { __class__: 'Decimal', decimal: formatAmount(amount, digits) }
}

/**
 * The digits of a decimal that a member holds, without an exponent (Python prints `0E-2`); undefined if it is
 * anything else. Numbers are not taken: they may have lost digits.
 */
export function decimalOfWire(value: unknown): DecimalText | undefined {
  if (!isRecord(value) || value['__class__'] !== 'Decimal') return undefined
  const text = value['decimal']
  if (typeof text !== 'string' || !/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:E[+-]?\d+)?$/i.test(text)) return undefined
  const plain = readExactJson(text)
  return typeof plain === 'string' && !/e/i.test(plain) ? plain : undefined
}

/** An amount in minor units; undefined if the member holds no decimal or one with a fraction of a minor unit. */
export function amountOfWire(value: unknown, digits: number): MinorUnits | undefined {
  const reading = readAmount(decimalOfWire(value), digits)
  return reading.ok ? reading.amount : undefined
}
