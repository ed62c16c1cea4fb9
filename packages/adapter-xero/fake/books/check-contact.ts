import { type FakeBooks, Refusal } from './books.js'
import type { FakeContact } from './documents.js'
import { type Element, part, text } from './read-element.js'

/** The contact that an element names, or a new one by that name. @throws Refusal */
export function checkContact(books: FakeBooks, element: Element): FakeContact {
  const given = part(element, 'Contact') ?? {}
  const [id, name] = [text(given, 'ContactID'), text(given, 'Name')]
  if (id === undefined && name === undefined) {
    throw new Refusal('A Contact must be specified for this type of transaction')
  }
  const known = books.contacts.find((contact) =>
    id === undefined ? contact.name === name : contact.id === id,
  )
  if (known?.status === 'ARCHIVED') {
    throw new Refusal(`The contact '${known.name}' is archived and cannot be used on new transactions`)
  }
  if (known) return known
  if (name === undefined) throw new Refusal(`The contact with the id ${id} does not exist`)
  return { id: books.newId(), name, status: 'ACTIVE' }
}
