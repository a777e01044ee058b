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
    let spot = { x: at.x, y: at.y }
    for (let round = 0; round < 8; round += 1) {
      const near = drawn.find((other) => distance(spot, other, height) < finger - 0.01)
      if (!near) break
      spot = awayFrom(near, spot, height, round)
    }
    drawn.push({ ...spot, at, moved: spot.x !== at.x || spot.y !== at.y })
  }
  return drawn
}

const distance = (a: Point, b: Point, height: number) => Math.hypot(((a.x - b.x) / 100) * narrowest, ((a.y - b.y) / 100) * height)

/** The place 46 px from `from` in the direction of `spot`, turned by a sixth of a circle each round, inside the picture. */
function awayFrom(from: Point, spot: Point, height: number, round: number): Point {
  const [dx, dy] = [((spot.x - from.x) / 100) * narrowest, ((spot.y - from.y) / 100) * height]
  const angle = (dx === 0 && dy === 0 ? 0 : Math.atan2(dy, dx)) + (round * Math.PI) / 3
  const reach = finger + 2
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
