const lineFeed = 0x0a

/** Each line as an object and back as bytes, which is the least that any mapping of JSON does. */
export function parseAndWrite(lines: Buffer): number {
  let bytes = 0
  for (const order of ordersIn(lines)) bytes += Buffer.from(JSON.stringify(order)).byteLength
  return bytes
}

/** The orders of NDJSON, parsed and no more. */
export function* ordersIn(lines: Buffer): Generator {
  let start = 0
  for (let end = lines.indexOf(lineFeed); end >= 0; end = lines.indexOf(lineFeed, start)) {
    yield JSON.parse(lines.toString('utf8', start, end))
    start = end + 1
  }
}
