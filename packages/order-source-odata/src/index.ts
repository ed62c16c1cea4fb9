export { odataOrderSource, type OdataOrderSourceOptions } from './odata-order-source.js'
