// A hook of Node's module loader: one module is loaded with other source text, and it is told when that has happened.
let planted

export function initialize({ url, source, port }) {
  planted = { url, source, port }
}

export async function load(url, context, nextLoad) {
  if (url.split('?')[0] !== planted?.url) return nextLoad(url, context)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of Node has no origin
  planted.port.postMessage('loaded')
  return { format: 'module', source: planted.source, shortCircuit: true }
}
