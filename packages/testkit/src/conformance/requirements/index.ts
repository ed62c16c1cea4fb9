import type { ConformanceRequirement } from '../conformance-requirement.js'
import { describing } from './describe.js'
import { finding } from './find.js'
import { inspecting } from './inspect.js'
import { linking } from './link.js'
import { losing } from './lose.js'
import { preparing } from './prepare.js'
import { readingBack } from './read-back.js'
import { refusing } from './refuse.js'
import { rendering } from './render.js'
import { sending } from './send.js'

/** All that adapters are held to, in the order in which an author would meet it. */
export const conformanceRequirements: readonly ConformanceRequirement[] = [
  ...describing,
  ...inspecting,
  ...rendering,
  ...preparing,
  ...sending,
  ...losing,
  ...refusing,
  ...finding,
  ...readingBack,
  ...linking,
]
