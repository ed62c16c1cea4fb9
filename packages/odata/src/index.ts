export { ODataSyntaxError, type ODataErrorCode, type ODataErrorOptions } from './syntax-error.js'
export { defaultLimits, type ODataLimits } from './limits.js'
export { type Literal, type TextLiteralType } from './literal.js'
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
} from './filter-tree.js'
export {
  type ExpandItem,
  type ExpandOptions,
  type ODataQuery,
  type OrderByItem,
  type SelectItem,
} from './query-tree.js'
export { parseQuery } from './parse-query.js'
export {
  type KeyPart,
  parsePath,
  type PathOperation,
  type PathSegment,
  type ResourcePath,
} from './parse-path.js'
export { printFilter } from './print-filter.js'
