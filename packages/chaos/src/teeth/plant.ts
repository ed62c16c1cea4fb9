/** A bug that is planted to see whether the worlds notice. */
export interface Plant {
  readonly name: string
  /** Relative to the root of the repository. */
  readonly file: string
  /** Texts of the file, each of which must occur exactly once, and what takes their place. */
  readonly edits: readonly (readonly [string, string])[]
}

/** The file's text with the bug in it. @throws Error when a text does not occur exactly once */
export function planted(plant: Plant, source: string): string {
  return plant.edits.reduce((text, [old, replacement]) => {
    const occurrences = text.split(old).length - 1
    if (occurrences !== 1) {
      throw new Error(
        `The plant '${plant.name}' expects ${JSON.stringify(old)} exactly once in ${plant.file}, where it is ${occurrences} times. Adapt the plant to the code.`,
      )
    }
    return text.replace(old, () => replacement)
  }, source)
}
