import { type RefObject, useEffect, useRef } from 'react'

interface Swiping {
  next: () => void
  previous: () => void
}

/** px of a finger's way, and of a wheel's, that count as "another one". */
const far = 64
const wheelFar = 120
/** ms in which a wheel's inertia is not a second wish. */
const rest = 700

/**
 * A finger that goes up asks for the next one, down for the one before; so does a wheel over it. A gesture that began on
 * a control or went sideways is the control's own.
 */
export function useSwiping(ref: RefObject<HTMLElement | null>, { next, previous }: Swiping): void {
  const latest = useRef({ next, previous })
  latest.current = { next, previous }
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const go = (down: number) => (down > 0 ? latest.current.next() : latest.current.previous())
    const onTouch = touches(go)
    const onWheel = wheels(go)
    element.addEventListener('touchstart', onTouch.start, { passive: true })
    element.addEventListener('touchend', onTouch.end, { passive: true })
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      element.removeEventListener('touchstart', onTouch.start)
      element.removeEventListener('touchend', onTouch.end)
      element.removeEventListener('wheel', onWheel)
    }
  }, [ref])
}

function touches(go: (down: number) => void) {
  let from: { x: number; y: number } | null = null
  return {
    start: (event: TouchEvent) => {
      const [touch] = event.touches
      const onControl = event.target instanceof Element && event.target.closest('input, a, .slide')
      from = touch && event.touches.length === 1 && !onControl ? { x: touch.clientX, y: touch.clientY } : null
    },
    end: (event: TouchEvent) => {
      const [touch] = event.changedTouches
      if (!from || !touch) return
      const [x, y] = [from.x - touch.clientX, from.y - touch.clientY]
      from = null
      if (Math.abs(y) >= far && Math.abs(y) > 1.5 * Math.abs(x)) go(y)
    },
  }
}

function wheels(go: (down: number) => void) {
  let sum = 0
  let last = Number.NEGATIVE_INFINITY
  let moved = Number.NEGATIVE_INFINITY
  return (event: WheelEvent) => {
    if (event.ctrlKey || event.metaKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return
    event.preventDefault()
    if (event.timeStamp - last > 200) sum = 0
    last = event.timeStamp
    if (event.timeStamp - moved < rest) return
    sum += event.deltaY
    if (Math.abs(sum) < wheelFar) return
    moved = event.timeStamp
    go(sum)
    sum = 0
  }
}
