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
  const mixed = noise(width, height, 6.4).map((value, index) => Math.max(0, Math.min(255, value + (slow[index] ?? 128) - 128)))
  const made = Buffer.from(mixed)
  grains.set(key, made)
  return made
}

/** Raw RGB pixels as WebP of the best quality that keeps to `budget` bytes. */
export async function encode(pixels: Buffer, width: number, height: number, budget: number): Promise<Buffer> {
  const image = sharp(pixels, { raw: { width, height, channels: 3 } })
  for (let quality = 80; ; quality -= 6) {
    const file = await image.clone().webp({ quality, effort: 5 }).toBuffer()
    if (file.length <= budget || quality <= 38) return file
  }
}

/** A drawing as WebP, on paper, of at most `budget` bytes. */
export async function paint(svg: string, width: number, height: number, budget: number): Promise<Buffer> {
  const overlay = { input: await grain(width, height), raw: { width, height, channels: 3 as const }, blend: 'overlay' as const }
  const pixels = await sharp(Buffer.from(svg))
    .resize(width, height)
    .flatten({ background: '#FBFAF7' })
    .removeAlpha()
    .composite([overlay])
    .raw()
    .toBuffer()
  return encode(pixels, width, height, budget)
}
