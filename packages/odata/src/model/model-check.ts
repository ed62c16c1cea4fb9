import { isName } from '../parse/cursor.js'
import { isReserved } from '../parse/parse-member.js'
import { type EnumType } from './primitive-type.js'
import { type StructuredType } from './structured-type.js'

const plainIdentifier = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/
const most32 = 2 ** 31

/** What has been seen of a model while it is checked. */
export class ModelCheck {
  private readonly types = new Map<string, StructuredType | EnumType>()

  /** @throws RangeError with the sentence, unless it is so */
  expect(isSo: boolean, place: string, sentence: string): asserts isSo {
    if (!isSo) throw new RangeError(`The model cannot be used: ${place} ${sentence}.`)
  }

  /** Notes the type; false if it was seen before. */
  isNew(type: StructuredType | EnumType): boolean {
    this.name(type.name, `the type ${type.name}`)
    const known = this.types.get(type.name)
    this.expect(known === undefined || known === type, `the type ${type.name}`, 'stands for two things')
    this.types.set(type.name, type)
    return known === undefined
  }

  /** A name that OData can address. */
  name(text: string, place: string): void {
    this.expect(isName(text) && !isReserved(text), place, 'has a name that OData cannot address')
  }

  /** A name of the database that needs no thought when it is put between quotes. */
  identifier(text: string, place: string): void {
    this.expect(
      plainIdentifier.test(text),
      place,
      `names ${JSON.stringify(text)}, which is not a plain identifier of at most 63 letters, digits and underscores`,
    )
  }

  enumeration(type: EnumType): void {
    if (!this.isNew(type)) return
    const place = `the enumeration ${type.name}`
    const values = Object.values(type.members)
    this.expect(values.length > 0, place, 'has no member')
    for (const member of Object.keys(type.members)) this.name(member, `${place}, member ${member},`)
    this.expect(
      values.every((value) => Number.isInteger(value) && value >= -most32 && value < most32),
      place,
      'has a value that is not an integer of 32 bits',
    )
    this.expect(new Set(values).size === values.length, place, 'gives a value to two members')
  }
}
