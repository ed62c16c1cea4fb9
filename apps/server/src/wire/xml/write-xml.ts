import type { Instant } from '@ledgerpost/core'
import { instanceNamespace, mainNamespace, systemNamespace, type WireType } from '../contract.js'
import type { WireContract, WireTree } from '../tree.js'
import { escapeText } from './text.js'

/** Prefixes by namespace. */
type Scope = ReadonlyMap<string, string>

interface Place {
  /** The root is 1. */
  readonly depth: number
  readonly scope: Scope
}

const outermost: Scope = new Map([[mainNamespace, '']])

/**
 * Prints a record as .NET's DataContractSerializer does: members in the order of the contract, null as `i:nil`, other
 * namespaces than the root's under the prefix `d{depth}p1`, moments as DateTime in UTC and OffsetMinutes.
 */
export function writeXml(tree: WireContract): string {
  const { contract } = tree
  const head = `${contract.name} xmlns:i="${instanceNamespace}" xmlns="${mainNamespace}"`
  return element(contract.name, head, body(tree, contract, { depth: 1, scope: outermost }))
}

/** The element of a member or an item; `name` has its prefix. */
function write(name: string, tree: WireTree, type: WireType, outer: Place): string {
  if (tree === null) return `<${name} i:nil="true" />`
  const depth = outer.depth + 1
  const namespace = contentNamespace(type)
  if (namespace === undefined || outer.scope.has(namespace)) {
    return element(name, name + derived(tree), body(tree, type, { depth, scope: outer.scope }))
  }
  const prefix = `d${depth}p1`
  const scope = new Map([...outer.scope, [namespace, `${prefix}:`]])
  const head = `${name}${derived(tree)} xmlns:${prefix}="${namespace}"`
  return element(name, head, body(tree, type, { depth, scope }))
}

function element(name: string, head: string, content: string): string {
  return content === '' ? `<${head} />` : `<${head}>${content}</${name}>`
}

function derived(tree: WireTree): string {
  if (!isContract(tree) || tree.derivedName === undefined) return ''
  return ` i:type="${escapeText(tree.derivedName)}"`
}

function contentNamespace(type: WireType): string | undefined {
  if (type === 'moment') return systemNamespace
  return typeof type === 'string' ? undefined : type.namespace
}

function body(tree: WireTree, type: WireType, place: Place): string {
  if (tree === null) return ''
  if (typeof tree === 'string') return escapeText(tree)
  if (typeof tree === 'boolean') return String(tree)
  if (tree.kind === 'number') return tree.text
  if (tree.kind === 'name') return escapeText(tree.name)
  if (tree.kind === 'moment') return moment(tree.instant, place)
  if (tree.kind === 'list') return items(tree.items, type, place)
  return members(tree.members, type, place)
}

function moment(instant: Instant, { scope }: Place): string {
  const prefix = scope.get(systemNamespace) ?? ''
  const part = (name: string, text: string) => element(prefix + name, prefix + name, text)
  return part('DateTime', instant) + part('OffsetMinutes', '0')
}

function items(trees: readonly WireTree[], type: WireType, place: Place): string {
  if (typeof type === 'string' || type.kind !== 'list') throw new Misdescribed('list', type)
  const name = `${place.scope.get(type.namespace) ?? ''}${type.itemName}`
  return trees.map((tree) => write(name, tree, type.item, place)).join('')
}

function members(
  trees: Readonly<Record<string, WireTree | undefined>>,
  type: WireType,
  place: Place,
): string {
  if (typeof type === 'string' || type.kind !== 'contract') throw new Misdescribed('contract', type)
  const prefix = place.scope.get(type.namespace) ?? ''
  return Object.entries(type.members)
    .map(([name, memberType]) => {
      const tree = trees[name]
      return tree === undefined ? '' : write(prefix + name, tree, memberType, place)
    })
    .join('')
}

/** A contract and its tree do not fit together: no input can bring that about, only we can. */
class Misdescribed extends TypeError {
  override readonly name = 'Misdescribed'

  constructor(kind: string, type: WireType) {
    super(`The contract describes a ${kind} as ${typeof type === 'string' ? type : type.kind}.`)
  }
}

function isContract(tree: WireTree): tree is WireContract {
  return typeof tree === 'object' && tree !== null && tree.kind === 'record' && 'contract' in tree
}
