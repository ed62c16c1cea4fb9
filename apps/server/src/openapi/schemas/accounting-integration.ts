import { z } from 'zod'
import {
  accountingIntegrationContract,
  missingMapContract,
} from '../../wire/contracts/accounting-integration.js'
import {
  accountingMapContract,
  accountingMapItemContract,
  modifiedByContract,
} from '../../wire/contracts/accounting-map.js'
import {
  accountContract,
  integrationConfigurationContract,
  integratorTaxRateContract,
  organisationContract,
  taxComponentContract,
  trackingCategoryContract,
  trackingOptionContract,
} from '../../wire/contracts/integration-configuration.js'
import { linkAnswerContract } from '../../wire/contracts/link-answer.js'
import {
  lockedPeriodEnumeration,
  synchronizationPreferencesContract,
} from '../../wire/contracts/synchronization-preferences.js'
import {
  integrationStatusEnumeration,
  mapTypeEnumeration,
  unavailableReasonEnumeration,
} from '../../wire/enumerations.js'
import { accountingConfigurationSchema } from './accounting-configuration.js'
import { described } from './described.js'
import { byCode, byName, count, date, decimal, flag, integrationTypeByCode, moment, text } from './scalars.js'

const modifiedBy = described('ModifiedBy', 'Who changed it last.', modifiedByContract, {
  UserName: text,
  UserId: text,
})

const accountingMapItem = described(
  'AccountingMapItem',
  'One thing of the platform, and what it is in the ledger.',
  accountingMapItemContract,
  {
    MindbodyId: text.meta({
      description: 'The id of the platform’s tax rate, revenue category or payment method.',
    }),
    IntegrationId: text.meta({ description: 'The id of the account or tax of the ledger.' }),
    ModifiedBy: modifiedBy,
    LastModifiedTime: moment,
    ErrorFlag: flag.meta({
      description: 'Whether what it is mapped to is gone or can no longer be used so.',
    }),
    LocationId: text.meta({ description: 'Where it is mapped so, if not everywhere.' }).optional(),
  },
)

const accountingMap = described('AccountingMap', 'The map items of one kind.', accountingMapContract, {
  MapType: byCode(mapTypeEnumeration),
  MapItems: z.array(accountingMapItem),
})

const preferences = described(
  'SynchronizationPreferences',
  'How orders become documents. Members that stand at their default are left out, but for the first.',
  synchronizationPreferencesContract,
  {
    SummarizeData: flag.meta({
      description: 'One packet for each business day and payment method instead of one for each order.',
    }),
    ByLocation: flag.meta({ description: 'Summaries are apart by location.' }).optional(),
    StartDate: date.meta({ description: 'Orders of earlier business days are left out.' }).optional(),
    LockedPeriod: byName(lockedPeriodEnumeration)
      .meta({ description: 'What becomes of packets in a period that the ledger has locked.' })
      .optional(),
    RoundingTolerance: count.meta({ description: 'In minor units.' }).optional(),
    SyncTime: text
      .meta({
        description:
          'When a sync begins every day, by the subscriber’s clocks and up to ten minutes later; none begins by itself without it.',
        examples: ['04:30'],
      })
      .optional(),
  },
)

const account = described('Account', 'An account of the ledger.', accountContract, {
  Id: text,
  Code: text.nullable(),
  Name: text,
  Type: text,
  IsActive: flag,
  TakesRevenue: flag,
  TakesPayments: flag,
})

const taxComponent = described('TaxComponent', 'What a tax rate is made of.', taxComponentContract, {
  Name: text,
  Rate: decimal.meta({ description: 'Per cent: 8 is 8 percent.' }),
  IsCompound: flag,
})

const integratorTaxRate = described('IntegratorTaxRate', 'A tax of the ledger.', integratorTaxRateContract, {
  Id: text,
  Name: text,
  Rate: decimal.nullable().meta({ description: 'A fraction: 0.08 is 8 percent.' }),
  IsActive: flag,
  AppliesToRevenue: flag,
  ReportTaxType: text.nullish(),
  TaxComponents: z.array(taxComponent).optional(),
})

const trackingOption = described(
  'TrackingOption',
  'A value of a tracking category.',
  trackingOptionContract,
  {
    Id: text,
    Name: text,
    IsActive: flag,
  },
)

const trackingCategory = described(
  'TrackingCategory',
  'By what Xero’s reports can be split.',
  trackingCategoryContract,
  {
    Id: text,
    Name: text,
    IsActive: flag,
    Options: z.array(trackingOption),
  },
)

const organisation = described('Organisation', 'Whose books they are.', organisationContract, {
  Name: text,
  Currency: text.nullable().meta({ description: 'ISO 4217.', examples: ['USD'] }),
  Country: text.nullable(),
  TimeZone: text.nullable(),
  LockedThrough: date.nullable().meta({ description: 'The last day that the ledger has locked.' }),
})

const integrationConfiguration = described(
  'IntegrationConfiguration',
  'What the ledger has, as it was read at the last inspection; only the first two members until there was one.',
  integrationConfigurationContract,
  {
    IntegrationType: integrationTypeByCode,
    InspectionTimes: z.array(moment).meta({ description: 'Ascending; the last ten.' }),
    Accounts: z.array(account).optional(),
    TaxRates: z.array(integratorTaxRate).optional(),
    TrackingCategories: z.array(trackingCategory).optional(),
    Organisation: organisation.optional(),
  },
)

const missingMap = described('MissingMap', 'Something that is not mapped yet.', missingMapContract, {
  MapType: byCode(mapTypeEnumeration),
  MindbodyId: text,
  LocationId: text.optional(),
})

export const accountingIntegrationSchema = described(
  'AccountingIntegration',
  'A subscriber’s books with one integrator: where they stand, and what is mapped to what.',
  accountingIntegrationContract,
  {
    Id: text,
    Status: byCode(integrationStatusEnumeration),
    SubscriberId: text,
    Maps: z.array(accountingMap).meta({ description: 'One of each type, whether it has items or not.' }),
    SynchronizationPreferences: preferences.nullable(),
    MindbodyConfiguration: accountingConfigurationSchema,
    IntegrationConfiguration: integrationConfiguration,
    UnavailableReasons: z.array(byCode(unavailableReasonEnumeration)),
    LastModifiedTime: moment,
    MissingMaps: z
      .array(missingMap)
      .meta({
        description: 'What has to be mapped before the integration can be Configured, if there is something.',
      })
      .optional(),
  },
)

export const linkAnswerSchema = described(
  'LinkAnswer',
  'Where the browser is to go, or the integration if it is linked already; the other one is null.',
  linkAnswerContract,
  {
    AuthorisationUrl: text.nullable(),
    AccountingIntegration: accountingIntegrationSchema.nullable(),
  },
)
