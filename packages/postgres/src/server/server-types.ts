import { type CustomTypesConfig, types } from 'pg'
import { elementTypes, type TypeParser, typeParsers } from '../values/type-parsers.js'

/** The type parsers for the `pg` driver, which needs one for each array type too. */
export const serverTypes: CustomTypesConfig = {
  getTypeParser(id: number, format?: 'text' | 'binary') {
    return parserOf(id) ?? types.getTypeParser(id, format)
  },
}

/** `text[]`; the types of `pg` know no arrays. */
const textArray: number = 1009

function parserOf(id: number): TypeParser | undefined {
  const element = elementTypes[id]
  if (element === undefined) return typeParsers[id]
  const parse = typeParsers[element]
  const texts: TypeParser = types.getTypeParser(textArray, 'text')
  return parse === undefined ? undefined : (text) => everyElement(texts(text), parse)
}

function everyElement(value: unknown, parse: TypeParser): unknown {
  if (Array.isArray(value)) return value.map((element: unknown) => everyElement(element, parse))
  return typeof value === 'string' ? parse(value) : value
}
