// Colours and colour arithmetic. Mixing happens in OKLab, so tones stay clean instead of going grey.

export const brand = {
  paper: '#FBFAF7',
  ink: '#17211B',
  leaf: '#1E7F4F',
  sprout: '#37B26C',
  persimmon: '#D8432B',
  honey: '#F2B544',
}

/** Per category: wall, table, accent shape behind the object, and product colours that sit well on them. */
export const families = {
  skincare: {
    walls: ['#F3D2BF', '#DCE4D2', '#F7E6D6', '#E9C6BC'],
    tables: ['#F8E9DC', '#EAD9C8', '#F4DCCB'],
    accents: ['#E9A98C', '#A9BE9B', '#F6F0E6', '#D98E73'],
  },
  kitchen: {
    walls: ['#CFDCCB', '#E8D9C3', '#D9A58A', '#B9CDBE'],
    tables: ['#F1E6D4', '#DCC3A6', '#C98F70'],
    accents: ['#C4683F', '#8FB09A', '#F6EEDF', '#A94F2E'],
  },
  home: {
    walls: ['#E4D5C3', '#B9C7CF', '#D8BBA4', '#CDD3CC'],
    tables: ['#EFE4D6', '#C9A88A', '#D9C6B0'],
    accents: ['#8FA6B5', '#C8825F', '#F4ECE0', '#A88B70'],
  },
  outdoor: {
    walls: ['#BFD6DC', '#D9CFA8', '#9FB9A2', '#E6D3A8'],
    tables: ['#C8B27E', '#DCCBA0', '#8FA27E'],
    accents: ['#D79A3A', '#2F5D4A', '#F3E7C8', '#6C93A3'],
  },
  fashion: {
    walls: ['#E6DACB', '#D7C3CC', '#C3CEDA', '#E9DCC6'],
    tables: ['#F2E9DE', '#CDB9A8', '#D9CFC6'],
    accents: ['#7A4A5E', '#5C7A9A', '#F5EEE4', '#C7A27E'],
  },
  digital: {
    walls: ['#CFD6DD', '#D9D2E6', '#CDE2D6', '#B9C3CF'],
    tables: ['#ECEBEA', '#D3D6DC', '#E4DCEB'],
    accents: ['#8E86B5', '#7FB59B', '#F4F3F0', '#5A6779'],
  },
  food: {
    walls: ['#F6DFAE', '#F3C9A8', '#D7E2BC', '#F7E9C8'],
    tables: ['#FBF1DC', '#E9C58F', '#F0DDB9'],
    accents: ['#D8432B', '#F2B544', '#8DB36A', '#FDF6E6'],
  },
}

const lin = (v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
const gam = (v) => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055)

export function toLab(hex) {
  const n = parseInt(hex.slice(1), 16)
  const [r, g, b] = [n >> 16, (n >> 8) & 255, n & 255].map((v) => lin(v / 255))
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

export function toHex([L, a, b]) {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3
  const rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return (
    '#' +
    rgb
      .map((v) =>
        Math.round(255 * Math.min(1, Math.max(0, gam(Math.max(0, v)))))
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')
  )
}

export const mix = (c1, c2, t) => {
  const [p, q] = [toLab(c1), toLab(c2)]
  return toHex(p.map((v, i) => v + (q[i] - v) * t))
}

/** Into the light: lighter and a little warmer. */
export const lift = (c, t) => {
  const [L, a, b] = toLab(c)
  return toHex([L + (1 - L) * t, a * (1 - t * 0.6) + 0.004 * t, b * (1 - t * 0.6) + 0.022 * t])
}

/** Into the shade: darker and leaning to violet-blue. Never plain black. */
export const drop = (c, t) => {
  const [L, a, b] = toLab(c)
  return toHex([L * (1 - t), a * (1 - t * 0.12) + 0.008 * t, b * (1 - t * 0.22) - 0.03 * t])
}
