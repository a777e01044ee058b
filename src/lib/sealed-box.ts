import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Marks how a text was sealed, so that a later way can be told from this one. */
const version = 'v1'

/**
 * Seals a text with AES-256-GCM under a 32-byte key. `about` (an id) is bound to it: a sealed text that was moved to another row
 * does not open there.
 */
export function sealText(key: Uint8Array, text: string, about: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(about))
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [version, ...[nonce, cipher.getAuthTag(), data].map((part) => part.toString('base64url'))].join('.')
}

/** Opens what `sealText` sealed. Throws on another key, another `about`, or a changed text. */
export function openText(key: Uint8Array, sealed: string, about: string): string {
  const [kind, nonce, tag, data] = sealed.split('.')
  if (kind !== version || !nonce || !tag || data === undefined) throw new Error('Expected a sealed text')
  const part = (text: string) => Buffer.from(text, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, part(nonce), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(about))
  decipher.setAuthTag(part(tag))
  return Buffer.concat([decipher.update(part(data)), decipher.final()]).toString('utf8')
}
