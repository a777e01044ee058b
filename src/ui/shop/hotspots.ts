/** A place on a picture in per cent of its width and height. */
export interface Point {
  x: number
  y: number
}

/** A spot as it is drawn: where it points, and where its number stands when it had to make room. */
export interface DrawnSpot extends Point {
  at: Point
  moved: boolean
}

/** Two numbers are never closer than a finger (px), measured on the narrowest picture that is served. */
const finger = 44
const narrowest = 328
const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

/**
 * Moves the later of two spots that are closer than 44 px away from the earlier one (ui/README, "Hotspot");
 * `ratio` is the picture's width over height. A leader joins its number to its place.
 */
export function spreadSpots(points: readonly Point[], ratio: number): DrawnSpot[] {
  const height = narrowest / ratio
  const drawn: DrawnSpot[] = []
  for (const at of points) {
    const spot = roomFor(at, drawn, height)
    drawn.push({ ...spot, at, moved: spot.x !== at.x || spot.y !== at.y })
  }
  return drawn
}

const distance = (a: Point, b: Point, height: number) => Math.hypot(((a.x - b.x) / 100) * narrowest, ((a.y - b.y) / 100) * height)

/** Turns to try, the smallest first, to either side: in twelfths of a circle. */
const turns = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6]

/** The place itself when nothing is near, else the first around what is near that is free, else the one with most room. */
function roomFor(at: Point, drawn: readonly Point[], height: number): Point {
  const room = (spot: Point) => Math.min(...drawn.map((other) => distance(spot, other, height)))
  const isFree = (spot: Point) => room(spot) >= finger - 0.01
  const near = drawn.find((other) => distance(at, other, height) < finger - 0.01)
  if (!near) return { x: at.x, y: at.y }
  const places = [1, 2, 3, 4, 5].flatMap((ring) => turns.map((turn) => awayFrom(near, at, { height, turn, reach: ring * (finger + 2) })))
  return places.find(isFree) ?? places.reduce((best, one) => (room(one) > room(best) ? one : best))
}

interface Away {
  height: number
  /** Twelfths of a circle. */
  turn: number
  /** px. */
  reach: number
}

/** The place `reach` from `from` in the direction of `spot`, turned, inside the picture. */
function awayFrom(from: Point, spot: Point, { height, turn, reach }: Away): Point {
  const [dx, dy] = [((spot.x - from.x) / 100) * narrowest, ((spot.y - from.y) / 100) * height]
  const angle = (dx === 0 && dy === 0 ? 0 : Math.atan2(dy, dx)) + (turn * Math.PI) / 6
  return {
    x: clamp(from.x + ((Math.cos(angle) * reach) / narrowest) * 100, 7, 93),
    y: clamp(from.y + ((Math.sin(angle) * reach) / height) * 100, 7, 93),
  }
}

/** Where a spot's card opens. */
export interface CardPlace {
  side: 'up' | 'down'
  /** px from the middle over its spot: the card slides sideways past other numbers, its arrow stays. */
  shift: number
  /** How much further from its spot than the usual 26 px, in per cent of the picture's height; a hairline bridges it. */
  gap: number
}

const card = { width: 232, height: 76 }
const half = 13
const near = 26
const gaps = [0, 5, 10, 15, 20, 25, 30, 36, 42, 50, 58, 66, 74]
/** px sideways. Up to 96 the arrow is below the card; beyond, the card stands beside its number and has none. */
const shifts = [0, 28, -28, 56, -56, 76, -76, 96, -96, 142, -142]

/** Widths of pictures (px) from the narrowest phone to the widest column; the card is equally large on all of them. */
const widths = [narrowest, 345, 360, 375, 390, 410, 430, 455, 480, 500, 520, 540, 560, 580, 600, 620, 640]

/** The place of a spot's card: where there is room and, at every width, no other number lies under it; as near as possible. Where many numbers leave no such place, the one that covers fewest. */
export function placeCard(spot: Point, others: readonly Point[], ratio: number): CardPlace {
  const sizes = widths.map((width) => ({ width, height: width / ratio }))
  let [best, lowest] = [{ side: 'up', shift: 0, gap: 0 } as CardPlace, Number.POSITIVE_INFINITY]
  for (const gap of gaps) {
    for (const shift of shifts) {
      for (const side of sides) {
        let cost = 0
        for (const size of sizes) cost += costOf(side, shift, gap, spot, others, size)
        if (cost < lowest) [best, lowest] = [{ side, shift, gap }, cost]
      }
    }
    if (lowest < covering) break
  }
  return best
}

const sides = ['up', 'down'] as const

/** The cost of a card that covers a number. */
const covering = 1e6

interface Size {
  width: number
  height: number
}

/** First that it stays on the picture, then that it covers no number, then that it is near. Numbers alone: it is asked a hundred times for each card. */
function costOf(
  side: CardPlace['side'],
  shift: number,
  gap: number,
  spot: Point,
  others: readonly Point[],
  { width, height }: Size,
): number {
  const x = (spot.x / 100) * width
  const y = (spot.y / 100) * height
  const left = clamp(x - card.width / 2 + shift, 8, width - card.width - 8)
  const reach = near + (gap / 100) * height
  const top = side === 'up' ? y - reach - card.height : y + reach
  let under = 0
  for (const other of others) {
    const ox = (other.x / 100) * width
    const oy = (other.y / 100) * height
    if (ox > left - half && ox < left + card.width + half && oy > top - half && oy < top + card.height + half) under += 1
  }
  const outside = top < 4 || top + card.height > height - 4
  return (outside ? 1e8 : 0) + under * covering + gap * 100 + Math.abs(shift) + (side === 'down' ? 1 : 0)
}
