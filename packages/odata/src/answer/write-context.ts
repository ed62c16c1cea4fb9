import { type JsonFormat } from './format.js'

/** What all parts of one answer are written with. */
export interface WriteContext {
  readonly format: JsonFormat
  readonly namespace: string
  /** The absolute address of the service's root, without a slash at its end. */
  readonly root: string
}

/** `"name":json` of an object. */
export function memberText(name: string, json: string): string {
  return `${JSON.stringify(name)}:${json}`
}

export function textMember(name: string, text: string): string {
  return memberText(name, JSON.stringify(text))
}

/** The context URL, if the format has it. */
export function contextMember({ format, root }: WriteContext, fragment: string): readonly string[] {
  if (format.level === 'none') return []
  return [
    textMember('@odata.context', fragment === '' ? `${root}/$metadata` : `${root}/$metadata#${fragment}`),
  ]
}
