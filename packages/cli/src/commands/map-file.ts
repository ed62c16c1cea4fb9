import { writeFile } from 'node:fs/promises'
import type { AccountingIntegration, SavedIntegrationInput } from '@ledgerpost/client'
import { z } from 'zod'
import type { IntegrationAccess } from '../access/open-access.js'
import { CommandError } from '../command-error.js'
import { exitCodes } from '../exit-codes.js'
import type { Result } from '../output/result.js'
import { counted, statusName } from '../output/words.js'
import { type MapTypeName, mapTypes } from './map-types.js'
import { readJsonFile } from './read-json-file.js'

const mapItem = z.strictObject({
  MindbodyId: z.string(),
  IntegrationId: z.string(),
  LocationId: z.string().exactOptional(),
})
const names = z.enum(mapTypes.map(({ name }) => name))

/** Maps and preferences as a file: the members of an AccountingIntegration that Save reads, sorted, and nothing of a moment. */
const mapFile = z.strictObject({
  Maps: z.array(z.strictObject({ MapType: names, MapItems: z.array(mapItem) })),
  SynchronizationPreferences: z.record(z.string(), z.unknown()).exactOptional(),
})

type MapFile = z.output<typeof mapFile>

function fileOf({ Maps, SynchronizationPreferences }: AccountingIntegration): MapFile {
  return {
    Maps: mapTypes.map(({ name }, code) => ({
      MapType: name,
      MapItems: Maps.filter(({ MapType }) => MapType === code)
        .flatMap(({ MapItems }) => MapItems)
        .map(({ MindbodyId, IntegrationId, LocationId }) => ({
          MindbodyId,
          IntegrationId,
          ...(LocationId === undefined ? {} : { LocationId }),
        }))
        .toSorted((left, right) => (placeOf(left) < placeOf(right) ? -1 : 1)),
    })),
    ...(SynchronizationPreferences === null
      ? {}
      : { SynchronizationPreferences: { ...SynchronizationPreferences } }),
  }
}

const placeOf = ({ MindbodyId, LocationId }: z.output<typeof mapItem>) =>
  JSON.stringify([MindbodyId, LocationId ?? ''])

/** Writes the maps and preferences; without a file, to the standard output. */
export async function exportMaps(
  { integration }: IntegrationAccess,
  file: string | undefined,
  signal: AbortSignal,
): Promise<Result> {
  const content = fileOf(await integration.initialize({ signal }))
  const text = JSON.stringify(content, null, 2)
  if (file === undefined) return { json: content, lines: [text] }
  await writeFile(file, `${text}\n`)
  const count = content.Maps.reduce((sum, { MapItems }) => sum + MapItems.length, 0)
  return {
    json: { File: file, MapItems: count },
    lines: [`${counted(count, 'map item')} written to ${file}.`],
  }
}

interface Change {
  readonly MapType: MapTypeName
  readonly MindbodyId: string
  readonly LocationId: string | null
  readonly From: string | null
  readonly To: string
}

/** Saves what a file says; what it does not name stays. */
export async function importMaps(
  { integration }: IntegrationAccess,
  file: string,
  isDryRun: boolean,
  signal: AbortSignal,
): Promise<Result> {
  const wanted = await readMapFile(file)
  const before = fileOf(await integration.initialize({ signal }))
  const changes = changesOf(before, wanted)
  if (isDryRun) {
    return {
      json: { Changes: changes, Saved: false },
      lines: [
        ...changes.map(lineOf),
        `${counted(changes.length, 'change')} would be made; nothing was saved.`,
      ],
    }
  }
  const input: SavedIntegrationInput = wanted
  const saved = await integration.save(input, { signal })
  const refused = changesOf(fileOf(saved), wanted)
  const missing = saved.MissingMaps?.length ?? 0
  return {
    json: { Changes: changes, Refused: refused, Missing: saved.MissingMaps ?? [], Status: saved.Status },
    lines: [
      ...changes.filter((change) => !refused.some((each) => isSamePlace(each, change))).map(lineOf),
      ...refused.map(
        ({ MindbodyId, To }) =>
          `! ${MindbodyId} was not saved: nothing at the ledger by the id '${To}' serves.`,
      ),
      `${counted(changes.length - refused.length, 'change')} saved; the integration is ${statusName(saved.Status)}${missing === 0 ? '' : `, ${missing} left to map`}.`,
    ],
    isWell: refused.length === 0 && missing === 0,
    next: refused.length > 0 || missing > 0 ? 'ledgerpost map show --open' : 'ledgerpost sync --watch',
  }
}

/** @throws CommandError that says what is wrong with the file */
async function readMapFile(file: string): Promise<MapFile> {
  const reading = mapFile.safeParse(await readJsonFile(file))
  if (reading.success) return reading.data
  const [issue] = reading.error.issues
  throw new CommandError(
    exitCodes.refused,
    `${file} is no file of maps: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}. An export shows what one looks like.`,
    'ledgerpost map export',
  )
}

function changesOf(before: MapFile, wanted: MapFile): Change[] {
  return wanted.Maps.flatMap(({ MapType, MapItems }) => {
    const known = before.Maps.find((map) => map.MapType === MapType)?.MapItems ?? []
    return MapItems.flatMap((item): Change[] => {
      const { MindbodyId, LocationId = null, IntegrationId: To } = item
      const From = known.find((each) => placeOf(each) === placeOf(item))?.IntegrationId ?? null
      return From === To ? [] : [{ MapType, MindbodyId, LocationId, From, To }]
    })
  })
}

function isSamePlace(left: Change, right: Change): boolean {
  return (
    left.MapType === right.MapType &&
    left.MindbodyId === right.MindbodyId &&
    left.LocationId === right.LocationId
  )
}

function lineOf({ MapType, MindbodyId, LocationId, From, To }: Change): string {
  const word = mapTypes.find(({ name }) => name === MapType)?.word ?? MapType
  const place = LocationId === null ? '' : ` at ${LocationId}`
  return `${From === null ? '+' : '~'} ${word} ${MindbodyId}${place}: ${From === null ? '' : `${From} → `}${To}`
}
