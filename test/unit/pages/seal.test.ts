import { describe, expect, it } from 'vitest'
import { scriptHash, sealScripts } from '../../../src/server/pages/seal.ts'

describe('sealing the scripts of a page', () => {
  it('hashes those with this render’s nonce and no others, and takes the nonce out', () => {
    const html =
      '<script nonce="N1">a()</script><p>N1</p><script>evil()</script><script type="module" nonce="N1" async="">b()</script><script src="/x.js" nonce="N1"></script>'
    const sealed = sealScripts(html, 'N1')
    expect(sealed.hashes).toEqual([scriptHash('a()'), scriptHash('b()')].sort())
    expect(sealed.html).not.toContain('nonce=')
    expect(sealed.html).toContain('<script>evil()</script>')
  })

  it('blesses no script with a guessed nonce', () => {
    expect(sealScripts('<script nonce="N2">evil()</script>', 'N1').hashes).toEqual([])
  })
})
