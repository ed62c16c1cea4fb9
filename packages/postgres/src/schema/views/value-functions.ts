/** How stored values read. Immutable and inlined by the planner. */
export const valueFunctions = [
  // ISO 4217 list one, column "minor unit"; a test holds it to core's list.
  `create function major_units(minor_units numeric, currency text) returns numeric
    language sql immutable strict parallel safe
    return minor_units * case
      when currency in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND',
        'VUV', 'XAF', 'XOF', 'XPF') then 1
      when currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 0.001
      when currency in ('CLF', 'UYW') then 0.0001
      else 0.01
    end`,

  // \`credit-note\` reads CreditNote.
  `create function pascal_case(kebab_case text) returns text language sql immutable strict parallel safe
    return replace(initcap(kebab_case collate "C"), '-', '')`,
]
