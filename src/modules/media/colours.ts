/** Hashes are decoded once: a feed shows the same pictures to everybody. */
const known = new Map<string, string | undefined>()
const REMEMBERED = 2_000

/**
 * What is shown in a picture's place before it comes: the average colours of its upper, middle and lower third, as
 * `#rrggbb,#rrggbb,#rrggbb`. Sixty bytes of CSS, where the blurred picture itself would be two thousand.
 * @param thumbhash Base64 of a ThumbHash. @returns Undefined when there is no (valid) hash.
 */
export function coloursOf(thumbhash: string | null | undefined): string | undefined {
  if (!thumbhash) return undefined
  if (!known.has(thumbhash)) {
    if (known.size >= REMEMBERED) known.clear()
    known.set(thumbhash, decoded(thumbhash))
  }
  return known.get(thumbhash)
}

function decoded(thumbhash: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(thumbhash), (char) => char.charCodeAt(0))
    return bytes.length < 5 ? undefined : bandsOf(bytes).join(',')
  } catch {
    return undefined
  }
}

/**
 * A ThumbHash is a cosine transform of the picture's lightness and two colour differences; of a row's average only the waves
 * from top to bottom remain, so that neither its pixels nor the library that draws them are needed.
 */
function bandsOf(hash: Uint8Array): string[] {
  const byte = (at: number): number => hash[at] ?? 0
  const [head, more] = [byte(0) | (byte(1) << 8) | (byte(2) << 16), byte(3) | (byte(4) << 8)]
  const [alpha, wide] = [head >> 23, more >> 15]
  const [long, short] = [alpha ? 5 : 7, more & 7]
  let half = alpha ? 12 : 10
  const channel = (nx: number, ny: number, start: number, scale: number): number[] => {
    let bands = [start, start, start]
    for (let cy = 0; cy < ny; cy += 1)
      for (let cx = cy ? 0 : 1; cx * ny < nx * (ny - cy); cx += 1, half += 1) {
        const wave = (((byte(half >> 1) >> ((half & 1) * 4)) & 15) / 7.5 - 1) * scale
        if (cx === 0) bands = bands.map((sum, band) => sum + 2 * wave * meanOf(cy, band))
      }
    return bands
  }
  const light = channel(Math.max(3, wide ? long : short), Math.max(3, wide ? short : long), (head & 63) / 63, ((head >> 18) & 31) / 31)
  const yellow = channel(3, 3, ((head >> 6) & 63) / 31.5 - 1, (((more >> 3) & 63) / 63) * 1.25)
  const red = channel(3, 3, ((head >> 12) & 63) / 31.5 - 1, (((more >> 9) & 63) / 63) * 1.25)
  return light.map((l, band) => colourOf(l, yellow[band] ?? 0, red[band] ?? 0))
}

/** The mean of a cosine with `waves` half turns from top to bottom, over one third of the way. */
const meanOf = (waves: number, band: number): number => {
  const third = (Math.PI * waves) / 3
  return (Math.sin(third * (band + 1)) - Math.sin(third * band)) / third
}

/** Lightness, yellow against blue and red against green, as #rrggbb. */
function colourOf(l: number, p: number, q: number): string {
  const blue = l - (2 / 3) * p
  const red = (3 * l - blue + q) / 2
  const hex = [red, red - q, blue].map((one) =>
    Math.round(255 * Math.min(1, Math.max(0, one)))
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${hex.join('')}`
}
