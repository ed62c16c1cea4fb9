import { limits } from '../../limits.js'

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** What XML 1.0 cannot hold, not even as a reference (section 2.2). */
const forbiddenCharacter = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u
const forbiddenCharacters = new RegExp(forbiddenCharacter, 'gu')

const written: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
}

export function hasForbiddenCharacter(text: string): boolean {
  return forbiddenCharacter.test(text)
}

/** A text as it stands in XML; a character that XML cannot hold becomes U+FFFD. */
export function escapeText(text: string): string {
  return text
    .replace(forbiddenCharacters, '\uFFFD')
    .replace(/[&<>"\r]/g, (character) => written[character] ?? character)
}

/** Resolves the five predefined entities and numeric references, so many of them in one document. */
export function referenceResolver(fail: (problem: string) => never): (text: string) => string {
  let left: number = limits.xmlReferences
  return (text) =>
    text.includes('&') ? text.replace(/&([^;&]{0,10};?)/g, (_all, name: string) => resolve(name)) : text

  function resolve(reference: string): string {
    left -= 1
    if (left < 0) fail(`It has more than ${limits.xmlReferences} references such as &amp;.`)
    if (!reference.endsWith(';')) fail('An & in it begins no reference. Write &amp; for it.')
    const name = reference.slice(0, -1)
    const character = Object.hasOwn(entities, name) ? entities[name] : numeric(name)
    if (character !== undefined) return character
    return fail(
      `It has the reference &${name}; - only &lt; &gt; &amp; &quot; &apos; and numeric ones are known.`,
    )
  }
}

function numeric(name: string): string | undefined {
  const digits = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name)
  if (!digits) return undefined
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16)
  if (code > 0x10_ff_ff) return undefined
  const character = String.fromCodePoint(code)
  return hasForbiddenCharacter(character) ? undefined : character
}
