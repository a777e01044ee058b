import sharp from 'sharp'
import { prng } from './prng.mjs'

const grains = new Map<string, Buffer>()

/** Paper grain: fine noise and slow mottling around middle grey, to be laid over a picture with `overlay`. */
async function grain(width: number, height: number): Promise<Buffer> {
  const key = `${width}x${height}`
  const known = grains.get(key)
  if (known) return known
  const random = prng(7)
  const noise = (w: number, h: number, strength: number): Buffer => {
    const pixels = Buffer.alloc(w * h * 3)
    for (let i = 0; i < w * h; i += 1) pixels.fill(128 + Math.max(-127, Math.min(127, random.gauss() * strength)), i * 3, i * 3 + 3)
    return pixels
  }
  const small = { width: Math.ceil(width / 26), height: Math.ceil(height / 26), channels: 3 as const }
  const slow = await sharp(noise(small.width, small.height, 2.4), { raw: small })
    .resize(width, height, { kernel: 'cubic', fit: 'fill' })
    .raw()
    .toBuffer()
  const mixed = noise(width, height, 8).map((value, index) => Math.max(0, Math.min(255, value + (slow[index] ?? 128) - 128)))
  const made = Buffer.from(mixed)
  grains.set(key, made)
  return made
}

/** A drawing as WebP, on paper. */
export async function paint(svg: string, width: number, height: number): Promise<Buffer> {
  const overlay = { input: await grain(width, height), raw: { width, height, channels: 3 as const }, blend: 'overlay' as const }
  const pixels = await sharp(Buffer.from(svg))
    .resize(width, height)
    .flatten({ background: '#FBFAF7' })
    .removeAlpha()
    .composite([overlay])
    .raw()
    .toBuffer()
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .webp({ quality: 74, effort: 5 })
    .toBuffer()
}
