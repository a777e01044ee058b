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

const card = { width: 232, height: 76, gap: 26 }

/** Whether the card of a spot opens above or below it: where there is room and fewer other spots lie under it. */
export function cardSide(spot: Point, others: readonly Point[], ratio: number): 'up' | 'down' {
  const height = narrowest / ratio
  const top = (spot.y / 100) * height
  const left = clamp((spot.x / 100) * narrowest - card.width / 2, 8, narrowest - card.width - 8)
  const cost = (from: number, room: boolean) => {
    const under = others.filter((other) => {
      const [x, y] = [(other.x / 100) * narrowest, (other.y / 100) * height]
      return x > left - 13 && x < left + card.width + 13 && y > from - 13 && y < from + card.height + 13
    })
    return under.length + (room ? 0 : 100)
  }
  const up = cost(top - card.gap - card.height, top - card.gap - card.height >= 4)
  const down = cost(top + card.gap, top + card.gap + card.height <= height - 4)
  return up <= down ? 'up' : 'down'
}
