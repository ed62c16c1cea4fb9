import { similarityOf, wordsOf } from './name-similarity.js'
import type {
  IntegratorAccount,
  IntegratorConfiguration,
  IntegratorTaxRate,
} from './integrator-configuration.js'
import type { MapAssignment, MapKind } from './map-rule.js'
import type { PlatformConfiguration } from './platform-configuration.js'
import {
  type AccountSource,
  accountSourceOf,
  percentOf,
  rateOf,
  type TaxSource,
  taxSourceOf,
} from './suggestion-source.js'
import { type OccurringSource, validateMaps, whyUnusable } from './validate.js'

/** A map rule that the owner may want. */
export interface Suggestion {
  readonly kind: MapKind
  readonly sourceId: string
  readonly integrationId: string
  /** Above 0, at most 1: how well the two fit. It compares suggestions and is no probability. */
  readonly score: number
  /** What speaks for it, for the owner to read. */
  readonly reason: string
}

interface Fit {
  readonly score: number
  readonly reason: string
}

/**
 * The best target for each source that needs a rule and has no sound one, in the order in which they need one; nothing
 * for a source that no target fits. It only ever suggests what exists, is active and serves the purpose:
 * - for taxes a rate that is equal (for a set, to the sum of its simple rates), or of a like name where the integrator
 *   tells no rate; never a rate that differs;
 * - for money received in advance (gift cards, account credit) liability accounts only;
 * - for everything else an account of a like name, the better if its type fits too.
 */
export function suggestMaps(
  platform: PlatformConfiguration,
  integrator: IntegratorConfiguration,
  occurring: readonly OccurringSource[],
  existingRules: readonly MapAssignment[],
): Suggestion[] {
  const sound = existingRules.filter((rule) => whyUnusable(rule, integrator) === undefined)
  return validateMaps(sound, platform, integrator, occurring).missing.flatMap(({ kind, sourceId }) => {
    const fits =
      kind === 'taxRate'
        ? fitsAmong(integrator.taxRates, fitOfRate(taxSourceOf(sourceId, platform)))
        : fitsAmong(integrator.accounts, fitOfAccount(accountSourceOf(kind, sourceId, platform)))
    const best = fits
      .filter(({ integrationId }) => whyUnusable({ kind, integrationId }, integrator) === undefined)
      .reduce<(typeof fits)[number] | undefined>(
        (first, next) => (isBetter(next, first) ? next : first),
        undefined,
      )
    return best === undefined ? [] : [{ kind, sourceId, ...best }]
  })
}

function fitsAmong<Target extends { readonly id: string }>(
  targets: readonly Target[],
  fitOf: (target: Target) => Fit | undefined,
): (Fit & Pick<Suggestion, 'integrationId'>)[] {
  return targets.flatMap((target) => {
    const fit = fitOf(target)
    return fit === undefined ? [] : [{ integrationId: target.id, ...fit }]
  })
}

/** Equal scores are decided by id, so that the order in which the integrator lists things does not matter. */
function isBetter(
  next: Pick<Suggestion, 'score' | 'integrationId'>,
  than: Pick<Suggestion, 'score' | 'integrationId'> | undefined,
): boolean {
  if (than === undefined || next.score > than.score) return true
  return next.score === than.score && next.integrationId < than.integrationId
}

function fitOfRate(source: TaxSource) {
  return (target: IntegratorTaxRate): Fit | undefined => {
    const { score, shared } = similarityOf(source.words, wordsOf(target.name))
    const rate = target.rate === null ? undefined : rateOf(target.rate)
    if (rate !== undefined && source.rate !== undefined) {
      if (rate !== source.rate) return undefined
      return fitBy(0.6 + 0.4 * score, [`the same rate of ${percentOf(rate)}`, ...namesShare(shared)])
    }
    return score === 0
      ? undefined
      : fitBy(0.5 * score, [...namesShare(shared), 'the rates cannot be compared'])
  }
}

function fitOfAccount(source: AccountSource) {
  return (target: IntegratorAccount): Fit | undefined => {
    const { score, shared } = similarityOf(source.words, wordsOf(target.name))
    if (source.isReceivedInAdvance) {
      if (!/liab/i.test(target.type)) return undefined
      return fitBy(0.5 + 0.5 * score, [
        'a liability account, as the money was received in advance',
        ...namesShare(shared),
      ])
    }
    if (score === 0) return undefined
    return source.usualType.test(target.type)
      ? fitBy(0.2 + 0.8 * score, [...namesShare(shared), `an account of the type ${target.type}`])
      : fitBy(0.8 * score, namesShare(shared))
  }
}

function fitBy(score: number, reasons: readonly string[]): Fit {
  return { score: Math.max(0.01, Math.round(score * 100) / 100), reason: reasons.join('; ') }
}

function namesShare(words: readonly string[]): string[] {
  return words.length === 0 ? [] : [`both names have ${words.map((word) => `"${word}"`).join(', ')}`]
}
