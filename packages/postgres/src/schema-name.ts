/** The one schema that holds every table of Ledgerpost. It leads the search path of every session. */
export const schemaName = 'ledgerpost'
