import type { AccountingIntegration, MappingReview } from '@ledgerpost/client'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useIsOwner, useTexts } from '../../app/console-context.js'
import { useType } from '../../app/use-type.js'
import { FailureNotice } from '../../components/failure-notice.js'
import { Loaded } from '../../components/loaded.js'
import { Notice } from '../../components/notice.js'
import { PageHead } from '../../components/page-head.js'
import { SetupSteps } from '../../components/setup-steps.js'
import type { MapType } from '../../data/contract.js'
import { useIntegration, useReview } from '../../data/queries.js'
import { isLinked, statusName } from '../../words/status.js'
import { NotLinked } from '../not-linked.js'
import { CoverageCard } from './coverage-card.js'
import { isToDo, type MapFilter, mapTypes, shownItems, targetsOf } from './map-items.js'
import { MapList } from './map-list.js'
import { MapTabs } from './map-tabs.js'
import { MapTools } from './map-tools.js'
import { RefreshButton } from './refresh-button.js'
import { useMapEdits } from './use-map-edits.js'

export function MappingPage() {
  const type = useType()
  const { mapping } = useTexts()
  const integration = useIntegration(type)
  const review = useReview(
    type,
    integration.data !== undefined && isLinked(statusName(integration.data.Status)),
  )
  return (
    <Loaded query={integration} what={mapping.what}>
      {(found) =>
        isLinked(statusName(found.Status)) ? (
          <Loaded query={review} what={mapping.what}>
            {(reviewed) => <Mapping key={type} type={type} integration={found} review={reviewed} />}
          </Loaded>
        ) : (
          <NotLinked type={type} title={mapping.title} />
        )
      }
    </Loaded>
  )
}

interface MappingProps {
  readonly type: string
  readonly integration: AccountingIntegration
  readonly review: MappingReview
}

function Mapping({ type, integration, review }: MappingProps) {
  const { mapping } = useTexts()
  const isOwner = useIsOwner()
  const { Items } = review
  const { IntegrationConfiguration, Status } = integration
  const [shown, setShown] = useState<MapType>(() => mapTypes.find((each) => hasToDo(review, each)) ?? 1)
  const [filter, setFilter] = useState<MapFilter>('all')
  const [search, setSearch] = useState('')
  const { edits, error, choose, retry } = useMapEdits(type)
  const targets = useMemo(() => targetsOf(IntegrationConfiguration, shown), [IntegrationConfiguration, shown])
  const items = useMemo(() => shownItems(Items, shown, filter, search), [Items, shown, filter, search])
  const left = Items.filter(isToDo).length
  const broken = Items.filter(({ Problem }) => Problem !== null).length
  return (
    <>
      <SetupSteps type={type} />
      <PageHead
        title={mapping.title}
        intro={mapping.intro(IntegrationConfiguration.Organisation?.Name ?? type)}
      >
        {isOwner && <RefreshButton type={type} integration={integration} />}
      </PageHead>
      {error != null && <FailureNotice error={error} onRetry={retry} />}
      {broken > 0 && <Notice tone="bad" title={mapping.broken(broken)} />}
      <CoverageCard review={review} left={left} edits={[...edits.values()]}>
        {left === 0 && statusName(Status) !== 'Configured' && (
          <div className="lp-row">
            <Link className="lp-button" data-kind="main" to="/$type/start" params={{ type }}>
              {mapping.next}
            </Link>
            <span className="lp-small lp-quiet">{mapping.nextHint}</span>
          </div>
        )}
      </CoverageCard>
      <section className="lp-card" aria-label={mapping.lists[shown]}>
        <MapTabs items={Items} shown={shown} onChange={setShown} />
        <MapTools
          items={items}
          filter={filter}
          search={search}
          canChange={isOwner}
          onFilter={setFilter}
          onSearch={setSearch}
          onAccept={choose}
        />
        <MapList
          key={shown}
          type={shown}
          items={items}
          currency={review.Currency}
          targets={targets}
          edits={edits}
          canChange={isOwner}
          empty={search === '' ? mapping.emptyFilter[filter] : mapping.emptySearch(search)}
          onChoose={(item, integrationId) => choose([{ item, integrationId }])}
        />
      </section>
    </>
  )
}

function hasToDo({ Items }: MappingReview, type: MapType): boolean {
  return Items.some((item) => item.MapType === type && isToDo(item))
}
