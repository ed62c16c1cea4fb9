import { documentKinds, type Manifest } from '@ledgerpost/core'
import type { ConformanceRequirement } from '../conformance-requirement.js'
import { must } from '../violation.js'

export const describing: readonly ConformanceRequirement[] = [
  {
    id: 'DESCRIBE-1',
    title: 'The manifest is of version v1, and each of its members says something that can be.',
    async verify(open) {
      const { adapter } = await open()
      const version: string = adapter.specVersion
      must(version === 'v1', `specVersion is ${version}, not v1`)
      const wrong = wrongIn(adapter.manifest)
      must(wrong.length === 0, wrong.join('; '))
    },
  },
  {
    id: 'DESCRIBE-2',
    title: 'A capability that is limited says in its note where it ends.',
    async verify(open) {
      const { capabilities } = (await open()).adapter.manifest
      for (const [name, capability] of Object.entries(capabilities)) {
        const isSilent = capability.level === 'limited' && (capability.note ?? '').trim() === ''
        must(!isSilent, `${name} is limited and has no note`)
      }
    },
  },
  {
    id: 'DESCRIBE-3',
    title: 'The settings schema takes the settings that link, and refuses others with a message for each.',
    async verify(open) {
      const { adapter, scene } = await open()
      const schema = adapter.settings['~standard']
      must(schema.version === 1, 'the settings are no Standard Schema of version 1')
      const good = await schema.validate(scene.settings)
      must(good.issues === undefined, () => `it refuses what links: ${JSON.stringify(good.issues)}`)
      for (const garbage of [null, 7, 'text', ['list']]) {
        const bad = await schema.validate(garbage)
        must(bad.issues !== undefined && bad.issues.length > 0, `it takes ${JSON.stringify(garbage)}`)
        must(
          bad.issues.every(({ message }) => message.trim() !== ''),
          `it refuses ${JSON.stringify(garbage)} without a message`,
        )
      }
    },
  },
]

function wrongIn(manifest: Manifest): readonly string[] {
  const { type, code, title, batch, reference, settlingTime, idempotency, documentKinds: kinds } = manifest
  const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 1
  const problems: readonly (readonly [boolean, string])[] = [
    [/^[A-Za-z][A-Za-z0-9]*$/.test(type), `type is '${type}', not letters and digits`],
    [code === null || Number.isSafeInteger(code), `code is ${String(code)}, not a whole number or null`],
    [title.trim() !== '', 'title is empty'],
    [
      kinds.length > 0 && kinds.every((kind) => documentKinds.includes(kind)),
      'documentKinds has other kinds',
    ],
    [isCount(batch.maximumCount), 'batch.maximumCount is not at least 1'],
    [isCount(batch.maximumBytes), 'batch.maximumBytes is not at least 1'],
    [
      isCount(reference.maximumLength) && reference.maximumLength >= 12,
      'reference.maximumLength is below 12',
    ],
    [Number.isFinite(settlingTime) && settlingTime >= 0, 'settlingTime is not a number of milliseconds'],
    [
      idempotency.lifetime === null || idempotency.lifetime > 0,
      'idempotency.lifetime is neither null nor above zero',
    ],
    ...(manifest.callLimits ?? []).map(
      ({ count, span, burst }) =>
        [
          isCount(count) && isCount(span) && isCount(burst) && burst < count,
          'callLimits has one that is not 1 <= burst < count within a span',
        ] as const,
    ),
  ]
  return problems.flatMap(([isRight, problem]) => (isRight ? [] : [problem]))
}
