import { z } from 'zod'

const memberProblem = z
  .object({
    member: z.string().meta({ description: 'Where in the body.', examples: ['Maps[0].MapType'] }),
    problem: z.string().meta({ description: 'What is wrong there.' }),
  })
  .meta({ id: 'MemberProblem', description: 'What is wrong with one member of what was sent.' })

/** Problem details of RFC 9457. */
export const problemSchema = z
  .object({
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: 'Stable; `docs/errors` has a page for each.' }),
    detail: z.string().meta({ description: 'What happened and what to do next.' }),
    errors: z.array(memberProblem).optional(),
    reasons: z.array(z.string()).optional().meta({ description: 'What stands in the way.' }),
  })
  .meta({ id: 'Problem', description: 'Problem details of RFC 9457.' })

/** The Error element of ASP.NET Web API. JSON Schema can only say what it would be in JSON. */
export const xmlErrorSchema = z
  .object({
    Message: z.string(),
    Code: z.string(),
    Errors: z.array(z.object({ Member: z.string(), Message: z.string() })).optional(),
    Reasons: z.array(z.string()).optional(),
  })
  .meta({
    id: 'Error',
    description: 'The same as a Problem, in XML and in no namespace.',
    xml: { name: 'Error' },
  })

/** OData JSON Format 4.0, section 19. */
export const odataErrorSchema = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      target: z.string().optional().meta({ description: 'The part of the request that it lies in.' }),
      details: z
        .array(z.object({ code: z.string(), message: z.string(), target: z.string().optional() }))
        .optional(),
    }),
  })
  .meta({ id: 'ODataError', description: 'An error as OData tells it.' })
