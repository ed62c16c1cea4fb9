/** Reads an answer that the document of the API describes as this type. */
export async function answerOf<Answer>(response: Response): Promise<Answer> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the type is generated from the document, and tests of the server hold its real answers against the document
  return (await response.json()) as Answer
}
