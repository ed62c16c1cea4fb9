export { ODataSyntaxError, type ODataErrorCode, type ODataErrorOptions } from './parse/syntax-error.js'
export { defaultLimits, type ODataLimits } from './parse/limits.js'
export { type Literal, type TextLiteralType } from './parse/literal.js'
export {
  type ComparisonOperator,
  type FilterCall,
  type FilterComparison,
  type FilterExpression,
  type FilterFunction,
  type FilterIn,
  type FilterLambda,
  type FilterLogical,
  type FilterMember,
  type FilterNot,
  type FilterOperand,
} from './parse/filter-tree.js'
export {
  type ExpandItem,
  type ExpandOptions,
  type ODataQuery,
  type OrderByItem,
  type SelectItem,
} from './parse/query-tree.js'
export { parseQuery } from './parse/parse-query.js'
export {
  type KeyPart,
  parsePath,
  type PathOperation,
  type PathSegment,
  type ResourcePath,
} from './parse/parse-path.js'
export { printFilter } from './parse/print-filter.js'
export { defineModel } from './model/define-model.js'
export { type EntitySet, type Model } from './model/model.js'
export { type EnumType, type PrimitiveType } from './model/primitive-type.js'
export { type Relation, type RelationOrder } from './model/relation.js'
export {
  type CollectionProperty,
  type ComplexProperty,
  type ComplexType,
  type ContainedCollection,
  type ContainedEntity,
  type EntityType,
  type Navigation,
  type PrimitiveItems,
  type PrimitiveProperty,
  type Property,
  type StructuredType,
} from './model/structured-type.js'
export { type ODataAnswer } from './answer/answer.js'
export { errorAnswer, type ODataErrorDescription } from './answer/error-answer.js'
export { type Execute, type ODataRequest } from './request.js'
export {
  ODataRequestError,
  type ODataRequestErrorCode,
  type ODataRequestErrorOptions,
} from './request-error.js'
export { createODataService, type ODataService, type ODataServiceOptions } from './service.js'
export { type SqlValue, type Statement } from './sql/sql.js'
