import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'

/**
 * Draws what systems want of the logo besides its SVG: icons of the web manifest, of a phone's home screen, and a favicon
 * for what asks for one without reading the page. Run after the logo or the brand's colours change; its output is committed.
 */
const folder = path.resolve(import.meta.dirname, '../../public')
const paper = '#FBFAF7'
const logo = await readFile(path.join(folder, 'logo.svg'))

/** The logo in the middle of a square, `part` of its side wide. */
async function icon(side: number, part: number, background: string | null): Promise<Buffer> {
  const inner = Math.round(side * part)
  const mark = await sharp(logo, { density: (72 * inner) / 32 })
    .resize(inner, inner)
    .png()
    .toBuffer()
  const ground = background ?? { r: 0, g: 0, b: 0, alpha: 0 }
  return sharp({ create: { width: side, height: side, channels: 4, background: ground } })
    .composite([{ input: mark }])
    .png({ compressionLevel: 9, palette: true })
    .toBuffer()
}

/** An ICO file with one PNG in it, which everything since Windows Vista reads. */
function ico(png: Buffer, side: number): Buffer {
  const header = Buffer.alloc(22)
  header.writeUInt16LE(1, 2) // an icon
  header.writeUInt16LE(1, 4) // one picture
  header.writeUInt8(side, 6)
  header.writeUInt8(side, 7)
  header.writeUInt16LE(1, 10) // colour planes
  header.writeUInt16LE(32, 12) // bits of a pixel
  header.writeUInt32LE(png.length, 14)
  header.writeUInt32LE(header.length, 18)
  return Buffer.concat([header, png])
}

const files: Record<string, Buffer> = {
  'icon-192.png': await icon(192, 0.84, null),
  'icon-512.png': await icon(512, 0.84, null),
  // Systems cut a circle or a squircle out of it: the logo stays inside the 80 % that every cut leaves.
  'icon-maskable-512.png': await icon(512, 0.56, paper),
  'apple-touch-icon.png': await icon(180, 0.68, paper),
  'favicon.ico': ico(await icon(32, 1, null), 32),
}
for (const [name, bytes] of Object.entries(files)) {
  await writeFile(path.join(folder, name), bytes)
  console.log(`${name.padEnd(24)} ${bytes.length} bytes`)
}
