/** The eight groups of an IPv6 address as numbers; null when the text is none. A dotted tail counts as two groups. */
function groupsOf(address: string): number[] | null {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address)
  const text = dotted
    ? `${dotted[1]}${((Number(dotted[2]) << 8) | Number(dotted[3])).toString(16)}:${((Number(dotted[4]) << 8) | Number(dotted[5])).toString(16)}`
    : address
  const halves = text.split('::')
  if (halves.length > 2) return null
  const [left = [], right = []] = halves.map((half) =>
    half === '' ? [] : half.split(':').map((group) => (/^[0-9a-f]{1,4}$/i.test(group) ? Number.parseInt(group, 16) : Number.NaN)),
  )
  const missing = 8 - left.length - right.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null
  const groups = [...left, ...Array.from({ length: missing }, () => 0), ...right]
  return groups.some(Number.isNaN) ? null : groups
}

/** Ranges of IPv4 that lead nowhere public: [first address, bits of the prefix]. */
const reserved4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const

const number4 = (address: string): number | null => {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address)
  if (!match) return null
  const parts = match.slice(1).map(Number)
  return parts.some((part) => part > 255) ? null : parts.reduce((sum, part) => sum * 256 + part, 0)
}

function isPublic4(value: number): boolean {
  return !reserved4.some(([first, bits]) => {
    const size = 2 ** (32 - bits)
    return Math.floor(value / size) === Math.floor((number4(first) ?? 0) / size)
  })
}

/**
 * Whether an IP address, as a resolver gives it, is one of the public internet: not this machine, not a private,
 * link-local, shared, reserved or multicast network, in either family or one inside the other. Anything that is no
 * address is not public. A server that loads what others name must ask this after resolving the name.
 */
export function isPublicAddress(address: string): boolean {
  const v4 = number4(address)
  if (v4 !== null) return isPublic4(v4)
  const groups = groupsOf(address)
  if (!groups) return false
  const [a = 0, b = 0, c = 0] = groups
  const low = (groups[6] ?? 0) * 65_536 + (groups[7] ?? 0)
  const leading = groups.slice(0, 6)
  if (leading.every((group, index) => group === (index === 5 ? 0xffff : 0))) return isPublic4(low)
  if (a === 0x64 && b === 0xff9b) return c === 0 && isPublic4(low)
  if (a === 0x2002) return isPublic4(b * 65_536 + c)
  // Global unicast is 2000::/3; of it 2001::/23 and 2001:db8::/32 are set aside.
  if (a < 0x2000 || a > 0x3fff) return false
  return !(a === 0x2001 && (b < 0x200 || b === 0xdb8))
}
