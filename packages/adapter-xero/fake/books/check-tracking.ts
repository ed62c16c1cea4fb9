import { type FakeBooks, Refusal } from './books.js'
import type { FakeLineTracking } from './documents.js'
import { type Element, parts, text } from './read-element.js'

/**
 * What a line bears of tracking categories: two at most, named by their ids or their names. The sentences are the fake's
 * own: Xero publishes none.
 * @throws Refusal
 */
export function checkTracking({ organisation }: FakeBooks, line: Element): readonly FakeLineTracking[] {
  const asked = parts(line, 'Tracking')
  if (asked.length > 2) throw new Refusal('A line cannot have more than 2 tracking categories')
  return asked.map((each) => {
    const [categoryId, name] = [text(each, 'TrackingCategoryID'), text(each, 'Name')]
    const category = organisation.trackingCategories.find((known) =>
      categoryId === undefined ? known.Name === name : known.TrackingCategoryID === categoryId,
    )
    const [optionId, optionName] = [text(each, 'TrackingOptionID'), text(each, 'Option')]
    const option = category?.Options.find((known) =>
      optionId === undefined ? known.Name === optionName : known.TrackingOptionID === optionId,
    )
    if (category?.Status !== 'ACTIVE' || option?.Status !== 'ACTIVE') {
      throw new Refusal(
        `The tracking category '${categoryId ?? name}' with the option '${optionId ?? optionName}' does not exist or is archived`,
      )
    }
    return {
      Name: category.Name,
      Option: option.Name,
      TrackingCategoryID: category.TrackingCategoryID,
      TrackingOptionID: option.TrackingOptionID,
    }
  })
}
