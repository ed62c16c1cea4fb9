/* The types of the API, written by `npm run client:update` from the document of the server. */

export interface paths {
    readonly "/health/live": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Whether the process runs
         * @description Answers as long as the process can answer anything.
         */
        readonly get: operations["isLive"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health/ready": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Whether the server can serve
         * @description Its store answers, and it is not stopping.
         */
        readonly get: operations["isReady"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/odata/v4/Subscriber_{subscriberId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The resources that there are
         * @description The service document of OData.
         *
         *     For MINDBODY Owner, MINDBODY Admin, MINDBODY Automated System.
         */
        readonly get: operations["getServiceDocument"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/odata/v4/Subscriber_{subscriberId}/$metadata": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The resources described, for clients that generate code
         * @description CSDL 4.0, as XML.
         *
         *     For MINDBODY Owner, MINDBODY Admin, MINDBODY Automated System.
         */
        readonly get: operations["getMetadata"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/odata/v4/Subscriber_{subscriberId}/Configuration": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What the platform told there is to map
         * @description Query options beside these, and what they may hold, are in `docs/api/odata.md`.
         *
         *     For MINDBODY Owner, MINDBODY Automated System.
         */
        readonly get: operations["listConfiguration"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/odata/v4/Subscriber_{subscriberId}/Configuration('{configurationId}')": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What the platform told there is to map, by its key, the id of the subscriber
         * @description Query options beside these, and what they may hold, are in `docs/api/odata.md`.
         *
         *     For MINDBODY Owner, MINDBODY Automated System.
         */
        readonly get: operations["getAccountingConfiguration"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/odata/v4/Subscriber_{subscriberId}/Configuration('{configurationId}')/PaymentMethods": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * AccountingPaymentMethod, a page of those that are contained
         * @description Query options beside these, and what they may hold, are in `docs/api/odata.md`.
         *
         *     For MINDBODY Owner, MINDBODY Automated System.
         */
        readonly get: operations["listConfigurationPaymentMethods"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/odata/v4/Subscriber_{subscriberId}/Configuration('{configurationId}')/Products": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Product, a page of those that are contained
         * @description Query options beside these, and what they may hold, are in `docs/api/odata.md`.
         *
         *     For MINDBODY Owner, MINDBODY Automated System.
         */
        readonly get: operations["listConfigurationProducts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/odata/v4/Subscriber_{subscriberId}/Configuration('{configurationId}')/RevenueCategories": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * RevenueCategory, a page of those that are contained
         * @description Query options beside these, and what they may hold, are in `docs/api/odata.md`.
         *
         *     For MINDBODY Owner, MINDBODY Automated System.
         */
        readonly get: operations["listConfigurationRevenueCategories"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/odata/v4/Subscriber_{subscriberId}/Configuration('{configurationId}')/TaxRates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * TaxRate, a page of those that are contained
         * @description Query options beside these, and what they may hold, are in `docs/api/odata.md`.
         *
         *     For MINDBODY Owner, MINDBODY Automated System.
         */
        readonly get: operations["listConfigurationTaxRates"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/odata/v4/Subscriber_{subscriberId}/Orders": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The orders as they are now
         * @description `$expand=Purchaser,Items,Cost,Payments` answers what an order contains. Query options beside these, and what they may hold, are in `docs/api/odata.md`.
         *
         *     For MINDBODY Owner, MINDBODY Automated System.
         */
        readonly get: operations["listOrders"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/odata/v4/Subscriber_{subscriberId}/Orders('{orderId}')": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * One order
         * @description `$expand=Purchaser,Items,Cost,Payments` answers what an order contains. Query options beside these, and what they may hold, are in `docs/api/odata.md`.
         *
         *     For MINDBODY Owner, MINDBODY Automated System.
         */
        readonly get: operations["getOrder"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/odata/v4/Subscriber_{subscriberId}/Orders('{orderId}')/Items": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * OrderItem, a page of those that are contained
         * @description `$expand=Purchaser,Items,Cost,Payments` answers what an order contains. Query options beside these, and what they may hold, are in `docs/api/odata.md`.
         *
         *     For MINDBODY Owner, MINDBODY Automated System.
         */
        readonly get: operations["listOrdersItems"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/odata/v4/Subscriber_{subscriberId}/Orders('{orderId}')/Payments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Payment, a page of those that are contained
         * @description `$expand=Purchaser,Items,Cost,Payments` answers what an order contains. Query options beside these, and what they may hold, are in `docs/api/odata.md`.
         *
         *     For MINDBODY Owner, MINDBODY Automated System.
         */
        readonly get: operations["listOrdersPayments"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/odata/v4/Subscriber_{subscriberId}/SyncHistory": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The syncs, newest first
         * @description Always newest first: `$orderby` is ignored for the syncs themselves. Query options beside these, and what they may hold, are in `docs/api/odata.md`.
         *
         *     For MINDBODY Owner, MINDBODY Admin, MINDBODY Automated System.
         */
        readonly get: operations["listSyncHistory"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/odata/v4/Subscriber_{subscriberId}/SyncHistory('{recordId}')": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * One sync; ask for it every 5 seconds or slower until its Status is Success or Failed
         * @description Always newest first: `$orderby` is ignored for the syncs themselves. Query options beside these, and what they may hold, are in `docs/api/odata.md`.
         *
         *     For MINDBODY Owner, MINDBODY Admin, MINDBODY Automated System.
         */
        readonly get: operations["getSyncRecord"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/odata/v4/Subscriber_{subscriberId}/SyncHistory('{recordId}')/Exclusions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Exclusion, a page of those that are contained
         * @description Always newest first: `$orderby` is ignored for the syncs themselves. Query options beside these, and what they may hold, are in `docs/api/odata.md`.
         *
         *     For MINDBODY Owner, MINDBODY Admin, MINDBODY Automated System.
         */
        readonly get: operations["listSyncHistoryExclusions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/odata/v4/Subscriber_{subscriberId}/SyncHistory('{recordId}')/Packets": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * SyncPacket, a page of those that are contained
         * @description Always newest first: `$orderby` is ignored for the syncs themselves. Query options beside these, and what they may hold, are in `docs/api/odata.md`.
         *
         *     For MINDBODY Owner, MINDBODY Admin, MINDBODY Automated System.
         */
        readonly get: operations["listSyncHistoryPackets"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/odata/v4/Subscriber_{subscriberId}/SyncHistory('{recordId}')/States": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * SyncState, a page of those that are contained
         * @description Always newest first: `$orderby` is ignored for the syncs themselves. Query options beside these, and what they may hold, are in `docs/api/odata.md`.
         *
         *     For MINDBODY Owner, MINDBODY Admin, MINDBODY Automated System.
         */
        readonly get: operations["listSyncHistoryStates"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/Subscriber_{subscriberId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Tell about a subscriber
         * @description Must come first. What was told before is replaced as a whole.
         *
         *     For MINDBODY Automated System.
         */
        readonly put: operations["putSubscriber"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/Subscriber_{subscriberId}/AccountingIntegration": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Which ledgers can be linked
         * @description Every integrator that the server offers, linked or not. Asking changes nothing.
         *
         *     For MINDBODY Owner, MINDBODY Admin.
         */
        readonly get: operations["integrationTypes"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/Subscriber_{subscriberId}/AccountingIntegration/Type_{integrationType}/Callback": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Complete what Link began
         * @description Takes the query that the consent page sent the browser back with, together with the owner’s token. Each query counts once.
         *
         *     For MINDBODY Owner.
         */
        readonly get: operations["callback"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/Subscriber_{subscriberId}/AccountingIntegration/Type_{integrationType}/Days": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What was sold and what was posted, day by day
         * @description Sold is what the orders say now, the other amounts are those of the packets of the day by what became of them: once all are sent and no order has changed since, Posted is Sold. Days before the integration’s start have only those orders that were posted all the same. An order that does not balance is sold and not posted.
         *
         *     For MINDBODY Owner, MINDBODY Admin.
         */
        readonly get: operations["days"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/Subscriber_{subscriberId}/AccountingIntegration/Type_{integrationType}/Deactivate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Stop syncing
         * @description The integration is Inactive until it is linked again.
         *
         *     For MINDBODY Owner.
         */
        readonly post: operations["deactivate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/Subscriber_{subscriberId}/AccountingIntegration/Type_{integrationType}/Initialize": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Where the integration stands
         * @description Safe in every state and repeatable. A linked integration is validated anew: map items whose account or tax is gone get their `ErrorFlag`, and a Configured integration goes to Error.
         *
         *     For MINDBODY Owner, MINDBODY Admin, MINDBODY Automated System.
         */
        readonly get: operations["initialize"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/Subscriber_{subscriberId}/AccountingIntegration/Type_{integrationType}/Link": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Link a ledger
         * @description Answers where the browser is to go for consent, or the integration, where the ledger needs none. Links again what is Inactive or in Error; maps are kept.
         *
         *     For MINDBODY Owner.
         */
        readonly post: operations["link"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/Subscriber_{subscriberId}/AccountingIntegration/Type_{integrationType}/Map": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Change single map items
         * @description Each item is set, or changed if the same thing of the platform is mapped already; all others stay. The status does not change.
         *
         *     For MINDBODY Owner.
         */
        readonly post: operations["map"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/Subscriber_{subscriberId}/AccountingIntegration/Type_{integrationType}/MappingReview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What to map, and how much money hangs on it
         * @description Everything that is active at the platform or occurs in its orders, with what it is mapped to, what is wrong with that, and what is suggested instead. Map items for anything else are there if they are broken. It is weighed with the money of the last 90 business days, or, where these have more than 10,000 orders, of as many of the latest days as have no more. Possible when Map is.
         *
         *     For MINDBODY Owner, MINDBODY Admin.
         */
        readonly get: operations["mappingReview"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/Subscriber_{subscriberId}/AccountingIntegration/Type_{integrationType}/Refresh": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Read the ledger’s accounts and taxes again
         * @description The work goes on after the answer. It is done when `InspectionTimes` of Initialize has an entry later than the request.
         *
         *     For MINDBODY Owner.
         */
        readonly post: operations["refresh"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/Subscriber_{subscriberId}/AccountingIntegration/Type_{integrationType}/Remove": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Forget the link
         * @description The grant is taken back and removed. Maps and history stay, so that linking the same books again posts nothing twice.
         *
         *     For MINDBODY Owner.
         */
        readonly delete: operations["remove"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/Subscriber_{subscriberId}/AccountingIntegration/Type_{integrationType}/Resync": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send again what was not accepted
         * @description Nothing is made anew: packets of that sync that are not Sent are sent again. Its record gets more states.
         *
         *     For MINDBODY Owner.
         */
        readonly post: operations["resync"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/Subscriber_{subscriberId}/AccountingIntegration/Type_{integrationType}/Save": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Save maps and preferences
         * @description Of an AccountingIntegration the maps and preferences are read. What validates is saved, the rest is not. Once everything that occurs is mapped the integration is Configured, and Sync can begin.
         *
         *     For MINDBODY Owner.
         */
        readonly post: operations["save"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/Subscriber_{subscriberId}/AccountingIntegration/Type_{integrationType}/SaveXeroTaxRate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Create a tax rate in Xero
         * @description Creates it, then reads the ledger again: done when Initialize shows an InspectionTimes entry later than the request. Rates are per cent. For Type_Xero alone.
         *
         *     For MINDBODY Owner.
         */
        readonly post: operations["saveXeroTaxRate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/Subscriber_{subscriberId}/AccountingIntegration/Type_{integrationType}/Sync": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Carry the orders into the ledger
         * @description Needs a Configured integration. While a sync is queued or under way, a second call answers that same one.
         *
         *     For MINDBODY Owner.
         */
        readonly post: operations["sync"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/Subscriber_{subscriberId}/Configuration": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Tell what the platform has that can be mapped
         * @description What was told before is replaced as a whole. At most 16 MB.
         *
         *     For MINDBODY Automated System.
         */
        readonly put: operations["putConfiguration"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/Subscriber_{subscriberId}/Orders": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Feed orders
         * @description Orders are read one by one as they stream in, as many as you like, plain or with `Content-Encoding: gzip`. A bad order never stops the rest. Feeding the same again is harmless; of two revisions the one with the later LastModifiedTime counts. With `Accept: application/x-ndjson` the answer is a receipt for each order, streamed while orders still come.
         *
         *     For MINDBODY Automated System.
         */
        readonly post: operations["feedOrders"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An account of the ledger. */
        readonly Account: {
            readonly Code: string | null;
            readonly Id: string;
            readonly IsActive: boolean;
            readonly Name: string;
            readonly TakesPayments: boolean;
            readonly TakesRevenue: boolean;
            readonly Type: string;
        };
        /** @description What the platform has that can be mapped. Its Id is the subscriber’s. */
        readonly AccountingConfiguration: {
            readonly Id: string;
            readonly PaymentMethods: readonly components["schemas"]["AccountingPaymentMethod"][];
            readonly Products: readonly components["schemas"]["Product"][];
            readonly RevenueCategories: readonly components["schemas"]["RevenueCategory"][];
            readonly TaxRates: readonly components["schemas"]["TaxRate"][];
        };
        readonly AccountingConfigurationInput: {
            readonly Id?: components["schemas"]["Identifier"] | null;
            readonly PaymentMethods: readonly components["schemas"]["AccountingPaymentMethodInput"][];
            readonly Products?: readonly components["schemas"]["ProductInput"][] | null;
            readonly RevenueCategories: readonly components["schemas"]["RevenueCategoryInput"][];
            readonly TaxRates: readonly components["schemas"]["TaxRateInput"][];
        };
        /** @description A subscriber’s books with one integrator: where they stand, and what is mapped to what. */
        readonly AccountingIntegration: {
            readonly Id: string;
            readonly IntegrationConfiguration: components["schemas"]["IntegrationConfiguration"];
            /**
             * Format: date-time
             * @description A moment in UTC.
             * @example 2016-01-01T10:30:00.000+00:00
             */
            readonly LastModifiedTime: string;
            /** @description One of each type, whether it has items or not. */
            readonly Maps: readonly components["schemas"]["AccountingMap"][];
            readonly MindbodyConfiguration: components["schemas"]["AccountingConfiguration"];
            /** @description What has to be mapped before the integration can be Configured, if there is something. */
            readonly MissingMaps?: readonly components["schemas"]["MissingMap"][];
            /**
             * @description 0 Unavailable, 1 Available, 2 Initialized, 3 Configured, 4 Inactive, 5 Error. In XML it is the name.
             * @enum {integer}
             */
            readonly Status: 0 | 1 | 2 | 3 | 4 | 5;
            readonly SubscriberId: string;
            readonly SynchronizationPreferences: components["schemas"]["SynchronizationPreferences"] | null;
            readonly UnavailableReasons: readonly (0 | 1)[];
        };
        /** @description The map items of one kind. */
        readonly AccountingMap: {
            readonly MapItems: readonly components["schemas"]["AccountingMapItem"][];
            /**
             * @description 0 TaxRateMap, 1 RevenueCategoryMap, 2 PaymentMethodMap. In XML it is the name.
             * @enum {integer}
             */
            readonly MapType: 0 | 1 | 2;
        };
        readonly AccountingMapInput: {
            readonly MapItems: readonly components["schemas"]["AccountingMapInputItem"][];
            /** @description 0 TaxRateMap, 1 RevenueCategoryMap, 2 PaymentMethodMap. Names in any case, and numbers as text, are taken too. */
            readonly MapType: (0 | 1 | 2) | string;
        };
        readonly AccountingMapInputItem: {
            readonly IntegrationId: components["schemas"]["Identifier"];
            readonly LocationId?: components["schemas"]["Identifier"] | null;
            readonly MindbodyId: components["schemas"]["Identifier"];
        };
        /** @description One thing of the platform, and what it is in the ledger. */
        readonly AccountingMapItem: {
            /** @description Whether what it is mapped to is gone or can no longer be used so. */
            readonly ErrorFlag: boolean;
            /** @description The id of the account or tax of the ledger. */
            readonly IntegrationId: string;
            /**
             * Format: date-time
             * @description A moment in UTC.
             * @example 2016-01-01T10:30:00.000+00:00
             */
            readonly LastModifiedTime: string;
            /** @description Where it is mapped so, if not everywhere. */
            readonly LocationId?: string;
            /** @description The id of the platform’s tax rate, revenue category or payment method. */
            readonly MindbodyId: string;
            readonly ModifiedBy: components["schemas"]["ModifiedBy"];
        };
        /** @description How customers pay. */
        readonly AccountingPaymentMethod: {
            readonly Id: string;
            readonly LastModifiedTime: string | null;
            readonly Name: string;
            /** @enum {string} */
            readonly Status: "Active" | "Inactive";
            readonly Type: string | null;
        };
        readonly AccountingPaymentMethodInput: {
            readonly Id: components["schemas"]["Identifier"];
            readonly LastModifiedTime?: string | null;
            readonly Name: string;
            /** @description Active, Inactive. Names in any case. */
            readonly Status: string;
            readonly Type?: string | null;
        };
        /** @description How a business day stands. Amounts are signed, in major units. */
        readonly Day: {
            /**
             * Format: date
             * @example 2026-03-02
             */
            readonly Date: string;
            /** @example 10.8 */
            readonly Held: number;
            /** @example 10.8 */
            readonly InDoubt: number;
            /** @description Voided ones too. */
            readonly Orders: number;
            /**
             * @description What packets of the day carry that the ledger has accepted.
             * @example 10.8
             */
            readonly Posted: number;
            /** @example 10.8 */
            readonly Rejected: number;
            /**
             * @description What the orders of the day move now: sales less refunds, taxes included.
             * @example 10.8
             */
            readonly Sold: number;
            /**
             * @description AllSent: every packet of the day is sent, and Posted is Sold. Nothing: there are neither orders nor packets. SomethingHeld: anything else.
             * @enum {string}
             */
            readonly State: "AllSent" | "SomethingHeld" | "Nothing";
            /**
             * @description What is packed and yet to be sent.
             * @example 10.8
             */
            readonly Waiting: number;
        };
        /** @description What was sold and what was posted, day by day. */
        readonly Days: {
            /**
             * @description ISO 4217; money in others does not count.
             * @example USD
             */
            readonly Currency: string;
            /** @description One for each day that was asked for, ascending. */
            readonly Days: readonly components["schemas"]["Day"][];
        };
        /** @description A decimal. A number has at most 15 significant digits; send one with more as a string. The digits are kept as they came. */
        readonly DecimalInput: number | string;
        /** @description The same as a Problem, in XML and in no namespace. */
        readonly Error: {
            readonly Code: string;
            readonly Errors?: readonly {
                readonly Member: string;
                readonly Message: string;
            }[];
            readonly Message: string;
            readonly Reasons?: readonly string[];
        };
        /** @description Why the feed ended before its last order; the last line of all. */
        readonly FeedProblem: {
            readonly Problem: components["schemas"]["Problem"];
        };
        /** @description What became of the orders of a feed. */
        readonly FeedSummary: {
            readonly Accepted: number;
            /** @description Of the first thousand that were rejected. */
            readonly Errors: readonly {
                /** @description Null where the order cannot be read so far. */
                readonly OrderId: string | null;
                /** @description Of the order in the feed, from 1. */
                readonly Position: number;
                readonly Problems: readonly components["schemas"]["OrderProblem"][];
            }[];
            readonly Rejected: number;
            readonly Stale: number;
            readonly Unchanged: number;
        };
        /** @description An id: text, or a whole number that is taken as its digits. */
        readonly Identifier: string | number;
        /** @description What the ledger has, as it was read at the last inspection; only the first two members until there was one. */
        readonly IntegrationConfiguration: {
            readonly Accounts?: readonly components["schemas"]["Account"][];
            /** @description Ascending; the last ten. */
            readonly InspectionTimes: readonly string[];
            /**
             * @description Xero 0, QuickBooksOnline 1, PlainText 2, Tryton 3; an adapter that has no number is named. In XML it is the name.
             * @example 0
             */
            readonly IntegrationType: number | string;
            readonly Organisation?: components["schemas"]["Organisation"];
            readonly TaxRates?: readonly components["schemas"]["IntegratorTaxRate"][];
            readonly TrackingCategories?: readonly components["schemas"]["TrackingCategory"][];
        };
        /** @description Every integrator that the server offers. */
        readonly IntegrationTypes: {
            readonly Integrations: readonly components["schemas"]["OfferedIntegration"][];
        };
        /** @description A tax of the ledger. */
        readonly IntegratorTaxRate: {
            readonly AppliesToRevenue: boolean;
            readonly Id: string;
            readonly IsActive: boolean;
            readonly Name: string;
            /** @description A fraction: 0.08 is 8 percent. */
            readonly Rate: number | null;
            readonly ReportTaxType?: string | null;
            readonly TaxComponents?: readonly components["schemas"]["TaxComponent"][];
        };
        /** @description Where the browser is to go, or the integration if it is linked already; the other one is null. */
        readonly LinkAnswer: {
            readonly AccountingIntegration: components["schemas"]["AccountingIntegration"] | null;
            readonly AuthorisationUrl: string | null;
        };
        readonly LinkInput: {
            readonly RedirectUri?: string | null;
            readonly Settings?: {
                readonly [key: string]: unknown;
            } | null;
        };
        /** @description A location that differs from the subscriber. */
        readonly LocationInput: {
            readonly BusinessDayCutOff?: string | null;
            readonly Id: components["schemas"]["Identifier"];
            readonly TimeZone?: string | null;
        };
        /** @description How much of the money is mapped, refunds counted like sales. */
        readonly MappingCoverage: {
            /**
             * @description Money of which everything is mapped.
             * @example 10.8
             */
            readonly Mapped: number;
            /** @example 10.8 */
            readonly Total: number;
        };
        /** @description What is mapped and what is not, and how much money hangs on it. */
        readonly MappingReview: {
            readonly Coverage: components["schemas"]["MappingCoverage"];
            /**
             * @description ISO 4217; money in others does not count.
             * @example USD
             */
            readonly Currency: string;
            readonly Items: readonly components["schemas"]["ReviewedMapItem"][];
            /**
             * Format: date
             * @description The first business day whose orders count.
             * @example 2026-03-02
             */
            readonly Since: string;
        };
        /** @description What the owner may want to map it to. */
        readonly MappingSuggestion: {
            readonly IntegrationId: string;
            /** @description What speaks for it, in words. */
            readonly Reason: string;
            /**
             * @description Above 0, at most 1. It compares suggestions and is no probability.
             * @example 10.8
             */
            readonly Score: number;
        };
        /** @description What is wrong with one member of what was sent. */
        readonly MemberProblem: {
            /**
             * @description Where in the body.
             * @example Maps[0].MapType
             */
            readonly member: string;
            /** @description What is wrong there. */
            readonly problem: string;
        };
        /** @description Something that is not mapped yet. */
        readonly MissingMap: {
            readonly LocationId?: string;
            /**
             * @description 0 TaxRateMap, 1 RevenueCategoryMap, 2 PaymentMethodMap. In XML it is the name.
             * @enum {integer}
             */
            readonly MapType: 0 | 1 | 2;
            readonly MindbodyId: string;
        };
        /** @description Who changed it last. */
        readonly ModifiedBy: {
            readonly UserId: string;
            readonly UserName: string;
        };
        /** @description See $metadata for AccountingConfiguration. */
        readonly ODataAccountingConfiguration: {
            readonly "@odata.context"?: string;
            readonly Id: string;
            readonly PaymentMethods?: readonly components["schemas"]["ODataAccountingPaymentMethod"][];
            readonly Products?: readonly components["schemas"]["ODataProduct"][];
            readonly RevenueCategories?: readonly components["schemas"]["ODataRevenueCategory"][];
            readonly TaxRates?: readonly components["schemas"]["ODataTaxRate"][];
        };
        /** @description See $metadata for AccountingPaymentMethod. */
        readonly ODataAccountingPaymentMethod: {
            readonly "@odata.context"?: string;
            readonly Id: string;
            readonly LastModifiedTime: string | null;
            readonly Name: string;
            /** @enum {string} */
            readonly Status: "Active" | "Inactive";
            readonly Type: string | null;
        };
        /** @description A page of a collection. */
        readonly ODataConfigurationPage: {
            readonly "@odata.context": string;
            readonly "@odata.count"?: number;
            /**
             * Format: uri
             * @description Where the next page is, if there is one. Follow it as it is.
             */
            readonly "@odata.nextLink"?: string;
            readonly value: readonly components["schemas"]["ODataAccountingConfiguration"][];
        };
        /** @description A page of a collection. */
        readonly ODataConfigurationPaymentMethodsPage: {
            readonly "@odata.context": string;
            readonly "@odata.count"?: number;
            /**
             * Format: uri
             * @description Where the next page is, if there is one. Follow it as it is.
             */
            readonly "@odata.nextLink"?: string;
            readonly value: readonly components["schemas"]["ODataAccountingPaymentMethod"][];
        };
        /** @description A page of a collection. */
        readonly ODataConfigurationProductsPage: {
            readonly "@odata.context": string;
            readonly "@odata.count"?: number;
            /**
             * Format: uri
             * @description Where the next page is, if there is one. Follow it as it is.
             */
            readonly "@odata.nextLink"?: string;
            readonly value: readonly components["schemas"]["ODataProduct"][];
        };
        /** @description A page of a collection. */
        readonly ODataConfigurationRevenueCategoriesPage: {
            readonly "@odata.context": string;
            readonly "@odata.count"?: number;
            /**
             * Format: uri
             * @description Where the next page is, if there is one. Follow it as it is.
             */
            readonly "@odata.nextLink"?: string;
            readonly value: readonly components["schemas"]["ODataRevenueCategory"][];
        };
        /** @description A page of a collection. */
        readonly ODataConfigurationTaxRatesPage: {
            readonly "@odata.context": string;
            readonly "@odata.count"?: number;
            /**
             * Format: uri
             * @description Where the next page is, if there is one. Follow it as it is.
             */
            readonly "@odata.nextLink"?: string;
            readonly value: readonly components["schemas"]["ODataTaxRate"][];
        };
        /** @description See $metadata for CurrencyTotal. */
        readonly ODataCurrencyTotal: {
            /**
             * @description A decimal with the digits that it has.
             * @example 10.8
             */
            readonly Amount: number;
            readonly Currency: string;
        };
        /** @description An error as OData tells it. */
        readonly ODataError: {
            readonly error: {
                readonly code: string;
                readonly details?: readonly {
                    readonly code: string;
                    readonly message: string;
                    readonly target?: string;
                }[];
                readonly message: string;
                /** @description The part of the request that it lies in. */
                readonly target?: string;
            };
        };
        /** @description See $metadata for Exclusion. */
        readonly ODataExclusion: {
            readonly "@odata.context"?: string;
            readonly Message: string;
            readonly OrderId: string;
            /** @enum {string} */
            readonly Reason: "UnbalancedOrder" | "BeforeStartDate";
        };
        /** @description See $metadata for Order. */
        readonly ODataOrder: {
            readonly "@odata.context"?: string;
            readonly "@odata.etag"?: string;
            /**
             * Format: date
             * @example 2026-03-02
             */
            readonly BusinessDate: string;
            readonly Cost?: components["schemas"]["ODataOrderCost"] | null;
            readonly CreatedTime: string | null;
            readonly Currency: string;
            readonly Id: string;
            readonly Items?: readonly components["schemas"]["ODataOrderItem"][];
            /**
             * Format: date-time
             * @description A moment with its offset.
             * @example 2026-03-02T12:00:00.000-05:00
             */
            readonly LastModifiedTime: string;
            readonly LocationId: string;
            /**
             * Format: date-time
             * @description A moment with its offset.
             * @example 2026-03-02T12:00:00.000-05:00
             */
            readonly OrderDate: string;
            readonly Payments?: readonly components["schemas"]["ODataPayment"][];
            readonly Purchaser?: components["schemas"]["ODataPurchaser"] | null;
            /** @enum {string} */
            readonly Type: "Sale" | "Refund" | "Void" | "VoidRefund";
        };
        /** @description See $metadata for OrderCost. */
        readonly ODataOrderCost: {
            readonly "@odata.context"?: string;
            /**
             * @description A decimal with the digits that it has.
             * @example 10.8
             */
            readonly Discount: number;
            /**
             * @description A decimal with the digits that it has.
             * @example 10.8
             */
            readonly NetAmount: number;
            /**
             * @description A decimal with the digits that it has.
             * @example 10.8
             */
            readonly TaxAmount: number;
            /**
             * @description A decimal with the digits that it has.
             * @example 10.8
             */
            readonly Total: number;
        };
        /** @description See $metadata for OrderItem. */
        readonly ODataOrderItem: {
            readonly "@odata.context"?: string;
            readonly Description: string | null;
            /**
             * @description A decimal with the digits that it has.
             * @example 10.8
             */
            readonly Discount: number;
            readonly Id: string;
            /**
             * @description A decimal with the digits that it has.
             * @example 10.8
             */
            readonly NetAmount: number;
            readonly ProductId: string | null;
            readonly ProductType: ("Tip" | "CustomServicePricingOption" | "SystemServicePricingOption" | "Retail" | "AccountCredit" | "GiftCard") | null;
            readonly Quantity: number | null;
            readonly RevenueCategoryId: string | null;
            readonly Taxes: readonly components["schemas"]["ODataOrderItemTax"][];
            /**
             * @description A decimal with the digits that it has.
             * @example 10.8
             */
            readonly Total: number;
            readonly UnitPrice: number | null;
        };
        /** @description See $metadata for OrderItemTax. */
        readonly ODataOrderItemTax: {
            /**
             * @description A decimal with the digits that it has.
             * @example 10.8
             */
            readonly Amount: number;
            readonly TaxRateId: string;
        };
        /** @description A page of a collection. */
        readonly ODataOrdersItemsPage: {
            readonly "@odata.context": string;
            readonly "@odata.count"?: number;
            /**
             * Format: uri
             * @description Where the next page is, if there is one. Follow it as it is.
             */
            readonly "@odata.nextLink"?: string;
            readonly value: readonly components["schemas"]["ODataOrderItem"][];
        };
        /** @description A page of a collection. */
        readonly ODataOrdersPage: {
            readonly "@odata.context": string;
            readonly "@odata.count"?: number;
            /**
             * Format: uri
             * @description Where the next page is, if there is one. Follow it as it is.
             */
            readonly "@odata.nextLink"?: string;
            readonly value: readonly components["schemas"]["ODataOrder"][];
        };
        /** @description A page of a collection. */
        readonly ODataOrdersPaymentsPage: {
            readonly "@odata.context": string;
            readonly "@odata.count"?: number;
            /**
             * Format: uri
             * @description Where the next page is, if there is one. Follow it as it is.
             */
            readonly "@odata.nextLink"?: string;
            readonly value: readonly components["schemas"]["ODataPayment"][];
        };
        /** @description See $metadata for PacketDocument. */
        readonly ODataPacketDocument: {
            /**
             * Format: date
             * @example 2026-03-02
             */
            readonly Date: string;
            readonly Deviation: string | null;
            readonly Id: string | null;
            readonly Kind: string;
            readonly Link: string | null;
            readonly Message: string | null;
            readonly Reference: string;
            readonly Status: string;
            readonly SweptTime: string | null;
            /**
             * @description A decimal with the digits that it has.
             * @example 10.8
             */
            readonly Total: number;
        };
        /** @description See $metadata for PacketOrder. */
        readonly ODataPacketOrder: {
            readonly "@odata.context"?: string;
            readonly OrderId: string;
        };
        /** @description See $metadata for PacketPayment. */
        readonly ODataPacketPayment: {
            /**
             * @description A decimal with the digits that it has.
             * @example 10.8
             */
            readonly Amount: number;
            readonly PaymentMethodId: string;
        };
        /** @description See $metadata for PacketState. */
        readonly ODataPacketState: {
            readonly "@odata.context"?: string;
            readonly Code: string | null;
            readonly Message: string | null;
            readonly Number: number;
            /** @enum {string} */
            readonly Status: "Pending" | "Held" | "Sending" | "Sent" | "Rejected" | "InDoubt";
            /**
             * Format: date-time
             * @description A moment with its offset.
             * @example 2026-03-02T12:00:00.000-05:00
             */
            readonly Time: string;
        };
        /** @description See $metadata for Payment. */
        readonly ODataPayment: {
            readonly "@odata.context"?: string;
            /**
             * @description A decimal with the digits that it has.
             * @example 10.8
             */
            readonly Amount: number;
            readonly Id: string;
            readonly PaymentMethodId: string;
        };
        /** @description See $metadata for Pricing. */
        readonly ODataPricing: {
            /**
             * @description A decimal with the digits that it has.
             * @example 10.8
             */
            readonly AskingPrice: number;
            readonly RevenueCategoryId: string | null;
            readonly Taxes: readonly string[];
        };
        /** @description See $metadata for Product. */
        readonly ODataProduct: {
            readonly "@odata.context"?: string;
            readonly Id: string;
            readonly Name: string;
            readonly Pricing: components["schemas"]["ODataPricing"] | null;
            /** @enum {string} */
            readonly Type: "Tip" | "CustomServicePricingOption" | "SystemServicePricingOption" | "Retail" | "AccountCredit" | "GiftCard";
        };
        /** @description See $metadata for Purchaser. */
        readonly ODataPurchaser: {
            readonly "@odata.context"?: string;
            readonly FirstName: string | null;
            readonly Id: string;
            readonly LastName: string | null;
        };
        /** @description See $metadata for RequestItem. */
        readonly ODataRequestItem: {
            readonly Description: string | null;
            readonly LocationId: string;
            /**
             * @description A decimal with the digits that it has.
             * @example 10.8
             */
            readonly NetAmount: number;
            readonly Quantity: number | null;
            readonly RevenueCategoryId: string;
            /**
             * @description A decimal with the digits that it has.
             * @example 10.8
             */
            readonly TaxAmount: number;
            readonly TaxRateIds: readonly string[];
        };
        /** @description See $metadata for RevenueCategory. */
        readonly ODataRevenueCategory: {
            readonly "@odata.context"?: string;
            readonly Id: string;
            readonly LastModifiedTime: string | null;
            readonly Name: string;
            /** @enum {string} */
            readonly Status: "Active" | "Inactive";
        };
        /** @description A page of a collection. */
        readonly ODataSyncHistoryExclusionsPage: {
            readonly "@odata.context": string;
            readonly "@odata.count"?: number;
            /**
             * Format: uri
             * @description Where the next page is, if there is one. Follow it as it is.
             */
            readonly "@odata.nextLink"?: string;
            readonly value: readonly components["schemas"]["ODataExclusion"][];
        };
        /** @description A page of a collection. */
        readonly ODataSyncHistoryPacketsPage: {
            readonly "@odata.context": string;
            readonly "@odata.count"?: number;
            /**
             * Format: uri
             * @description Where the next page is, if there is one. Follow it as it is.
             */
            readonly "@odata.nextLink"?: string;
            readonly value: readonly components["schemas"]["ODataSyncPacket"][];
        };
        /** @description A page of a collection. */
        readonly ODataSyncHistoryPage: {
            readonly "@odata.context": string;
            readonly "@odata.count"?: number;
            /**
             * Format: uri
             * @description Where the next page is, if there is one. Follow it as it is.
             */
            readonly "@odata.nextLink"?: string;
            readonly value: readonly components["schemas"]["ODataSyncRecord"][];
        };
        /** @description A page of a collection. */
        readonly ODataSyncHistoryStatesPage: {
            readonly "@odata.context": string;
            readonly "@odata.count"?: number;
            /**
             * Format: uri
             * @description Where the next page is, if there is one. Follow it as it is.
             */
            readonly "@odata.nextLink"?: string;
            readonly value: readonly components["schemas"]["ODataSyncState"][];
        };
        /** @description See $metadata for SyncOutcome. */
        readonly ODataSyncOutcome: {
            readonly Excluded: number;
            readonly Held: number;
            readonly InDoubt: number;
            readonly Packed: number;
            readonly Pending: number;
            readonly Read: number;
            readonly Rejected: number;
            readonly Sending: number;
            readonly Sent: number;
            readonly Totals: readonly components["schemas"]["ODataCurrencyTotal"][];
            readonly Unchanged: number;
        };
        /** @description See $metadata for SyncPacket. */
        readonly ODataSyncPacket: {
            readonly "@odata.context"?: string;
            readonly Currency: string;
            /**
             * Format: date
             * @example 2026-03-02
             */
            readonly Date: string;
            readonly Documents: readonly components["schemas"]["ODataPacketDocument"][];
            readonly Id: string;
            readonly LocationId: string | null;
            readonly OrderCount: number;
            readonly OrderIds: readonly string[];
            readonly Orders?: readonly components["schemas"]["ODataPacketOrder"][];
            readonly PaymentMethodId: string | null;
            readonly Payments: readonly components["schemas"]["ODataPacketPayment"][];
            readonly RequestItems: readonly components["schemas"]["ODataRequestItem"][];
            readonly States?: readonly components["schemas"]["ODataPacketState"][];
            /** @enum {string} */
            readonly Status: "Pending" | "Held" | "Sending" | "Sent" | "Rejected" | "InDoubt";
            /**
             * @description A decimal with the digits that it has.
             * @example 10.8
             */
            readonly Total: number;
        };
        /** @description See $metadata for SyncRecord. */
        readonly ODataSyncRecord: {
            readonly "@odata.context"?: string;
            /**
             * Format: date-time
             * @description A moment with its offset.
             * @example 2026-03-02T12:00:00.000-05:00
             */
            readonly CreatedTime: string;
            readonly Exclusions?: readonly components["schemas"]["ODataExclusion"][];
            readonly Id: string;
            readonly IntegrationId: string;
            /** @enum {string} */
            readonly IntegrationType: "Xero" | "QuickBooksOnline" | "PlainText" | "Tryton";
            readonly Outcome: components["schemas"]["ODataSyncOutcome"];
            readonly Packets?: readonly components["schemas"]["ODataSyncPacket"][];
            readonly States?: readonly components["schemas"]["ODataSyncState"][];
            /** @enum {string} */
            readonly Status: "Queued" | "InProgress" | "Success" | "Failed";
            readonly UserId: string;
        };
        /** @description See $metadata for SyncState. */
        readonly ODataSyncState: {
            readonly "@odata.context"?: string;
            readonly Message: string | null;
            readonly Number: number;
            /** @enum {string} */
            readonly Status: "Queued" | "InProgress" | "Success" | "Failed";
            /**
             * Format: date-time
             * @description A moment with its offset.
             * @example 2026-03-02T12:00:00.000-05:00
             */
            readonly Time: string;
        };
        /** @description See $metadata for TaxRate. */
        readonly ODataTaxRate: {
            readonly "@odata.context"?: string;
            readonly Id: string;
            readonly LastModifiedTime: string | null;
            readonly LocationId: string | null;
            readonly Name: string;
            /**
             * @description A decimal with the digits that it has.
             * @example 10.8
             */
            readonly Value: number;
        };
        /** @description An integrator, and where the subscriber stands with it. */
        readonly OfferedIntegration: {
            /**
             * @description How it is linked. oauth2: by a consent page. none: by its settings alone. credentials is kept for adapters that ask for secrets; none does yet.
             * @enum {string}
             */
            readonly Authorisation: "oauth2" | "credentials" | "none";
            /** @description When the last sync that was a Success ended. */
            readonly LastSyncTime: string | null;
            /** @description The name of the linked books. */
            readonly Organisation: string | null;
            /** @description JSON Schema (2020-12) of the `Settings` of Link; null where the adapter has none to give. */
            readonly SettingsSchema: {
                readonly [key: string]: unknown;
            } | null;
            /**
             * @description 0 Unavailable, 1 Available, 2 Initialized, 3 Configured, 4 Inactive, 5 Error. In XML it is the name.
             * @enum {integer}
             */
            readonly Status: 0 | 1 | 2 | 3 | 4 | 5;
            /** @example QuickBooks Online */
            readonly Title: string;
            /**
             * @description As addresses have it: `Type_{Type}`.
             * @example Xero
             */
            readonly Type: string;
            readonly UnavailableReasons: readonly (0 | 1)[];
        };
        /** @description One revision of an order. */
        readonly OrderInput: {
            readonly Cost: {
                readonly Discount?: (number | string) | null;
                readonly NetAmount?: (number | string) | null;
                readonly TaxAmount?: (number | string) | null;
                /** @description An amount in major units, with no more decimals than the currency has; a number or a decimal text. Signed as it moves the customer’s money. */
                readonly Total: number | string;
            };
            readonly CreatedTime?: string | null;
            /** @description ISO 4217; the subscriber’s by default. */
            readonly Currency?: string | null;
            readonly Id: components["schemas"]["Identifier"];
            readonly Items: readonly components["schemas"]["OrderItemInput"][];
            /**
             * Format: date-time
             * @description Of two revisions the one with the later moment counts.
             */
            readonly LastModifiedTime: string;
            readonly LocationId: components["schemas"]["Identifier"];
            /**
             * @description The wall clock at the place of sale, or a moment with an offset.
             * @example 2026-03-01T17:30:00
             */
            readonly OrderDate: string;
            readonly Payments: readonly components["schemas"]["PaymentInput"][];
            readonly Purchaser?: {
                readonly FirstName?: string | null;
                readonly Id: components["schemas"]["Identifier"];
                readonly LastName?: string | null;
            } | null;
            /** @description 0 Sale, 1 Refund, 2 Void, 3 VoidRefund. Names in any case, and numbers as text, are taken too. */
            readonly Type: (0 | 1 | 2 | 3) | string;
        };
        readonly OrderItemInput: {
            readonly Description?: string | null;
            readonly Discount?: (number | string) | null;
            readonly Id: components["schemas"]["Identifier"];
            /** @description An amount in major units, with no more decimals than the currency has; a number or a decimal text. Signed as it moves the customer’s money. */
            readonly NetAmount: number | string;
            readonly ProductId?: components["schemas"]["Identifier"] | null;
            readonly ProductType?: ((0 | 1 | 2 | 3 | 4 | 5) | string) | null;
            readonly Quantity?: (number | string) | null;
            readonly RevenueCategoryId?: components["schemas"]["Identifier"] | null;
            readonly Taxes?: readonly components["schemas"]["OrderTaxInput"][] | null;
            /** @description An amount in major units, with no more decimals than the currency has; a number or a decimal text. Signed as it moves the customer’s money. */
            readonly Total: number | string;
            readonly UnitPrice?: (number | string) | null;
        };
        readonly OrderProblem: {
            readonly Member: string;
            readonly Problem: string;
        };
        /** @description What became of one order. */
        readonly OrderReceipt: {
            /** @description Null where the order cannot be read so far. */
            readonly OrderId: string | null;
            /** @enum {string} */
            readonly Outcome: "Accepted" | "Unchanged" | "Stale" | "Rejected";
            /** @description Of the order in the feed, from 1. */
            readonly Position: number;
            readonly Problems?: readonly components["schemas"]["OrderProblem"][];
        };
        readonly OrderTaxInput: {
            /** @description An amount in major units, with no more decimals than the currency has; a number or a decimal text. Signed as it moves the customer’s money. */
            readonly Amount: number | string;
            readonly TaxRateId: components["schemas"]["Identifier"];
        };
        /** @description Whose books they are. */
        readonly Organisation: {
            readonly Country: string | null;
            /**
             * @description ISO 4217.
             * @example USD
             */
            readonly Currency: string | null;
            /** @description The last day that the ledger has locked. */
            readonly LockedThrough: string | null;
            readonly Name: string;
            readonly TimeZone: string | null;
        };
        readonly PaymentInput: {
            /** @description An amount in major units, with no more decimals than the currency has; a number or a decimal text. Signed as it moves the customer’s money. */
            readonly Amount: number | string;
            readonly Id?: components["schemas"]["Identifier"] | null;
            readonly PaymentMethodId: components["schemas"]["Identifier"];
        };
        /** @description What a product costs, and what it counts as. */
        readonly Pricing: {
            /** @example 10.8 */
            readonly AskingPrice: number;
            readonly RevenueCategoryId: string | null;
            readonly Taxes: readonly string[];
        };
        readonly PricingInput: {
            readonly AskingPrice: components["schemas"]["DecimalInput"];
            readonly RevenueCategoryId?: components["schemas"]["Identifier"] | null;
            readonly Taxes?: readonly components["schemas"]["Identifier"][] | null;
        };
        /** @description Problem details of RFC 9457. */
        readonly Problem: {
            /** @description Stable; `docs/errors` has a page for each. */
            readonly code: string;
            /** @description What happened and what to do next. */
            readonly detail: string;
            readonly errors?: readonly components["schemas"]["MemberProblem"][];
            /** @description What stands in the way. */
            readonly reasons?: readonly string[];
            readonly status: number;
            readonly title: string;
        };
        /** @description Something that is sold. */
        readonly Product: {
            readonly Id: string;
            readonly Name: string;
            readonly Pricing: components["schemas"]["Pricing"] | null;
            /**
             * @description 0 Tip, 1 CustomServicePricingOption, 2 SystemServicePricingOption, 3 Retail, 4 AccountCredit, 5 GiftCard. In XML it is the name.
             * @enum {integer}
             */
            readonly Type: 0 | 1 | 2 | 3 | 4 | 5;
        };
        readonly ProductInput: {
            readonly Id: components["schemas"]["Identifier"];
            readonly Name: string;
            readonly Pricing?: components["schemas"]["PricingInput"] | null;
            /** @description 0 Tip, 1 CustomServicePricingOption, 2 SystemServicePricingOption, 3 Retail, 4 AccountCredit, 5 GiftCard. Names in any case, and numbers as text, are taken too. */
            readonly Type: (0 | 1 | 2 | 3 | 4 | 5) | string;
        };
        /** @description What is sold, by kind. */
        readonly RevenueCategory: {
            readonly Id: string;
            readonly LastModifiedTime: string | null;
            readonly Name: string;
            /** @enum {string} */
            readonly Status: "Active" | "Inactive";
        };
        readonly RevenueCategoryInput: {
            readonly Id: components["schemas"]["Identifier"];
            readonly LastModifiedTime?: string | null;
            readonly Name: string;
            /** @description Active, Inactive. Names in any case. */
            readonly Status: string;
        };
        /** @description Something of the platform, and how it is or could be mapped. */
        readonly ReviewedMapItem: {
            /**
             * @description The money since `Since` that runs over it, refunds counted like sales; where a location has a map item of its own, its money counts there.
             * @example 10.8
             */
            readonly Amount: number;
            /** @description What it is mapped to; null if it is not. */
            readonly IntegrationId: string | null;
            /** @description Whether something that is active or occurs would be without a map item if there was none here. */
            readonly IsNeeded: boolean;
            /** @description Where it is mapped so, if not everywhere. */
            readonly LocationId?: string;
            /**
             * @description 0 TaxRateMap, 1 RevenueCategoryMap, 2 PaymentMethodMap. In XML it is the name.
             * @enum {integer}
             */
            readonly MapType: 0 | 1 | 2;
            readonly MindbodyId: string;
            /** @description What the platform calls it; its id where it does not. */
            readonly Name: string;
            /** @description Why what it is mapped to cannot serve, and what to do; null if it can. */
            readonly Problem: string | null;
            /** @description For what is not mapped, or to something that cannot serve; null where nothing fits. */
            readonly Suggestion: components["schemas"]["MappingSuggestion"] | null;
        };
        readonly SavedIntegrationInput: {
            readonly Maps?: readonly components["schemas"]["SavedMapInput"][] | null;
            readonly SynchronizationPreferences?: components["schemas"]["SynchronizationPreferencesInput"] | null;
        };
        readonly SavedMapInput: {
            readonly MapItems: readonly components["schemas"]["SavedMapInputItem"][];
            /** @description 0 TaxRateMap, 1 RevenueCategoryMap, 2 PaymentMethodMap. Names in any case, and numbers as text, are taken too. */
            readonly MapType: (0 | 1 | 2) | string;
        };
        readonly SavedMapInputItem: {
            readonly IntegrationId?: ("" | components["schemas"]["Identifier"]) | null;
            readonly LocationId?: components["schemas"]["Identifier"] | null;
            readonly MindbodyId: components["schemas"]["Identifier"];
        };
        readonly SaveXeroTaxRateInput: {
            readonly TaxRate: {
                readonly Name: string;
                readonly ReportTaxType?: ((0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11) | string) | null;
                readonly TaxComponents: readonly {
                    readonly IsCompound?: boolean | null;
                    readonly Name: string;
                    readonly Rate: components["schemas"]["DecimalInput"];
                }[];
            };
            readonly Type?: (0 | string) | null;
        };
        /** @description The resources that there are. */
        readonly ServiceDocument: {
            readonly "@odata.context": string;
            readonly value: readonly {
                readonly kind?: string;
                readonly name: string;
                readonly url: string;
            }[];
        };
        readonly SubscriberInput: {
            readonly BusinessDayCutOff?: string | null;
            /**
             * @description ISO 4217.
             * @example USD
             */
            readonly Currency: string;
            readonly Id?: components["schemas"]["Identifier"] | null;
            readonly Locations?: readonly components["schemas"]["LocationInput"][] | null;
            readonly PricingLevel?: string | null;
            readonly Region: string;
            /**
             * @description An IANA time zone.
             * @example America/New_York
             */
            readonly TimeZone: string;
        };
        /** @description How orders become documents. Members that stand at their default are left out, but for the first. */
        readonly SynchronizationPreferences: {
            /** @description Summaries are apart by location. */
            readonly ByLocation?: boolean;
            /**
             * @description What becomes of packets in a period that the ledger has locked.
             * @enum {string}
             */
            readonly LockedPeriod?: "Hold" | "FirstOpenDay";
            /** @description In minor units. */
            readonly RoundingTolerance?: number;
            /**
             * Format: date
             * @description Orders of earlier business days are left out.
             * @example 2026-03-02
             */
            readonly StartDate?: string;
            /** @description One packet for each business day and payment method instead of one for each order. */
            readonly SummarizeData: boolean;
            /**
             * @description When a sync begins every day, by the subscriber’s clocks and up to ten minutes later; none begins by itself without it.
             * @example 04:30
             */
            readonly SyncTime?: string;
        };
        readonly SynchronizationPreferencesInput: {
            readonly ByLocation?: boolean;
            /** @description Hold, FirstOpenDay. Names in any case. */
            readonly LockedPeriod?: string;
            readonly RoundingTolerance?: number;
            readonly StartDate?: string | null;
            readonly SummarizeData?: boolean;
            /** @description When a sync begins every day, by the subscriber’s clocks; null for none. */
            readonly SyncTime?: string | null;
        };
        readonly SyncRecordInput: {
            readonly Id: components["schemas"]["Identifier"];
        };
        /** @description Which sync to look at in SyncHistory. */
        readonly SyncRecordReference: {
            readonly Id: string;
        };
        /** @description What a tax rate is made of. */
        readonly TaxComponent: {
            readonly IsCompound: boolean;
            readonly Name: string;
            /**
             * @description Per cent: 8 is 8 percent.
             * @example 10.8
             */
            readonly Rate: number;
        };
        /** @description A tax rate of the platform. */
        readonly TaxRate: {
            /** @example 01:01 */
            readonly Id: string;
            readonly LastModifiedTime: string | null;
            readonly LocationId: string | null;
            readonly Name: string;
            /**
             * @description A fraction: 0.08 is 8 percent.
             * @example 0.08
             */
            readonly Value: number;
        };
        readonly TaxRateInput: {
            readonly Id: components["schemas"]["Identifier"];
            readonly LastModifiedTime?: string | null;
            readonly LocationId?: components["schemas"]["Identifier"] | null;
            readonly Name: string;
            readonly Value: components["schemas"]["DecimalInput"];
        };
        /** @description By what Xero’s reports can be split. */
        readonly TrackingCategory: {
            readonly Id: string;
            readonly IsActive: boolean;
            readonly Name: string;
            readonly Options: readonly components["schemas"]["TrackingOption"][];
        };
        /** @description A value of a tracking category. */
        readonly TrackingOption: {
            readonly Id: string;
            readonly IsActive: boolean;
            readonly Name: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description What `If-None-Match` takes: 304 while the order is the same.
         * @example W/"2026-03-02T12:00:00.000-05:00,2026-03-02T17:00:00.000Z"
         */
        readonly ETag: string;
        /**
         * @description The absolute address of the SyncRecord to look at.
         * @example https://books.example/odata/v4/Subscriber_1234/SyncHistory('0197c2a4-5d7e-7c3b-9a51-2f0c8e6d4b10')
         */
        readonly Location: string;
        /**
         * @description The version of OData that the answer is in.
         * @example 4.0
         */
        readonly "OData-Version": string;
        /**
         * @description Requests that may be made at once after a pause.
         * @example 100
         */
        readonly "RateLimit-Limit": number;
        /**
         * @description Requests that may be made at once now.
         * @example 99
         */
        readonly "RateLimit-Remaining": number;
        /**
         * @description Seconds until as many as `RateLimit-Limit` may be made at once again.
         * @example 1
         */
        readonly "RateLimit-Reset": number;
        /**
         * @description Seconds to wait before asking again.
         * @example 5
         */
        readonly "Retry-After": number;
        /**
         * @description What of the request the form of the answer depends on.
         * @example Accept
         */
        readonly Vary: string;
        /**
         * @description How to sign in.
         * @example Bearer
         */
        readonly "WWW-Authenticate": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly isLive: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It runs. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @constant */
                        readonly status: "live";
                    };
                };
            };
        };
    };
    readonly isReady: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It can. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @constant */
                        readonly status: "ready";
                    };
                };
            };
            /** @description It cannot, at the moment. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @constant */
                        readonly status: "not-ready";
                    };
                };
            };
        };
    };
    readonly getServiceDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The names and addresses of the resources. */
            readonly 200: {
                headers: {
                    readonly "OData-Version": components["headers"]["OData-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ServiceDocument"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `odata-syntax`: a query or path is not OData. `odata-unsupported`: a query or path asks for a part of OData that is not read. `odata-limit`: a query or path is larger than allowed. `odata-unknown-member`: an option names a member that is not there. `odata-member-use`: a member cannot be used in this way. `odata-type-mismatch`: the types of an expression do not fit. `odata-out-of-range`: a value that no column can hold. `odata-key`: the key in the path is not a key of that type. `odata-option`: the query option makes no sense on this path. `odata-skiptoken`: the $skiptoken is not one for this query. `odata-format`: $format cannot be read. `odata-version`: the client understands no version that is spoken here. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. `odata-unknown-resource`: the path names what the service does not have. `odata-not-found`: the path leads to an entity that does not exist. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `odata-not-acceptable`: nothing that is acceptable can be answered. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
        };
    };
    readonly getMetadata: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The metadata document. */
            readonly 200: {
                headers: {
                    readonly "OData-Version": components["headers"]["OData-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/xml": string;
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `odata-syntax`: a query or path is not OData. `odata-unsupported`: a query or path asks for a part of OData that is not read. `odata-limit`: a query or path is larger than allowed. `odata-unknown-member`: an option names a member that is not there. `odata-member-use`: a member cannot be used in this way. `odata-type-mismatch`: the types of an expression do not fit. `odata-out-of-range`: a value that no column can hold. `odata-key`: the key in the path is not a key of that type. `odata-option`: the query option makes no sense on this path. `odata-skiptoken`: the $skiptoken is not one for this query. `odata-format`: $format cannot be read. `odata-version`: the client understands no version that is spoken here. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. `odata-unknown-resource`: the path names what the service does not have. `odata-not-found`: the path leads to an entity that does not exist. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `odata-not-acceptable`: nothing that is acceptable can be answered. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
        };
    };
    readonly listConfiguration: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Whether to count all entities that the filter leaves.
                 * @example true
                 */
                readonly $count?: boolean;
                /**
                 * @description The contained entities to answer too, with options of their own in parentheses.
                 * @example States
                 */
                readonly $expand?: string;
                /**
                 * @description Which entities: `eq ne gt ge lt le in and or not`, functions, `any` and `all`.
                 * @example Id ne ''
                 */
                readonly $filter?: string;
                /**
                 * @description In which order. SyncHistory is always newest first.
                 * @example Id desc
                 */
                readonly $orderby?: string;
                /**
                 * @description The properties to answer.
                 * @example Id
                 */
                readonly $select?: string;
                /**
                 * @description How many to leave out first.
                 * @example 20
                 */
                readonly $skip?: number;
                /**
                 * @description From `@odata.nextLink` of the page before.
                 * @example WyJvIl0
                 */
                readonly $skiptoken?: string;
                /**
                 * @description How many at most over all pages, up to 1,000.
                 * @example 20
                 */
                readonly $top?: number;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of at most a hundred entities. */
            readonly 200: {
                headers: {
                    readonly "OData-Version": components["headers"]["OData-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataConfigurationPage"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `odata-syntax`: a query or path is not OData. `odata-unsupported`: a query or path asks for a part of OData that is not read. `odata-limit`: a query or path is larger than allowed. `odata-unknown-member`: an option names a member that is not there. `odata-member-use`: a member cannot be used in this way. `odata-type-mismatch`: the types of an expression do not fit. `odata-out-of-range`: a value that no column can hold. `odata-key`: the key in the path is not a key of that type. `odata-option`: the query option makes no sense on this path. `odata-skiptoken`: the $skiptoken is not one for this query. `odata-format`: $format cannot be read. `odata-version`: the client understands no version that is spoken here. `query-too-expensive`: an OData query took too long. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. `odata-unknown-resource`: the path names what the service does not have. `odata-not-found`: the path leads to an entity that does not exist. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `odata-not-acceptable`: nothing that is acceptable can be answered. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
        };
    };
    readonly getAccountingConfiguration: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The contained entities to answer too, with options of their own in parentheses.
                 * @example States
                 */
                readonly $expand?: string;
                /**
                 * @description The properties to answer.
                 * @example Id
                 */
                readonly $select?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The Id of the configuration, which is the one of the subscriber; quotation marks in it are doubled.
                 * @example 1234
                 */
                readonly configurationId: string;
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The entity. */
            readonly 200: {
                headers: {
                    readonly "OData-Version": components["headers"]["OData-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataAccountingConfiguration"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `odata-syntax`: a query or path is not OData. `odata-unsupported`: a query or path asks for a part of OData that is not read. `odata-limit`: a query or path is larger than allowed. `odata-unknown-member`: an option names a member that is not there. `odata-member-use`: a member cannot be used in this way. `odata-type-mismatch`: the types of an expression do not fit. `odata-out-of-range`: a value that no column can hold. `odata-key`: the key in the path is not a key of that type. `odata-option`: the query option makes no sense on this path. `odata-skiptoken`: the $skiptoken is not one for this query. `odata-format`: $format cannot be read. `odata-version`: the client understands no version that is spoken here. `query-too-expensive`: an OData query took too long. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. `odata-unknown-resource`: the path names what the service does not have. `odata-not-found`: the path leads to an entity that does not exist. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `odata-not-acceptable`: nothing that is acceptable can be answered. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
        };
    };
    readonly listConfigurationPaymentMethods: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Whether to count all entities that the filter leaves.
                 * @example true
                 */
                readonly $count?: boolean;
                /**
                 * @description The contained entities to answer too, with options of their own in parentheses.
                 * @example States
                 */
                readonly $expand?: string;
                /**
                 * @description Which entities: `eq ne gt ge lt le in and or not`, functions, `any` and `all`.
                 * @example Id ne ''
                 */
                readonly $filter?: string;
                /**
                 * @description In which order. SyncHistory is always newest first.
                 * @example Id desc
                 */
                readonly $orderby?: string;
                /**
                 * @description The properties to answer.
                 * @example Id
                 */
                readonly $select?: string;
                /**
                 * @description How many to leave out first.
                 * @example 20
                 */
                readonly $skip?: number;
                /**
                 * @description From `@odata.nextLink` of the page before.
                 * @example WyJvIl0
                 */
                readonly $skiptoken?: string;
                /**
                 * @description How many at most over all pages, up to 1,000.
                 * @example 20
                 */
                readonly $top?: number;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The Id of the configuration, which is the one of the subscriber; quotation marks in it are doubled.
                 * @example 1234
                 */
                readonly configurationId: string;
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of at most a hundred entities. */
            readonly 200: {
                headers: {
                    readonly "OData-Version": components["headers"]["OData-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataConfigurationPaymentMethodsPage"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `odata-syntax`: a query or path is not OData. `odata-unsupported`: a query or path asks for a part of OData that is not read. `odata-limit`: a query or path is larger than allowed. `odata-unknown-member`: an option names a member that is not there. `odata-member-use`: a member cannot be used in this way. `odata-type-mismatch`: the types of an expression do not fit. `odata-out-of-range`: a value that no column can hold. `odata-key`: the key in the path is not a key of that type. `odata-option`: the query option makes no sense on this path. `odata-skiptoken`: the $skiptoken is not one for this query. `odata-format`: $format cannot be read. `odata-version`: the client understands no version that is spoken here. `query-too-expensive`: an OData query took too long. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. `odata-unknown-resource`: the path names what the service does not have. `odata-not-found`: the path leads to an entity that does not exist. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `odata-not-acceptable`: nothing that is acceptable can be answered. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
        };
    };
    readonly listConfigurationProducts: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Whether to count all entities that the filter leaves.
                 * @example true
                 */
                readonly $count?: boolean;
                /**
                 * @description The contained entities to answer too, with options of their own in parentheses.
                 * @example States
                 */
                readonly $expand?: string;
                /**
                 * @description Which entities: `eq ne gt ge lt le in and or not`, functions, `any` and `all`.
                 * @example Id ne ''
                 */
                readonly $filter?: string;
                /**
                 * @description In which order. SyncHistory is always newest first.
                 * @example Id desc
                 */
                readonly $orderby?: string;
                /**
                 * @description The properties to answer.
                 * @example Id
                 */
                readonly $select?: string;
                /**
                 * @description How many to leave out first.
                 * @example 20
                 */
                readonly $skip?: number;
                /**
                 * @description From `@odata.nextLink` of the page before.
                 * @example WyJvIl0
                 */
                readonly $skiptoken?: string;
                /**
                 * @description How many at most over all pages, up to 1,000.
                 * @example 20
                 */
                readonly $top?: number;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The Id of the configuration, which is the one of the subscriber; quotation marks in it are doubled.
                 * @example 1234
                 */
                readonly configurationId: string;
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of at most a hundred entities. */
            readonly 200: {
                headers: {
                    readonly "OData-Version": components["headers"]["OData-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataConfigurationProductsPage"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `odata-syntax`: a query or path is not OData. `odata-unsupported`: a query or path asks for a part of OData that is not read. `odata-limit`: a query or path is larger than allowed. `odata-unknown-member`: an option names a member that is not there. `odata-member-use`: a member cannot be used in this way. `odata-type-mismatch`: the types of an expression do not fit. `odata-out-of-range`: a value that no column can hold. `odata-key`: the key in the path is not a key of that type. `odata-option`: the query option makes no sense on this path. `odata-skiptoken`: the $skiptoken is not one for this query. `odata-format`: $format cannot be read. `odata-version`: the client understands no version that is spoken here. `query-too-expensive`: an OData query took too long. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. `odata-unknown-resource`: the path names what the service does not have. `odata-not-found`: the path leads to an entity that does not exist. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `odata-not-acceptable`: nothing that is acceptable can be answered. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
        };
    };
    readonly listConfigurationRevenueCategories: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Whether to count all entities that the filter leaves.
                 * @example true
                 */
                readonly $count?: boolean;
                /**
                 * @description The contained entities to answer too, with options of their own in parentheses.
                 * @example States
                 */
                readonly $expand?: string;
                /**
                 * @description Which entities: `eq ne gt ge lt le in and or not`, functions, `any` and `all`.
                 * @example Id ne ''
                 */
                readonly $filter?: string;
                /**
                 * @description In which order. SyncHistory is always newest first.
                 * @example Id desc
                 */
                readonly $orderby?: string;
                /**
                 * @description The properties to answer.
                 * @example Id
                 */
                readonly $select?: string;
                /**
                 * @description How many to leave out first.
                 * @example 20
                 */
                readonly $skip?: number;
                /**
                 * @description From `@odata.nextLink` of the page before.
                 * @example WyJvIl0
                 */
                readonly $skiptoken?: string;
                /**
                 * @description How many at most over all pages, up to 1,000.
                 * @example 20
                 */
                readonly $top?: number;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The Id of the configuration, which is the one of the subscriber; quotation marks in it are doubled.
                 * @example 1234
                 */
                readonly configurationId: string;
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of at most a hundred entities. */
            readonly 200: {
                headers: {
                    readonly "OData-Version": components["headers"]["OData-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataConfigurationRevenueCategoriesPage"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `odata-syntax`: a query or path is not OData. `odata-unsupported`: a query or path asks for a part of OData that is not read. `odata-limit`: a query or path is larger than allowed. `odata-unknown-member`: an option names a member that is not there. `odata-member-use`: a member cannot be used in this way. `odata-type-mismatch`: the types of an expression do not fit. `odata-out-of-range`: a value that no column can hold. `odata-key`: the key in the path is not a key of that type. `odata-option`: the query option makes no sense on this path. `odata-skiptoken`: the $skiptoken is not one for this query. `odata-format`: $format cannot be read. `odata-version`: the client understands no version that is spoken here. `query-too-expensive`: an OData query took too long. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. `odata-unknown-resource`: the path names what the service does not have. `odata-not-found`: the path leads to an entity that does not exist. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `odata-not-acceptable`: nothing that is acceptable can be answered. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
        };
    };
    readonly listConfigurationTaxRates: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Whether to count all entities that the filter leaves.
                 * @example true
                 */
                readonly $count?: boolean;
                /**
                 * @description The contained entities to answer too, with options of their own in parentheses.
                 * @example States
                 */
                readonly $expand?: string;
                /**
                 * @description Which entities: `eq ne gt ge lt le in and or not`, functions, `any` and `all`.
                 * @example Id ne ''
                 */
                readonly $filter?: string;
                /**
                 * @description In which order. SyncHistory is always newest first.
                 * @example Id desc
                 */
                readonly $orderby?: string;
                /**
                 * @description The properties to answer.
                 * @example Id
                 */
                readonly $select?: string;
                /**
                 * @description How many to leave out first.
                 * @example 20
                 */
                readonly $skip?: number;
                /**
                 * @description From `@odata.nextLink` of the page before.
                 * @example WyJvIl0
                 */
                readonly $skiptoken?: string;
                /**
                 * @description How many at most over all pages, up to 1,000.
                 * @example 20
                 */
                readonly $top?: number;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The Id of the configuration, which is the one of the subscriber; quotation marks in it are doubled.
                 * @example 1234
                 */
                readonly configurationId: string;
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of at most a hundred entities. */
            readonly 200: {
                headers: {
                    readonly "OData-Version": components["headers"]["OData-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataConfigurationTaxRatesPage"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `odata-syntax`: a query or path is not OData. `odata-unsupported`: a query or path asks for a part of OData that is not read. `odata-limit`: a query or path is larger than allowed. `odata-unknown-member`: an option names a member that is not there. `odata-member-use`: a member cannot be used in this way. `odata-type-mismatch`: the types of an expression do not fit. `odata-out-of-range`: a value that no column can hold. `odata-key`: the key in the path is not a key of that type. `odata-option`: the query option makes no sense on this path. `odata-skiptoken`: the $skiptoken is not one for this query. `odata-format`: $format cannot be read. `odata-version`: the client understands no version that is spoken here. `query-too-expensive`: an OData query took too long. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. `odata-unknown-resource`: the path names what the service does not have. `odata-not-found`: the path leads to an entity that does not exist. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `odata-not-acceptable`: nothing that is acceptable can be answered. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
        };
    };
    readonly listOrders: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Whether to count all entities that the filter leaves.
                 * @example true
                 */
                readonly $count?: boolean;
                /**
                 * @description The contained entities to answer too, with options of their own in parentheses.
                 * @example States
                 */
                readonly $expand?: string;
                /**
                 * @description Which entities: `eq ne gt ge lt le in and or not`, functions, `any` and `all`.
                 * @example Id ne ''
                 */
                readonly $filter?: string;
                /**
                 * @description In which order. SyncHistory is always newest first.
                 * @example Id desc
                 */
                readonly $orderby?: string;
                /**
                 * @description The properties to answer.
                 * @example Id
                 */
                readonly $select?: string;
                /**
                 * @description How many to leave out first.
                 * @example 20
                 */
                readonly $skip?: number;
                /**
                 * @description From `@odata.nextLink` of the page before.
                 * @example WyJvIl0
                 */
                readonly $skiptoken?: string;
                /**
                 * @description How many at most over all pages, up to 1,000.
                 * @example 20
                 */
                readonly $top?: number;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of at most a hundred entities. */
            readonly 200: {
                headers: {
                    readonly "OData-Version": components["headers"]["OData-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataOrdersPage"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `odata-syntax`: a query or path is not OData. `odata-unsupported`: a query or path asks for a part of OData that is not read. `odata-limit`: a query or path is larger than allowed. `odata-unknown-member`: an option names a member that is not there. `odata-member-use`: a member cannot be used in this way. `odata-type-mismatch`: the types of an expression do not fit. `odata-out-of-range`: a value that no column can hold. `odata-key`: the key in the path is not a key of that type. `odata-option`: the query option makes no sense on this path. `odata-skiptoken`: the $skiptoken is not one for this query. `odata-format`: $format cannot be read. `odata-version`: the client understands no version that is spoken here. `query-too-expensive`: an OData query took too long. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. `odata-unknown-resource`: the path names what the service does not have. `odata-not-found`: the path leads to an entity that does not exist. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `odata-not-acceptable`: nothing that is acceptable can be answered. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
        };
    };
    readonly getOrder: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The contained entities to answer too, with options of their own in parentheses.
                 * @example States
                 */
                readonly $expand?: string;
                /**
                 * @description The properties to answer.
                 * @example Id
                 */
                readonly $select?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The Id of the order; quotation marks in it are doubled.
                 * @example 1041
                 */
                readonly orderId: string;
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The entity. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "OData-Version": components["headers"]["OData-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataOrder"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `odata-syntax`: a query or path is not OData. `odata-unsupported`: a query or path asks for a part of OData that is not read. `odata-limit`: a query or path is larger than allowed. `odata-unknown-member`: an option names a member that is not there. `odata-member-use`: a member cannot be used in this way. `odata-type-mismatch`: the types of an expression do not fit. `odata-out-of-range`: a value that no column can hold. `odata-key`: the key in the path is not a key of that type. `odata-option`: the query option makes no sense on this path. `odata-skiptoken`: the $skiptoken is not one for this query. `odata-format`: $format cannot be read. `odata-version`: the client understands no version that is spoken here. `query-too-expensive`: an OData query took too long. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. `odata-unknown-resource`: the path names what the service does not have. `odata-not-found`: the path leads to an entity that does not exist. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `odata-not-acceptable`: nothing that is acceptable can be answered. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
        };
    };
    readonly listOrdersItems: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Whether to count all entities that the filter leaves.
                 * @example true
                 */
                readonly $count?: boolean;
                /**
                 * @description The contained entities to answer too, with options of their own in parentheses.
                 * @example States
                 */
                readonly $expand?: string;
                /**
                 * @description Which entities: `eq ne gt ge lt le in and or not`, functions, `any` and `all`.
                 * @example Id ne ''
                 */
                readonly $filter?: string;
                /**
                 * @description In which order. SyncHistory is always newest first.
                 * @example Id desc
                 */
                readonly $orderby?: string;
                /**
                 * @description The properties to answer.
                 * @example Id
                 */
                readonly $select?: string;
                /**
                 * @description How many to leave out first.
                 * @example 20
                 */
                readonly $skip?: number;
                /**
                 * @description From `@odata.nextLink` of the page before.
                 * @example WyJvIl0
                 */
                readonly $skiptoken?: string;
                /**
                 * @description How many at most over all pages, up to 1,000.
                 * @example 20
                 */
                readonly $top?: number;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The Id of the order; quotation marks in it are doubled.
                 * @example 1041
                 */
                readonly orderId: string;
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of at most a hundred entities. */
            readonly 200: {
                headers: {
                    readonly "OData-Version": components["headers"]["OData-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataOrdersItemsPage"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `odata-syntax`: a query or path is not OData. `odata-unsupported`: a query or path asks for a part of OData that is not read. `odata-limit`: a query or path is larger than allowed. `odata-unknown-member`: an option names a member that is not there. `odata-member-use`: a member cannot be used in this way. `odata-type-mismatch`: the types of an expression do not fit. `odata-out-of-range`: a value that no column can hold. `odata-key`: the key in the path is not a key of that type. `odata-option`: the query option makes no sense on this path. `odata-skiptoken`: the $skiptoken is not one for this query. `odata-format`: $format cannot be read. `odata-version`: the client understands no version that is spoken here. `query-too-expensive`: an OData query took too long. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. `odata-unknown-resource`: the path names what the service does not have. `odata-not-found`: the path leads to an entity that does not exist. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `odata-not-acceptable`: nothing that is acceptable can be answered. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
        };
    };
    readonly listOrdersPayments: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Whether to count all entities that the filter leaves.
                 * @example true
                 */
                readonly $count?: boolean;
                /**
                 * @description The contained entities to answer too, with options of their own in parentheses.
                 * @example States
                 */
                readonly $expand?: string;
                /**
                 * @description Which entities: `eq ne gt ge lt le in and or not`, functions, `any` and `all`.
                 * @example Id ne ''
                 */
                readonly $filter?: string;
                /**
                 * @description In which order. SyncHistory is always newest first.
                 * @example Id desc
                 */
                readonly $orderby?: string;
                /**
                 * @description The properties to answer.
                 * @example Id
                 */
                readonly $select?: string;
                /**
                 * @description How many to leave out first.
                 * @example 20
                 */
                readonly $skip?: number;
                /**
                 * @description From `@odata.nextLink` of the page before.
                 * @example WyJvIl0
                 */
                readonly $skiptoken?: string;
                /**
                 * @description How many at most over all pages, up to 1,000.
                 * @example 20
                 */
                readonly $top?: number;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The Id of the order; quotation marks in it are doubled.
                 * @example 1041
                 */
                readonly orderId: string;
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of at most a hundred entities. */
            readonly 200: {
                headers: {
                    readonly "OData-Version": components["headers"]["OData-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataOrdersPaymentsPage"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `odata-syntax`: a query or path is not OData. `odata-unsupported`: a query or path asks for a part of OData that is not read. `odata-limit`: a query or path is larger than allowed. `odata-unknown-member`: an option names a member that is not there. `odata-member-use`: a member cannot be used in this way. `odata-type-mismatch`: the types of an expression do not fit. `odata-out-of-range`: a value that no column can hold. `odata-key`: the key in the path is not a key of that type. `odata-option`: the query option makes no sense on this path. `odata-skiptoken`: the $skiptoken is not one for this query. `odata-format`: $format cannot be read. `odata-version`: the client understands no version that is spoken here. `query-too-expensive`: an OData query took too long. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. `odata-unknown-resource`: the path names what the service does not have. `odata-not-found`: the path leads to an entity that does not exist. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `odata-not-acceptable`: nothing that is acceptable can be answered. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
        };
    };
    readonly listSyncHistory: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Whether to count all entities that the filter leaves.
                 * @example true
                 */
                readonly $count?: boolean;
                /**
                 * @description The contained entities to answer too, with options of their own in parentheses.
                 * @example States
                 */
                readonly $expand?: string;
                /**
                 * @description Which entities: `eq ne gt ge lt le in and or not`, functions, `any` and `all`.
                 * @example Id ne ''
                 */
                readonly $filter?: string;
                /**
                 * @description In which order. SyncHistory is always newest first.
                 * @example Id desc
                 */
                readonly $orderby?: string;
                /**
                 * @description The properties to answer.
                 * @example Id
                 */
                readonly $select?: string;
                /**
                 * @description How many to leave out first.
                 * @example 20
                 */
                readonly $skip?: number;
                /**
                 * @description From `@odata.nextLink` of the page before.
                 * @example WyJvIl0
                 */
                readonly $skiptoken?: string;
                /**
                 * @description How many at most over all pages, up to 1,000.
                 * @example 20
                 */
                readonly $top?: number;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of at most a hundred entities. */
            readonly 200: {
                headers: {
                    readonly "OData-Version": components["headers"]["OData-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataSyncHistoryPage"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `odata-syntax`: a query or path is not OData. `odata-unsupported`: a query or path asks for a part of OData that is not read. `odata-limit`: a query or path is larger than allowed. `odata-unknown-member`: an option names a member that is not there. `odata-member-use`: a member cannot be used in this way. `odata-type-mismatch`: the types of an expression do not fit. `odata-out-of-range`: a value that no column can hold. `odata-key`: the key in the path is not a key of that type. `odata-option`: the query option makes no sense on this path. `odata-skiptoken`: the $skiptoken is not one for this query. `odata-format`: $format cannot be read. `odata-version`: the client understands no version that is spoken here. `query-too-expensive`: an OData query took too long. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. `odata-unknown-resource`: the path names what the service does not have. `odata-not-found`: the path leads to an entity that does not exist. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `odata-not-acceptable`: nothing that is acceptable can be answered. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
        };
    };
    readonly getSyncRecord: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The contained entities to answer too, with options of their own in parentheses.
                 * @example States
                 */
                readonly $expand?: string;
                /**
                 * @description The properties to answer.
                 * @example Id
                 */
                readonly $select?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The Id of the SyncRecord; quotation marks in it are doubled.
                 * @example 0197c2a4-5d7e-7c3b-9a51-2f0c8e6d4b10
                 */
                readonly recordId: string;
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The entity. */
            readonly 200: {
                headers: {
                    readonly "OData-Version": components["headers"]["OData-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataSyncRecord"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `odata-syntax`: a query or path is not OData. `odata-unsupported`: a query or path asks for a part of OData that is not read. `odata-limit`: a query or path is larger than allowed. `odata-unknown-member`: an option names a member that is not there. `odata-member-use`: a member cannot be used in this way. `odata-type-mismatch`: the types of an expression do not fit. `odata-out-of-range`: a value that no column can hold. `odata-key`: the key in the path is not a key of that type. `odata-option`: the query option makes no sense on this path. `odata-skiptoken`: the $skiptoken is not one for this query. `odata-format`: $format cannot be read. `odata-version`: the client understands no version that is spoken here. `query-too-expensive`: an OData query took too long. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. `odata-unknown-resource`: the path names what the service does not have. `odata-not-found`: the path leads to an entity that does not exist. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `odata-not-acceptable`: nothing that is acceptable can be answered. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
        };
    };
    readonly listSyncHistoryExclusions: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Whether to count all entities that the filter leaves.
                 * @example true
                 */
                readonly $count?: boolean;
                /**
                 * @description The contained entities to answer too, with options of their own in parentheses.
                 * @example States
                 */
                readonly $expand?: string;
                /**
                 * @description Which entities: `eq ne gt ge lt le in and or not`, functions, `any` and `all`.
                 * @example Id ne ''
                 */
                readonly $filter?: string;
                /**
                 * @description In which order. SyncHistory is always newest first.
                 * @example Id desc
                 */
                readonly $orderby?: string;
                /**
                 * @description The properties to answer.
                 * @example Id
                 */
                readonly $select?: string;
                /**
                 * @description How many to leave out first.
                 * @example 20
                 */
                readonly $skip?: number;
                /**
                 * @description From `@odata.nextLink` of the page before.
                 * @example WyJvIl0
                 */
                readonly $skiptoken?: string;
                /**
                 * @description How many at most over all pages, up to 1,000.
                 * @example 20
                 */
                readonly $top?: number;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The Id of the SyncRecord; quotation marks in it are doubled.
                 * @example 0197c2a4-5d7e-7c3b-9a51-2f0c8e6d4b10
                 */
                readonly recordId: string;
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of at most a hundred entities. */
            readonly 200: {
                headers: {
                    readonly "OData-Version": components["headers"]["OData-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataSyncHistoryExclusionsPage"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `odata-syntax`: a query or path is not OData. `odata-unsupported`: a query or path asks for a part of OData that is not read. `odata-limit`: a query or path is larger than allowed. `odata-unknown-member`: an option names a member that is not there. `odata-member-use`: a member cannot be used in this way. `odata-type-mismatch`: the types of an expression do not fit. `odata-out-of-range`: a value that no column can hold. `odata-key`: the key in the path is not a key of that type. `odata-option`: the query option makes no sense on this path. `odata-skiptoken`: the $skiptoken is not one for this query. `odata-format`: $format cannot be read. `odata-version`: the client understands no version that is spoken here. `query-too-expensive`: an OData query took too long. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. `odata-unknown-resource`: the path names what the service does not have. `odata-not-found`: the path leads to an entity that does not exist. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `odata-not-acceptable`: nothing that is acceptable can be answered. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
        };
    };
    readonly listSyncHistoryPackets: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Whether to count all entities that the filter leaves.
                 * @example true
                 */
                readonly $count?: boolean;
                /**
                 * @description The contained entities to answer too, with options of their own in parentheses.
                 * @example States
                 */
                readonly $expand?: string;
                /**
                 * @description Which entities: `eq ne gt ge lt le in and or not`, functions, `any` and `all`.
                 * @example Id ne ''
                 */
                readonly $filter?: string;
                /**
                 * @description In which order. SyncHistory is always newest first.
                 * @example Id desc
                 */
                readonly $orderby?: string;
                /**
                 * @description The properties to answer.
                 * @example Id
                 */
                readonly $select?: string;
                /**
                 * @description How many to leave out first.
                 * @example 20
                 */
                readonly $skip?: number;
                /**
                 * @description From `@odata.nextLink` of the page before.
                 * @example WyJvIl0
                 */
                readonly $skiptoken?: string;
                /**
                 * @description How many at most over all pages, up to 1,000.
                 * @example 20
                 */
                readonly $top?: number;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The Id of the SyncRecord; quotation marks in it are doubled.
                 * @example 0197c2a4-5d7e-7c3b-9a51-2f0c8e6d4b10
                 */
                readonly recordId: string;
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of at most a hundred entities. */
            readonly 200: {
                headers: {
                    readonly "OData-Version": components["headers"]["OData-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataSyncHistoryPacketsPage"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `odata-syntax`: a query or path is not OData. `odata-unsupported`: a query or path asks for a part of OData that is not read. `odata-limit`: a query or path is larger than allowed. `odata-unknown-member`: an option names a member that is not there. `odata-member-use`: a member cannot be used in this way. `odata-type-mismatch`: the types of an expression do not fit. `odata-out-of-range`: a value that no column can hold. `odata-key`: the key in the path is not a key of that type. `odata-option`: the query option makes no sense on this path. `odata-skiptoken`: the $skiptoken is not one for this query. `odata-format`: $format cannot be read. `odata-version`: the client understands no version that is spoken here. `query-too-expensive`: an OData query took too long. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. `odata-unknown-resource`: the path names what the service does not have. `odata-not-found`: the path leads to an entity that does not exist. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `odata-not-acceptable`: nothing that is acceptable can be answered. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
        };
    };
    readonly listSyncHistoryStates: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Whether to count all entities that the filter leaves.
                 * @example true
                 */
                readonly $count?: boolean;
                /**
                 * @description The contained entities to answer too, with options of their own in parentheses.
                 * @example States
                 */
                readonly $expand?: string;
                /**
                 * @description Which entities: `eq ne gt ge lt le in and or not`, functions, `any` and `all`.
                 * @example Id ne ''
                 */
                readonly $filter?: string;
                /**
                 * @description In which order. SyncHistory is always newest first.
                 * @example Id desc
                 */
                readonly $orderby?: string;
                /**
                 * @description The properties to answer.
                 * @example Id
                 */
                readonly $select?: string;
                /**
                 * @description How many to leave out first.
                 * @example 20
                 */
                readonly $skip?: number;
                /**
                 * @description From `@odata.nextLink` of the page before.
                 * @example WyJvIl0
                 */
                readonly $skiptoken?: string;
                /**
                 * @description How many at most over all pages, up to 1,000.
                 * @example 20
                 */
                readonly $top?: number;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The Id of the SyncRecord; quotation marks in it are doubled.
                 * @example 0197c2a4-5d7e-7c3b-9a51-2f0c8e6d4b10
                 */
                readonly recordId: string;
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of at most a hundred entities. */
            readonly 200: {
                headers: {
                    readonly "OData-Version": components["headers"]["OData-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataSyncHistoryStatesPage"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `odata-syntax`: a query or path is not OData. `odata-unsupported`: a query or path asks for a part of OData that is not read. `odata-limit`: a query or path is larger than allowed. `odata-unknown-member`: an option names a member that is not there. `odata-member-use`: a member cannot be used in this way. `odata-type-mismatch`: the types of an expression do not fit. `odata-out-of-range`: a value that no column can hold. `odata-key`: the key in the path is not a key of that type. `odata-option`: the query option makes no sense on this path. `odata-skiptoken`: the $skiptoken is not one for this query. `odata-format`: $format cannot be read. `odata-version`: the client understands no version that is spoken here. `query-too-expensive`: an OData query took too long. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. `odata-unknown-resource`: the path names what the service does not have. `odata-not-found`: the path leads to an entity that does not exist. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `odata-not-acceptable`: nothing that is acceptable can be answered. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ODataError"];
                };
            };
        };
    };
    readonly putSubscriber: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        /** @description Where and when the subscriber does business. Times of day are local. */
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "Region": "US",
                 *       "TimeZone": "America/New_York",
                 *       "BusinessDayCutOff": "04:00",
                 *       "Currency": "USD"
                 *     }
                 */
                readonly "application/json": components["schemas"]["SubscriberInput"];
                /**
                 * @example {
                 *       "Region": "US",
                 *       "TimeZone": "America/New_York",
                 *       "BusinessDayCutOff": "04:00",
                 *       "Currency": "USD"
                 *     }
                 */
                readonly "text/json": components["schemas"]["SubscriberInput"];
            };
        };
        readonly responses: {
            /** @description It is stored. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `malformed-json`: the body is not JSON. `invalid-body`: the body can be read, but is not what is taken. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-slow`: the body was not all there in time. */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: the body is longer than is taken here. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: the body is in a form that is not taken here. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly integrationTypes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All of them. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IntegrationTypes"];
                    readonly "text/json": components["schemas"]["IntegrationTypes"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly callback: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description As the consent page gave it.
                 * @example a1b2c3
                 */
                readonly code?: string;
                /**
                 * @description As the consent page gave it.
                 * @example Yl0sF3eWJ6a
                 */
                readonly state?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The integrator, as a name in any case or as its number: Xero 0, QuickBooksOnline 1, PlainText 2, Tryton 3, or what an adapter of your own calls itself. One that the server does not offer is 404.
                 * @example PlainText
                 */
                readonly integrationType: string;
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The whole AccountingIntegration, as it stands now. */
            readonly 200: {
                headers: {
                    readonly Vary: components["headers"]["Vary"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountingIntegration"];
                    readonly "application/xml": components["schemas"]["AccountingIntegration"];
                    readonly "text/json": components["schemas"]["AccountingIntegration"];
                    readonly "text/xml": components["schemas"]["AccountingIntegration"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `integrator-tax`: the integrator refused a call: a tax is not accepted. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-acceptable`: nothing that the client accepts is offered here. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `conflict`: not possible as things stand. `integrator-duplicate`: the integrator refused a call: it exists already. `integrator-reauthorise`: the owner must link (again). */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `integrator-unbalanced`: the integrator refused a call: something does not add up. `integrator-period-locked`: the integrator refused a call: the period is locked. `integrator-unknown-account`: the ledger lacks an account that everything needs. `integrator-contact`: the integrator refused a call: a contact is not accepted. `integrator-stale`: the integrator refused a call: it changed meanwhile. `integrator-invalid`: the integrator refused a call. `integrator-transient`: the integrator could not be asked. */
            readonly 502: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. `integrator-quota`: the allowance is used up while linking or reading. `integrator-rate-limited`: the integrator wants fewer calls while linking or reading. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly days: {
        readonly parameters: {
            readonly query: {
                /**
                 * @description The first business day.
                 * @example 2026-03-01
                 */
                readonly from: string;
                /**
                 * @description The last business day: at most 400 days in all.
                 * @example 2026-03-31
                 */
                readonly to: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The integrator, as a name in any case or as its number: Xero 0, QuickBooksOnline 1, PlainText 2, Tryton 3, or what an adapter of your own calls itself. One that the server does not offer is 404.
                 * @example PlainText
                 */
                readonly integrationType: string;
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The days. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Days"];
                    readonly "text/json": components["schemas"]["Days"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `invalid-input`: the settings for linking cannot be used. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly deactivate: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Names the request, so that it can be sent again when its answer was lost: it is done once, and repetitions within 24 hours are answered the same, with `Idempotency-Replayed: true`. Bare or in quotation marks.
                 * @example 0197c2a4-5d7e-7c3b-9a51-2f0c8e6d4b11
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /**
                 * @description The integrator, as a name in any case or as its number: Xero 0, QuickBooksOnline 1, PlainText 2, Tryton 3, or what an adapter of your own calls itself. One that the server does not offer is 404.
                 * @example PlainText
                 */
                readonly integrationType: string;
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The whole AccountingIntegration, as it stands now. */
            readonly 200: {
                headers: {
                    readonly Vary: components["headers"]["Vary"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountingIntegration"];
                    readonly "application/xml": components["schemas"]["AccountingIntegration"];
                    readonly "text/json": components["schemas"]["AccountingIntegration"];
                    readonly "text/xml": components["schemas"]["AccountingIntegration"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `idempotency-key-malformed`: the `Idempotency-Key` cannot be used. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-acceptable`: nothing that the client accepts is offered here. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `body-too-slow`: the body was not all there in time. */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `conflict`: not possible as things stand. `idempotency-key-in-use`: the first request with this key is being done. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `body-too-large`: the body is longer than is taken here. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `unsupported-media-type`: the body is in a form that is not taken here. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `idempotency-key-reused`: the key stands for another request. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly initialize: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The integrator, as a name in any case or as its number: Xero 0, QuickBooksOnline 1, PlainText 2, Tryton 3, or what an adapter of your own calls itself. One that the server does not offer is 404.
                 * @example PlainText
                 */
                readonly integrationType: string;
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The whole AccountingIntegration, as it stands now. */
            readonly 200: {
                headers: {
                    readonly Vary: components["headers"]["Vary"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountingIntegration"];
                    readonly "application/xml": components["schemas"]["AccountingIntegration"];
                    readonly "text/json": components["schemas"]["AccountingIntegration"];
                    readonly "text/xml": components["schemas"]["AccountingIntegration"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-acceptable`: nothing that the client accepts is offered here. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly link: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Names the request, so that it can be sent again when its answer was lost: it is done once, and repetitions within 24 hours are answered the same, with `Idempotency-Replayed: true`. Bare or in quotation marks.
                 * @example 0197c2a4-5d7e-7c3b-9a51-2f0c8e6d4b11
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /**
                 * @description The integrator, as a name in any case or as its number: Xero 0, QuickBooksOnline 1, PlainText 2, Tryton 3, or what an adapter of your own calls itself. One that the server does not offer is 404.
                 * @example PlainText
                 */
                readonly integrationType: string;
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        /** @description `Settings` are the integrator’s own. `RedirectUri` is the page that the browser comes back to: https, or http of the same machine; Callback by default. */
        readonly requestBody?: {
            readonly content: {
                /**
                 * @example {
                 *       "RedirectUri": "https://console.example/linked"
                 *     }
                 */
                readonly "application/json": components["schemas"]["LinkInput"];
                /**
                 * @example {
                 *       "RedirectUri": "https://console.example/linked"
                 *     }
                 */
                readonly "text/json": components["schemas"]["LinkInput"];
            };
        };
        readonly responses: {
            /** @description Where to go, or what is linked. */
            readonly 200: {
                headers: {
                    readonly Vary: components["headers"]["Vary"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LinkAnswer"];
                    readonly "application/xml": components["schemas"]["LinkAnswer"];
                    readonly "text/json": components["schemas"]["LinkAnswer"];
                    readonly "text/xml": components["schemas"]["LinkAnswer"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `malformed-json`: the body is not JSON. `invalid-body`: the body can be read, but is not what is taken. `invalid-input`: the settings for linking cannot be used. `integrator-tax`: the integrator refused a call: a tax is not accepted. `idempotency-key-malformed`: the `Idempotency-Key` cannot be used. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-acceptable`: nothing that the client accepts is offered here. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `body-too-slow`: the body was not all there in time. */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `conflict`: not possible as things stand. `integrator-duplicate`: the integrator refused a call: it exists already. `integrator-reauthorise`: the owner must link (again). `idempotency-key-in-use`: the first request with this key is being done. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `body-too-large`: the body is longer than is taken here. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `unsupported-media-type`: the body is in a form that is not taken here. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `idempotency-key-reused`: the key stands for another request. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `integrator-unbalanced`: the integrator refused a call: something does not add up. `integrator-period-locked`: the integrator refused a call: the period is locked. `integrator-unknown-account`: the ledger lacks an account that everything needs. `integrator-contact`: the integrator refused a call: a contact is not accepted. `integrator-stale`: the integrator refused a call: it changed meanwhile. `integrator-invalid`: the integrator refused a call. `integrator-transient`: the integrator could not be asked. */
            readonly 502: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. `integrator-quota`: the allowance is used up while linking or reading. `integrator-rate-limited`: the integrator wants fewer calls while linking or reading. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly map: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Names the request, so that it can be sent again when its answer was lost: it is done once, and repetitions within 24 hours are answered the same, with `Idempotency-Replayed: true`. Bare or in quotation marks.
                 * @example 0197c2a4-5d7e-7c3b-9a51-2f0c8e6d4b11
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /**
                 * @description The integrator, as a name in any case or as its number: Xero 0, QuickBooksOnline 1, PlainText 2, Tryton 3, or what an adapter of your own calls itself. One that the server does not offer is 404.
                 * @example PlainText
                 */
                readonly integrationType: string;
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        /** @description In XML an `ArrayOfAccountingMap`. */
        readonly requestBody: {
            readonly content: {
                /**
                 * @example [
                 *       {
                 *         "MapType": 1,
                 *         "MapItems": [
                 *           {
                 *             "MindbodyId": "1",
                 *             "IntegrationId": "Income:Services"
                 *           }
                 *         ]
                 *       }
                 *     ]
                 */
                readonly "application/json": readonly components["schemas"]["AccountingMapInput"][];
                readonly "application/xml": readonly components["schemas"]["AccountingMapInput"][];
                /**
                 * @example [
                 *       {
                 *         "MapType": 1,
                 *         "MapItems": [
                 *           {
                 *             "MindbodyId": "1",
                 *             "IntegrationId": "Income:Services"
                 *           }
                 *         ]
                 *       }
                 *     ]
                 */
                readonly "text/json": readonly components["schemas"]["AccountingMapInput"][];
                readonly "text/xml": readonly components["schemas"]["AccountingMapInput"][];
            };
        };
        readonly responses: {
            /** @description The whole AccountingIntegration, as it stands now. */
            readonly 200: {
                headers: {
                    readonly Vary: components["headers"]["Vary"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountingIntegration"];
                    readonly "application/xml": components["schemas"]["AccountingIntegration"];
                    readonly "text/json": components["schemas"]["AccountingIntegration"];
                    readonly "text/xml": components["schemas"]["AccountingIntegration"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `malformed-json`: the body is not JSON. `invalid-body`: the body can be read, but is not what is taken. `malformed-xml`: the body is not the XML that belongs here. `idempotency-key-malformed`: the `Idempotency-Key` cannot be used. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-acceptable`: nothing that the client accepts is offered here. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `body-too-slow`: the body was not all there in time. */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `conflict`: not possible as things stand. `idempotency-key-in-use`: the first request with this key is being done. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `body-too-large`: the body is longer than is taken here. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `unsupported-media-type`: the body is in a form that is not taken here. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `idempotency-key-reused`: the key stands for another request. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly mappingReview: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The integrator, as a name in any case or as its number: Xero 0, QuickBooksOnline 1, PlainText 2, Tryton 3, or what an adapter of your own calls itself. One that the server does not offer is 404.
                 * @example PlainText
                 */
                readonly integrationType: string;
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The review. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MappingReview"];
                    readonly "text/json": components["schemas"]["MappingReview"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: not possible as things stand. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly refresh: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Names the request, so that it can be sent again when its answer was lost: it is done once, and repetitions within 24 hours are answered the same, with `Idempotency-Replayed: true`. Bare or in quotation marks.
                 * @example 0197c2a4-5d7e-7c3b-9a51-2f0c8e6d4b11
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /**
                 * @description The integrator, as a name in any case or as its number: Xero 0, QuickBooksOnline 1, PlainText 2, Tryton 3, or what an adapter of your own calls itself. One that the server does not offer is 404.
                 * @example PlainText
                 */
                readonly integrationType: string;
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is queued. */
            readonly 202: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `idempotency-key-malformed`: the `Idempotency-Key` cannot be used. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-acceptable`: nothing that the client accepts is offered here. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `body-too-slow`: the body was not all there in time. */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `conflict`: not possible as things stand. `idempotency-key-in-use`: the first request with this key is being done. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `body-too-large`: the body is longer than is taken here. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `unsupported-media-type`: the body is in a form that is not taken here. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `idempotency-key-reused`: the key stands for another request. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly remove: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The integrator, as a name in any case or as its number: Xero 0, QuickBooksOnline 1, PlainText 2, Tryton 3, or what an adapter of your own calls itself. One that the server does not offer is 404.
                 * @example PlainText
                 */
                readonly integrationType: string;
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The whole AccountingIntegration, as it stands now. */
            readonly 200: {
                headers: {
                    readonly Vary: components["headers"]["Vary"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountingIntegration"];
                    readonly "application/xml": components["schemas"]["AccountingIntegration"];
                    readonly "text/json": components["schemas"]["AccountingIntegration"];
                    readonly "text/xml": components["schemas"]["AccountingIntegration"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-acceptable`: nothing that the client accepts is offered here. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `conflict`: not possible as things stand. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly resync: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Names the request, so that it can be sent again when its answer was lost: it is done once, and repetitions within 24 hours are answered the same, with `Idempotency-Replayed: true`. Bare or in quotation marks.
                 * @example 0197c2a4-5d7e-7c3b-9a51-2f0c8e6d4b11
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /**
                 * @description The integrator, as a name in any case or as its number: Xero 0, QuickBooksOnline 1, PlainText 2, Tryton 3, or what an adapter of your own calls itself. One that the server does not offer is 404.
                 * @example PlainText
                 */
                readonly integrationType: string;
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        /** @description A SyncRecord, of which the `Id` is read. */
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "Id": "0197c2a4-5d7e-7c3b-9a51-2f0c8e6d4b10"
                 *     }
                 */
                readonly "application/json": components["schemas"]["SyncRecordInput"];
                readonly "application/xml": components["schemas"]["SyncRecordInput"];
                /**
                 * @example {
                 *       "Id": "0197c2a4-5d7e-7c3b-9a51-2f0c8e6d4b10"
                 *     }
                 */
                readonly "text/json": components["schemas"]["SyncRecordInput"];
                readonly "text/xml": components["schemas"]["SyncRecordInput"];
            };
        };
        readonly responses: {
            /** @description It is queued. `Location` is the SyncRecord to look at, every 5 seconds or slower. */
            readonly 202: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly Vary: components["headers"]["Vary"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SyncRecordReference"];
                    readonly "application/xml": components["schemas"]["SyncRecordReference"];
                    readonly "text/json": components["schemas"]["SyncRecordReference"];
                    readonly "text/xml": components["schemas"]["SyncRecordReference"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `malformed-json`: the body is not JSON. `invalid-body`: the body can be read, but is not what is taken. `malformed-xml`: the body is not the XML that belongs here. `idempotency-key-malformed`: the `Idempotency-Key` cannot be used. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-acceptable`: nothing that the client accepts is offered here. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `body-too-slow`: the body was not all there in time. */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `conflict`: not possible as things stand. `idempotency-key-in-use`: the first request with this key is being done. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `body-too-large`: the body is longer than is taken here. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `unsupported-media-type`: the body is in a form that is not taken here. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `idempotency-key-reused`: the key stands for another request. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly save: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Names the request, so that it can be sent again when its answer was lost: it is done once, and repetitions within 24 hours are answered the same, with `Idempotency-Replayed: true`. Bare or in quotation marks.
                 * @example 0197c2a4-5d7e-7c3b-9a51-2f0c8e6d4b11
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /**
                 * @description The integrator, as a name in any case or as its number: Xero 0, QuickBooksOnline 1, PlainText 2, Tryton 3, or what an adapter of your own calls itself. One that the server does not offer is 404.
                 * @example PlainText
                 */
                readonly integrationType: string;
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        /** @description An AccountingIntegration, as Initialize answers it and with what is to change. */
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "Maps": [
                 *         {
                 *           "MapType": 1,
                 *           "MapItems": [
                 *             {
                 *               "MindbodyId": "1",
                 *               "IntegrationId": "Income:Services"
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "SynchronizationPreferences": {
                 *         "SummarizeData": true
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["SavedIntegrationInput"];
                readonly "application/xml": components["schemas"]["SavedIntegrationInput"];
                /**
                 * @example {
                 *       "Maps": [
                 *         {
                 *           "MapType": 1,
                 *           "MapItems": [
                 *             {
                 *               "MindbodyId": "1",
                 *               "IntegrationId": "Income:Services"
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "SynchronizationPreferences": {
                 *         "SummarizeData": true
                 *       }
                 *     }
                 */
                readonly "text/json": components["schemas"]["SavedIntegrationInput"];
                readonly "text/xml": components["schemas"]["SavedIntegrationInput"];
            };
        };
        readonly responses: {
            /** @description The whole AccountingIntegration, as it stands now. */
            readonly 200: {
                headers: {
                    readonly Vary: components["headers"]["Vary"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountingIntegration"];
                    readonly "application/xml": components["schemas"]["AccountingIntegration"];
                    readonly "text/json": components["schemas"]["AccountingIntegration"];
                    readonly "text/xml": components["schemas"]["AccountingIntegration"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `malformed-json`: the body is not JSON. `invalid-body`: the body can be read, but is not what is taken. `malformed-xml`: the body is not the XML that belongs here. `idempotency-key-malformed`: the `Idempotency-Key` cannot be used. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-acceptable`: nothing that the client accepts is offered here. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `body-too-slow`: the body was not all there in time. */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `conflict`: not possible as things stand. `idempotency-key-in-use`: the first request with this key is being done. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `body-too-large`: the body is longer than is taken here. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `unsupported-media-type`: the body is in a form that is not taken here. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `idempotency-key-reused`: the key stands for another request. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly saveXeroTaxRate: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Names the request, so that it can be sent again when its answer was lost: it is done once, and repetitions within 24 hours are answered the same, with `Idempotency-Replayed: true`. Bare or in quotation marks.
                 * @example 0197c2a4-5d7e-7c3b-9a51-2f0c8e6d4b11
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /**
                 * @description The integrator, as a name in any case or as its number: Xero 0, QuickBooksOnline 1, PlainText 2, Tryton 3, or what an adapter of your own calls itself. One that the server does not offer is 404.
                 * @example PlainText
                 */
                readonly integrationType: string;
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        /** @description The tax rate and what it is made of. */
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "TaxRate": {
                 *         "Name": "City tax",
                 *         "ReportTaxType": "OUTPUT",
                 *         "TaxComponents": [
                 *           {
                 *             "Name": "City",
                 *             "Rate": "7.25",
                 *             "IsCompound": false
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["SaveXeroTaxRateInput"];
                readonly "application/xml": components["schemas"]["SaveXeroTaxRateInput"];
                /**
                 * @example {
                 *       "TaxRate": {
                 *         "Name": "City tax",
                 *         "ReportTaxType": "OUTPUT",
                 *         "TaxComponents": [
                 *           {
                 *             "Name": "City",
                 *             "Rate": "7.25",
                 *             "IsCompound": false
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                readonly "text/json": components["schemas"]["SaveXeroTaxRateInput"];
                readonly "text/xml": components["schemas"]["SaveXeroTaxRateInput"];
            };
        };
        readonly responses: {
            /** @description It is created, and the Refresh is queued. */
            readonly 202: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `malformed-json`: the body is not JSON. `invalid-body`: the body can be read, but is not what is taken. `malformed-xml`: the body is not the XML that belongs here. `integrator-tax`: the integrator refused a call: a tax is not accepted. `idempotency-key-malformed`: the `Idempotency-Key` cannot be used. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. `route-not-found`: there is nothing at this address. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-acceptable`: nothing that the client accepts is offered here. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `body-too-slow`: the body was not all there in time. */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `integrator-duplicate`: the integrator refused a call: it exists already. `integrator-reauthorise`: the owner must link (again). `conflict`: not possible as things stand. `unsupported-capability`: an adapter was asked for what it does not do. `idempotency-key-in-use`: the first request with this key is being done. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `body-too-large`: the body is longer than is taken here. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `unsupported-media-type`: the body is in a form that is not taken here. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `idempotency-key-reused`: the key stands for another request. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `integrator-unbalanced`: the integrator refused a call: something does not add up. `integrator-period-locked`: the integrator refused a call: the period is locked. `integrator-unknown-account`: the ledger lacks an account that everything needs. `integrator-contact`: the integrator refused a call: a contact is not accepted. `integrator-stale`: the integrator refused a call: it changed meanwhile. `integrator-invalid`: the integrator refused a call. `integrator-transient`: the integrator could not be asked. */
            readonly 502: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. `integrator-quota`: the allowance is used up while linking or reading. `integrator-rate-limited`: the integrator wants fewer calls while linking or reading. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly sync: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Names the request, so that it can be sent again when its answer was lost: it is done once, and repetitions within 24 hours are answered the same, with `Idempotency-Replayed: true`. Bare or in quotation marks.
                 * @example 0197c2a4-5d7e-7c3b-9a51-2f0c8e6d4b11
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /**
                 * @description The integrator, as a name in any case or as its number: Xero 0, QuickBooksOnline 1, PlainText 2, Tryton 3, or what an adapter of your own calls itself. One that the server does not offer is 404.
                 * @example PlainText
                 */
                readonly integrationType: string;
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is queued. `Location` is the SyncRecord to look at, every 5 seconds or slower. */
            readonly 202: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly Vary: components["headers"]["Vary"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SyncRecordReference"];
                    readonly "application/xml": components["schemas"]["SyncRecordReference"];
                    readonly "text/json": components["schemas"]["SyncRecordReference"];
                    readonly "text/xml": components["schemas"]["SyncRecordReference"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `idempotency-key-malformed`: the `Idempotency-Key` cannot be used. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `not-acceptable`: nothing that the client accepts is offered here. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `body-too-slow`: the body was not all there in time. */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `conflict`: not possible as things stand. `idempotency-key-in-use`: the first request with this key is being done. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `body-too-large`: the body is longer than is taken here. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `unsupported-media-type`: the body is in a form that is not taken here. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `idempotency-key-reused`: the key stands for another request. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                    readonly "application/xml": components["schemas"]["Error"];
                    readonly "text/xml": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly putConfiguration: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        /** @description The accounting configuration. */
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "TaxRates": [
                 *         {
                 *           "Id": "01:01",
                 *           "Name": "Sales",
                 *           "Value": 0.08,
                 *           "LocationId": "1"
                 *         }
                 *       ],
                 *       "RevenueCategories": [
                 *         {
                 *           "Id": "1",
                 *           "Name": "Services",
                 *           "Status": "Active"
                 *         }
                 *       ],
                 *       "PaymentMethods": [
                 *         {
                 *           "Id": "1",
                 *           "Name": "Cash",
                 *           "Status": "Active"
                 *         }
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["AccountingConfigurationInput"];
                /**
                 * @example {
                 *       "TaxRates": [
                 *         {
                 *           "Id": "01:01",
                 *           "Name": "Sales",
                 *           "Value": 0.08,
                 *           "LocationId": "1"
                 *         }
                 *       ],
                 *       "RevenueCategories": [
                 *         {
                 *           "Id": "1",
                 *           "Name": "Services",
                 *           "Status": "Active"
                 *         }
                 *       ],
                 *       "PaymentMethods": [
                 *         {
                 *           "Id": "1",
                 *           "Name": "Cash",
                 *           "Status": "Active"
                 *         }
                 *       ]
                 *     }
                 */
                readonly "text/json": components["schemas"]["AccountingConfigurationInput"];
            };
        };
        readonly responses: {
            /** @description It is stored. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. `malformed-json`: the body is not JSON. `invalid-body`: the body can be read, but is not what is taken. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-slow`: the body was not all there in time. */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: the body is longer than is taken here. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: the body is in a form that is not taken here. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly feedOrders: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The platform’s id of the subscriber. One that the token does not name looks like one that does not exist.
                 * @example 1234
                 */
                readonly subscriberId: string;
            };
            readonly cookie?: never;
        };
        /** @description One order a line, or an array of orders. An order has at most 1 MB. */
        readonly requestBody: {
            readonly content: {
                /**
                 * @example [
                 *       {
                 *         "Id": "1041",
                 *         "Type": "Sale",
                 *         "OrderDate": "2026-03-01T17:30:00",
                 *         "LocationId": "1",
                 *         "Items": [
                 *           {
                 *             "Id": "1",
                 *             "RevenueCategoryId": "1",
                 *             "NetAmount": "20.00",
                 *             "Taxes": [
                 *               {
                 *                 "TaxRateId": "01:01",
                 *                 "Amount": "1.60"
                 *               }
                 *             ],
                 *             "Total": "21.60"
                 *           }
                 *         ],
                 *         "Cost": {
                 *           "Total": "21.60"
                 *         },
                 *         "Payments": [
                 *           {
                 *             "Id": "1",
                 *             "PaymentMethodId": "1",
                 *             "Amount": "21.60"
                 *           }
                 *         ],
                 *         "LastModifiedTime": "2026-03-01T22:30:00Z"
                 *       }
                 *     ]
                 */
                readonly "application/json": readonly components["schemas"]["OrderInput"][];
                /**
                 * @example {
                 *       "Id": "1041",
                 *       "Type": "Sale",
                 *       "OrderDate": "2026-03-01T17:30:00",
                 *       "LocationId": "1",
                 *       "Items": [
                 *         {
                 *           "Id": "1",
                 *           "RevenueCategoryId": "1",
                 *           "NetAmount": "20.00",
                 *           "Taxes": [
                 *             {
                 *               "TaxRateId": "01:01",
                 *               "Amount": "1.60"
                 *             }
                 *           ],
                 *           "Total": "21.60"
                 *         }
                 *       ],
                 *       "Cost": {
                 *         "Total": "21.60"
                 *       },
                 *       "Payments": [
                 *         {
                 *           "Id": "1",
                 *           "PaymentMethodId": "1",
                 *           "Amount": "21.60"
                 *         }
                 *       ],
                 *       "LastModifiedTime": "2026-03-01T22:30:00Z"
                 *     }
                 */
                readonly "application/x-ndjson": components["schemas"]["OrderInput"];
                /**
                 * @example [
                 *       {
                 *         "Id": "1041",
                 *         "Type": "Sale",
                 *         "OrderDate": "2026-03-01T17:30:00",
                 *         "LocationId": "1",
                 *         "Items": [
                 *           {
                 *             "Id": "1",
                 *             "RevenueCategoryId": "1",
                 *             "NetAmount": "20.00",
                 *             "Taxes": [
                 *               {
                 *                 "TaxRateId": "01:01",
                 *                 "Amount": "1.60"
                 *               }
                 *             ],
                 *             "Total": "21.60"
                 *           }
                 *         ],
                 *         "Cost": {
                 *           "Total": "21.60"
                 *         },
                 *         "Payments": [
                 *           {
                 *             "Id": "1",
                 *             "PaymentMethodId": "1",
                 *             "Amount": "21.60"
                 *           }
                 *         ],
                 *         "LastModifiedTime": "2026-03-01T22:30:00Z"
                 *       }
                 *     ]
                 */
                readonly "text/json": readonly components["schemas"]["OrderInput"][];
            };
        };
        readonly responses: {
            /** @description What became of the orders, counted; or line by line, if that is asked for. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FeedSummary"];
                    readonly "application/x-ndjson": components["schemas"]["OrderReceipt"] | components["schemas"]["FeedProblem"];
                };
            };
            /** @description `scope-not-supported`: the domain scope is not one subscriber. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-signed-in`: no valid bearer token. */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: the role of the token may not do this. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: what was asked for does not exist, or not for you. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: the body is in a form that is not taken here. */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: too many calls; nothing was done. */
            readonly 429: {
                headers: {
                    readonly "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                    readonly "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                    readonly "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unexpected`: an error that nobody foresaw. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store-unavailable`: the database cannot be used. `transaction-conflict`: a transaction collided with others too often. `identity-provider-unavailable`: the keys of the token issuer cannot be read. */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
