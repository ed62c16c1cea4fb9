import { contract } from '../contract.js'
import { accountingIntegrationContract } from './accounting-integration.js'

/** LinkAnswer { AuthorisationUrl, AccountingIntegration }: where the browser is to go, or what is linked already. */
export const linkAnswerContract = contract('LinkAnswer', {
  AuthorisationUrl: 'text',
  AccountingIntegration: accountingIntegrationContract,
})
