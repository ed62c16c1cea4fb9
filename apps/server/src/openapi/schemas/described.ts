import { z } from 'zod'
import type { Contract } from '../../wire/contract.js'

/**
 * Describes the JSON of what XML has a contract of: exactly its members, so that neither can be forgotten.
 * @param id the name of the component
 */
export function described<Member extends string, Shape extends Readonly<Record<Member, z.ZodType>>>(
  id: string,
  description: string,
  contract: Contract<Member>,
  shape: Shape & Readonly<Record<Exclude<keyof Shape, Member>, never>>,
): z.ZodObject<Shape> {
  return z.object<Shape>(shape).meta({ id, description, contract })
}
