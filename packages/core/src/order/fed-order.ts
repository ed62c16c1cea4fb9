/** One thing that a feed or a source delivers: an order's JSON (members in camelCase), or why there is none. */
export type FedOrder = { readonly input: unknown } | { readonly unreadable: string }
