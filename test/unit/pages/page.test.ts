import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { toPage, windowFor } from '../../../src/server/pages/page.ts'
import { fc } from '../fc.ts'

const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_DEFAULT_WINDOW } = constants

/** A text like a page: what is near repeats itself, and so does what is far. */
const pageLike = fc
  .tuple(fc.array(fc.string({ minLength: 5, maxLength: 60 }), { minLength: 4, maxLength: 40 }), fc.integer({ min: 600, max: 150_000 }))
  .map(([parts, length]) => {
    const once = parts.map((part, at) => `<article id="${at}">${part}</article>`).join('')
    return once.repeat(Math.ceil(length / once.length)).slice(0, length)
  })

describe('how a page is packed', () => {
  it.each([
    [1, 10],
    [1_008, 10],
    [1_009, 11],
    [77_000, 17],
    [131_056, 17],
    [131_057, 18],
    [50_000_000, 22],
  ])('of %i bytes all are within a window of 2^%i less 16 bytes, and within none smaller', (bytes, bits) => {
    expect(windowFor(bytes)).toBe(bits)
  })

  it('in the smallest window that holds it, it is as small as in the widest', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(pageLike, async (html) => {
        const body = Buffer.from(html)
        const { bodies } = await toPage({ status: 200, headers: [], body, tags: [] }, 'br')
        const ours = ('br' in bodies && bodies.br) || bodies.identity || Buffer.alloc(0)
        const params = { [BROTLI_PARAM_QUALITY]: 5, [BROTLI_PARAM_SIZE_HINT]: body.length }
        const widest = brotliCompressSync(body, { params: { ...params, [constants.BROTLI_PARAM_LGWIN]: BROTLI_DEFAULT_WINDOW } })
        expect(brotliDecompressSync(ours).equals(body)).toBe(true)
        expect(ours.length).toBeLessThanOrEqual(widest.length * 1.02 + 16)
      }),
      { numRuns: 60 },
    )
  })
})
