/** Thrown to give way to the jobs of others: not a failure, and not an attempt. The job goes on where it stopped. */
export class Yielded extends Error {
  override readonly name = 'Yielded'

  constructor() {
    super('The job gave way to those of others and goes on after them.')
  }
}
