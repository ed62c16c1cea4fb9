import type { DecimalText, Instant } from '@ledgerpost/core'
import type { Contract } from './contract.js'
import type { Enumeration } from './enumeration.js'

/**
 * What is said on the wire, apart from how it is spelled: contracts build trees, printers write them. The member
 * order of a record is the order of output; an undefined member is left out.
 */
export type WireTree = null | string | boolean | WireNumber | WireMoment | WireName | WireList | WireRecord

/** A number in exactly these digits. */
export interface WireNumber {
  readonly kind: 'number'
  readonly text: DecimalText
}

/** A moment in UTC. */
export interface WireMoment {
  readonly kind: 'moment'
  readonly instant: Instant
}

/** A member of an enumeration, as a number where that is documented and it has one. */
export interface WireName {
  readonly kind: 'name'
  readonly name: string
  /** Null where the documentation wants the name. */
  readonly code: number | null
}

export interface WireList {
  readonly kind: 'list'
  readonly items: readonly WireTree[]
}

export interface WireRecord {
  readonly kind: 'record'
  readonly members: Readonly<Record<string, WireTree | undefined>>
}

/** A record that can be written as XML too. */
export interface WireContract extends WireRecord {
  readonly contract: Contract
  /** The name of the derived type, where a contract stands for several. */
  readonly derivedName?: string
}

export function decimal(text: DecimalText): WireNumber {
  return { kind: 'number', text }
}

export function whole(value: number | bigint): WireNumber {
  return { kind: 'number', text: value.toString() }
}

export function moment(instant: Instant): WireMoment {
  return { kind: 'moment', instant }
}

export function list(items: readonly WireTree[]): WireList {
  return { kind: 'list', items }
}

export function record(members: Readonly<Record<string, WireTree | undefined>>): WireRecord {
  return { kind: 'record', members }
}

/** A record of a contract, which knows every member. The order given is the one of JSON. */
export function contractRecord<Member extends string>(
  described: Contract<Member>,
  members: Readonly<Partial<Record<NoInfer<Member>, WireTree | undefined>>>,
  derivedName?: string,
): WireContract {
  return {
    kind: 'record',
    contract: described,
    members,
    ...(derivedName === undefined ? {} : { derivedName }),
  }
}

/** For members that are documented as names. */
export function byName(name: string): WireName {
  return { kind: 'name', name, code: null }
}

/** For members that are documented as numbers. */
export function byCode<Name extends string>(enumeration: Enumeration<Name>, name: Name): WireName {
  return { kind: 'name', name: enumeration.spelling(name), code: enumeration.code(name) }
}

/** The tree, or null where there is nothing. */
export function nullable<Value>(value: Value | null, tree: (value: Value) => WireTree): WireTree {
  return value === null ? null : tree(value)
}
