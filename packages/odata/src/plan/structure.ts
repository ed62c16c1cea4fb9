import { isStructured, type Items, primitiveOf } from '../model/members.js'
import {
  type CollectionProperty,
  type ComplexProperty,
  type EntityType,
  type Navigation,
  type PrimitiveProperty,
  type StructuredType,
} from '../model/structured-type.js'
import { type ExpandOptions } from '../parse/query-tree.js'
import { columnOf, outputText } from '../sql/column-text.js'
import { joinConditions } from '../sql/join.js'
import { sortTerms } from '../sql/order.js'
import { isPresent } from '../sql/row.js'
import { jsonArray, type Sql, sql } from '../sql/sql.js'
import { type Expansion, readExpansions } from './expansion.js'
import { expansionToCarry } from './option-text.js'
import { planPage, wholeCollection } from './page.js'
import {
  type IdentityPlan,
  type ItemPlan,
  type MemberPlan,
  type PrimitivePlan,
  type StructurePlan,
} from './plan.js'
import { type PlanContext } from './plan-context.js'
import { everything, readSelection, type Selection } from './selection.js'

/** Plans an item of a collection or what a path leads to, as `$select` and `$expand` want it. */
export function planItem(
  items: Items,
  alias: Sql,
  options: ExpandOptions,
  context: PlanContext,
  within?: '$expand',
): ItemPlan {
  if (!isStructured(items)) return planPrimitive({ ...items, kind: 'primitive' }, alias)
  return planStructure(items, alias, options, context, within)
}

export function planStructure(
  type: StructuredType,
  alias: Sql,
  options: ExpandOptions,
  context: PlanContext,
  within?: '$expand',
): StructurePlan {
  const selection = readSelection(options.select, type, within ?? '$select')
  const expansions = readExpansions(options.expand, type)
  return new StructurePlanner(alias, context).plan(type, selection, expansions)
}

/** An entity of which only its address is told. */
export function planReference(type: EntityType, alias: Sql, context: PlanContext): StructurePlan {
  const nothing: Selection = { properties: new Map(), links: new Set() }
  return new StructurePlanner(alias, context).plan(type, nothing, [])
}

export function planPrimitive({ type, column, localColumn }: PrimitiveProperty, alias: Sql): PrimitivePlan {
  const local = localColumn === undefined ? undefined : columnOf(alias, localColumn)
  return { kind: 'primitive', type, json: outputText(type, columnOf(alias, column), local) }
}

class StructurePlanner {
  private readonly values: Sql[] = []
  private readonly placeOfPrimitive = new Map<string, number>()

  constructor(
    private readonly alias: Sql,
    private readonly context: PlanContext,
  ) {}

  plan(type: StructuredType, selection: Selection, expansions: readonly Expansion[]): StructurePlan {
    const members = Object.entries(type.properties).flatMap(([name, property]): MemberPlan | readonly [] => {
      const inner = selection.properties ? selection.properties.get(name) : everything
      if (!inner) return []
      switch (property.kind) {
        case 'primitive':
          return this.primitive(name, property)
        case 'complex':
          return this.complex(name, property, inner)
        default:
          return this.collection(name, property, inner)
      }
    })
    if (type.kind === 'complex') {
      return { kind: 'structure', type, json: jsonArray(this.values), members }
    }
    const links = Object.entries(type.navigation).flatMap(([name, navigation]): MemberPlan | readonly [] => {
      const expansion = expansions.find((each) => each.name === name)
      if (expansion) return this.expanded(name, navigation, expansion)
      return selection.links === undefined || selection.links.has(name) ? { kind: 'link', name } : []
    })
    const identity = this.identity(type)
    return {
      kind: 'structure',
      type,
      json: jsonArray(this.values),
      members: [...members, ...links],
      identity,
    }
  }

  private identity(type: EntityType): IdentityPlan {
    const isTold = type.key.every((name) => this.placeOfPrimitive.has(name))
    const placesOf = (names: readonly string[]): readonly number[] =>
      names.flatMap((name) => {
        const property = primitiveOf(type, name)
        return property ? this.primitive(name, property).at : []
      })
    return { type, key: placesOf(type.key), etag: placesOf(type.etag ?? []), isTold }
  }

  private primitive(name: string, property: PrimitiveProperty): Extract<MemberPlan, { kind: 'primitive' }> {
    const item = planPrimitive(property, this.alias)
    const at = this.placeOfPrimitive.get(name) ?? this.add(item.json)
    this.placeOfPrimitive.set(name, at)
    return { kind: 'primitive', name, at, item }
  }

  private complex(name: string, { type, presence }: ComplexProperty, selection: Selection): MemberPlan {
    const item = new StructurePlanner(this.alias, this.context).plan(type, selection, [])
    return { kind: 'complex', name, at: this.add(this.ifPresent(presence, item.json)), item }
  }

  private collection(name: string, property: CollectionProperty, selection: Selection): MemberPlan {
    const { items, relation } = property
    const alias = this.context.newAlias()
    const row = { alias, items }
    const item = isStructured(items)
      ? new StructurePlanner(alias, this.context).plan(items, selection, [])
      : planPrimitive({ ...items, kind: 'primitive' }, alias)
    const conditions = joinConditions(relation, alias, this.alias)
    const json = wholeCollection(
      { row, relation, conditions },
      item,
      sortTerms([], row, relation, '$orderby'),
    )
    return { kind: 'collection', name, at: this.add(json), item }
  }

  private expanded(name: string, navigation: Navigation, { options }: Expansion): MemberPlan {
    const { context } = this
    if (!navigation.many) {
      const item = planStructure(navigation.target, this.alias, options, context, '$expand')
      return { kind: 'entity', name, at: this.add(this.ifPresent(navigation.presence, item.json)), item }
    }
    const { target, relation } = navigation
    const alias = context.newAlias()
    const item = planStructure(target, alias, options, context, '$expand')
    const page = planPage(
      {
        row: { alias, items: target },
        relation,
        conditions: joinConditions(relation, alias, this.alias),
        within: '$expand',
      },
      item,
      options,
      () => undefined,
      expansionToCarry(options, context.format),
      context,
    )
    return { kind: 'page', name, at: this.add(page.json), page }
  }

  private ifPresent(presence: string | undefined, json: Sql): Sql {
    return presence === undefined
      ? json
      : sql`case when ${isPresent(columnOf(this.alias, presence))} then ${json} end`
  }

  private add(json: Sql): number {
    this.values.push(json)
    return this.values.length - 1
  }
}
