/** Everything that comes, as a list. */
export async function allOf<Entity>(entities: AsyncIterable<Entity>): Promise<readonly Entity[]> {
  const all: Entity[] = []
  for await (const entity of entities) all.push(entity)
  return all
}
