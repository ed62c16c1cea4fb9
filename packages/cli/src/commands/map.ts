import type { Command } from 'commander'
import { type IntegrationAccess, openIntegration } from '../access/open-access.js'
import { type IntegrationOptions, withIntegration } from '../access/options.js'
import { conclude } from '../output/conclude.js'
import type { Result } from '../output/result.js'
import { statusName } from '../output/words.js'
import type { Surroundings } from '../surroundings.js'
import { exportMaps, importMaps } from './map-file.js'
import { reviewResult } from './map-show.js'
import { type SuggestOptions, suggestMaps } from './map-suggest.js'
import { saveIfComplete } from './save-if-complete.js'
import { mapTypeOf } from './map-types.js'

/** `map show`, `suggest`, `set`, `export` and `import`. */
export function addMap(program: Command, surroundings: Surroundings): void {
  const { signal } = surroundings
  const map = program.command('map').description('says what at the platform is what in the ledger')
  const withBooks = (options: IntegrationOptions, work: (access: IntegrationAccess) => Promise<Result>) =>
    conclude(surroundings, options, async () => work(await openIntegration(surroundings, options)))

  withIntegration(map.command('show'))
    .description('what is mapped, what is not, and how much money hangs on it')
    .option('--open', 'only what is left to map, or broken')
    .action((options: IntegrationOptions & { readonly open?: boolean }) =>
      withBooks(options, async ({ integration }) =>
        reviewResult(await integration.mappingReview({ signal }), { onlyOpen: options.open ?? false }),
      ),
    )
  withIntegration(map.command('suggest'))
    .description('what would fit, and why; --accept maps it so')
    .option('--accept', 'map everything as suggested')
    .option('--min-score <score>', 'only suggestions with at least this score, from 0 to 1', '0')
    .action((options: IntegrationOptions & SuggestOptions) =>
      withBooks(options, (access) => suggestMaps(access, options, signal)),
    )
  withIntegration(map.command('set'))
    .description('maps one thing')
    .argument('<kind>', 'tax, category or payment')
    .argument('<id>', 'the platform’s id, as `map show` has it')
    .argument('<target>', 'the ledger’s id of the account or tax')
    .option('--location <id>', 'only there')
    .action(
      (
        kind: string,
        id: string,
        target: string,
        options: IntegrationOptions & { readonly location?: string },
      ) =>
        withBooks(options, (access) =>
          setMap(access, { kind, id, target, location: options.location }, signal),
        ),
    )
  withIntegration(map.command('export'))
    .description('writes maps and preferences as JSON, for version control')
    .argument('[file]', 'where to; the standard output by default')
    .action((file: string | undefined, options: IntegrationOptions) =>
      withBooks(options, (access) => exportMaps(access, file, signal)),
    )
  withIntegration(map.command('import'))
    .description('saves what an exported file says; what it does not name stays')
    .argument('<file>', 'what export wrote')
    .option('--dry-run', 'only show what would change')
    .action((file: string, options: IntegrationOptions & { readonly dryRun?: boolean }) =>
      withBooks(options, (access) => importMaps(access, file, options.dryRun ?? false, signal)),
    )
}

async function setMap(
  { integration }: IntegrationAccess,
  {
    kind,
    id,
    target,
    location,
  }: {
    readonly kind: string
    readonly id: string
    readonly target: string
    readonly location: string | undefined
  },
  signal: AbortSignal,
): Promise<Result> {
  const MapType = mapTypeOf(kind)
  const item = {
    MindbodyId: id,
    IntegrationId: target,
    ...(location === undefined ? {} : { LocationId: location }),
  }
  const mapped = await integration.map([{ MapType, MapItems: [item] }], { signal })
  const { Status, MissingMaps = [] } = await saveIfComplete(integration, mapped, signal)
  const { Items } = await integration.mappingReview({ signal })
  const problem = Items.find(
    ({ MindbodyId, IntegrationId, LocationId }) =>
      MindbodyId === id && IntegrationId === target && LocationId === location,
  )?.Problem
  return {
    json: { MapType, ...item, Problem: problem ?? null, Missing: MissingMaps.length, Status },
    lines: [
      `${kind} ${id}${location === undefined ? '' : ` at ${location}`} → ${target}`,
      ...(problem == null ? [] : [`! ${problem}`]),
      `The integration is ${statusName(Status)}; ${MissingMaps.length} left to map.`,
    ],
    isWell: problem == null,
    next:
      MissingMaps.length > 0 || problem != null ? 'ledgerpost map show --open' : 'ledgerpost sync --watch',
  }
}
