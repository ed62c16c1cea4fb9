import type { XmlElement } from '../wire/xml/parse-xml.js'

export interface Infoset {
  /** `{namespace}name` */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly content: string
  readonly children: readonly Infoset[]
}

/** What a document says, whatever its prefixes, its whitespace between elements and its way to write a dateTime. */
export function infoset({ namespace, name, attributes, children, text }: XmlElement): Infoset {
  const content = children.length > 0 ? text.trim() : text
  return {
    name: `{${namespace}}${name}`,
    attributes: Object.fromEntries(attributes),
    content: name === 'DateTime' ? new Date(content).toISOString() : content,
    children: children.map(infoset),
  }
}
