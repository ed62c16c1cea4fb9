import { printOptions } from '../parse/print-options.js'
import { type ExpandOptions } from '../parse/query-tree.js'
import { decode } from '../parse/decode.js'

const perPage = ['$top', '$skip', '$skiptoken']

/** `name=value`, encoded so that it can be followed as it is, and no more than that needs. */
export function optionText(name: string, value: string): string {
  return `${encode(name)}=${encode(value)}`
}

/** The options of a request that its next page has as well; options that are not OData's stay as they came. */
export function optionsToCarry(search: string): readonly string[] {
  return search
    .replace(/^\?/, '')
    .split('&')
    .flatMap((part) => {
      const equals = part.indexOf('=')
      const [encodedName, encodedValue] =
        equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)]
      const name = decode(encodedName, 0, 'form')
      if (part === '' || perPage.includes(name)) return []
      return name.startsWith('$')
        ? optionText(name, decode(encodedValue, 0, 'form'))
        : encodeURI(part).replaceAll('%25', '%')
    })
}

/** The options of an expansion as options of the path that leads to its next page. */
export function expansionToCarry(options: ExpandOptions, format: string | undefined): readonly string[] {
  const carried = printOptions(options)
    .filter(([name]) => !perPage.includes(name))
    .map(([name, value]) => optionText(name, value))
  return format === undefined ? carried : [...carried, optionText('$format', format)]
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(/%(?:24|2C|2F|3A|3B|40)/g, (each) => decodeURIComponent(each))
}
