/**
 * SHA-256 (FIPS 180-4) of a text in UTF-8, as lower-case hexadecimal. Synchronous, and on every runtime the same:
 * Web Crypto only has it with a promise, and idempotency keys are made where nothing may wait.
 */
export function sha256(text: string): string {
  const words = padded(new TextEncoder().encode(text))
  const state = Uint32Array.from(initialState)
  const schedule = new Uint32Array(64)
  for (let block = 0; block < words.length; block += 16) {
    for (let word = 0; word < 16; word += 1) schedule[word] = at(words, block + word)
    compress(state, schedule)
  }
  return [...state].map((word) => word.toString(16).padStart(8, '0')).join('')
}

/** The first 32 bits of the fractional parts of the square (or cube) roots of the first primes. */
function rootsOfPrimes(count: number, root: (prime: number) => number): Uint32Array {
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  }
  return Uint32Array.from(primes, (prime) => Math.floor((root(prime) % 1) * 2 ** 32))
}

const initialState = rootsOfPrimes(8, Math.sqrt)
const roundConstants = rootsOfPrimes(64, Math.cbrt)

/** The message as big-endian words, with the closing bit and the length, a multiple of 16 words. */
function padded(bytes: Uint8Array): Uint32Array {
  const words = new Uint32Array(Math.ceil((bytes.length + 9) / 64) * 16)
  for (let index = 0; index < bytes.length; index += 1) {
    const place = index >>> 2
    words[place] = at(words, place) | (at(bytes, index) << (24 - 8 * (index & 3)))
  }
  const end = bytes.length >>> 2
  words[end] = at(words, end) | (0x80 << (24 - 8 * (bytes.length & 3)))
  words[words.length - 2] = Math.floor(bytes.length / 2 ** 29)
  words[words.length - 1] = bytes.length * 8
  return words
}

function compress(state: Uint32Array, w: Uint32Array): void {
  for (let t = 16; t < 64; t += 1) {
    const w15 = at(w, t - 15)
    const w2 = at(w, t - 2)
    const s0 = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 >>> 3)
    const s1 = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 >>> 10)
    w[t] = at(w, t - 16) + s0 + at(w, t - 7) + s1
  }
  // Signed, so that the arithmetic stays within what the processor has registers for.
  let a = at(state, 0) | 0
  let b = at(state, 1) | 0
  let c = at(state, 2) | 0
  let d = at(state, 3) | 0
  let e = at(state, 4) | 0
  let f = at(state, 5) | 0
  let g = at(state, 6) | 0
  let h = at(state, 7) | 0
  for (let t = 0; t < 64; t += 1) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const choice = (e & f) ^ (~e & g)
    const t1 = (h + s1 + choice + at(roundConstants, t) + at(w, t)) | 0
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const t2 = (s0 + majority) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  state[0] = at(state, 0) + a
  state[1] = at(state, 1) + b
  state[2] = at(state, 2) + c
  state[3] = at(state, 3) + d
  state[4] = at(state, 4) + e
  state[5] = at(state, 5) + f
  state[6] = at(state, 6) + g
  state[7] = at(state, 7) + h
}

function at(numbers: Uint32Array | Uint8Array, index: number): number {
  return numbers[index] ?? 0
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits))
}
