import { type Contribution, collectCells } from './cell.js'

/** What must be added to `packed` to arrive at `wanted`: the one operation by which the books follow the orders. */
export function difference(wanted: Contribution, packed: Contribution): Contribution {
  return collectCells([...wanted, ...packed.map((cell) => ({ ...cell, net: -cell.net, tax: -cell.tax }))])
}
