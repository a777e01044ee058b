import { createHash } from 'node:crypto'

/**
 * Makes a finished page's policy fit to be kept. The page was rendered with a random nonce of its own; every script that
 * carries it is ours. Those scripts are hashed and the nonce is taken out, so the bytes never change: they can be
 * compressed once, have an ETag and answer 304. A script that got into the page in any other way carries no nonce (it
 * cannot know it), is not hashed, and the browser refuses it. Hashing every script would bless it.
 */
export function sealScripts(html: string, nonce: string): { html: string; hashes: string[] } {
  const mark = ` nonce="${nonce}"`
  const hashes = new Set<string>()
  for (const [, attributes = '', text = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
    if (attributes.includes(mark) && !/ src=/.test(attributes)) hashes.add(scriptHash(text))
  }
  return { html: html.replaceAll(mark, ''), hashes: [...hashes].sort() }
}

export const scriptHash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
