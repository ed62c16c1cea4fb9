import { LedgerpostError } from './ledgerpost-error.js'

/** An adapter was asked for something its manifest does not declare. */
export class UnsupportedCapabilityError extends LedgerpostError {
  override readonly name = 'UnsupportedCapabilityError'

  constructor(adapterType: string, capability: string, advice: string) {
    super({
      code: 'unsupported-capability',
      message: `The ${adapterType} adapter does not support ${capability}. ${advice}`,
      details: { adapterType, capability },
    })
  }
}
