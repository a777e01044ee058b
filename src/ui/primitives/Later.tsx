import { type ComponentType, type MouseEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

/** A part of a page whose code is fetched when somebody comes near it. */
export interface LaterPart<P> {
  /** The component, once it is there: on the server always. */
  ready?: ComponentType<P>
  load: () => Promise<ComponentType<P>>
}

/** `const part = later(() => import('./Part.tsx').then(({ Part }) => Part))`; then, so that the server draws it: `if (import.meta.env.SSR) await part.load()`. */
export function later<P>(load: () => Promise<ComponentType<P>>): LaterPart<P> {
  const part: LaterPart<P> = { load: async () => (part.ready ??= await load()) }
  return part
}

/** How far from the screen its code is fetched. */
const NEAR = '600px 0px'
const ACTS = 'a[href],button'

interface LaterProps<P> {
  part: LaterPart<P>
  props: P
  /** What the server sent needs no code at all and is left for good; only a page made in the browser fetches it. */
  stays?: boolean
}

/**
 * Draws a part with the page, but leaves it as the server sent it, links and forms working, until it comes near the
 * screen; then its own component takes its place, with what was typed, focused and unfolded. A tap on something in it that
 * comes while the code is on its way is given to the component; when the code does not come, to the HTML.
 */
export function Later<P extends object>({ part, props, stays }: LaterProps<P>) {
  const island = useRef<HTMLDivElement>(null)
  const held = useRef<HTMLElement>(null)
  const [Shown, setShown] = useState(() => part.ready ?? null)
  const open = useOpening({ part, island, held, show: setShown })
  useEffect(() => {
    const element = island.current
    if (Shown || !element) return
    // A page that was made here has nothing to leave as it is.
    if (element.childElementCount === 0) return void open()
    if (stays) return
    const seen = new IntersectionObserver((all) => all.some(({ isIntersecting }) => isIntersecting) && open(), { rootMargin: NEAR })
    seen.observe(element)
    return () => seen.disconnect()
  }, [Shown, open, stays])
  if (Shown)
    return (
      <div key="own" ref={island}>
        <Shown {...props} />
      </div>
    )
  const hold = (event: MouseEvent) => {
    const act = (event.target as Element).closest<HTMLElement>(ACTS)
    if (!act || act === held.current || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    held.current = act
    open()
  }
  return (
    <div
      key="served"
      ref={island}
      data-served=""
      onClickCapture={stays ? undefined : hold}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: nothing; it tells React to leave what the server sent
      dangerouslySetInnerHTML={{ __html: '' }}
    />
  )
}

interface Opening<P> {
  part: LaterPart<P>
  island: RefObject<HTMLDivElement | null>
  held: RefObject<HTMLElement | null>
  show: (component: () => ComponentType<P>) => void
}

/** Fetches the code once, and puts the component in the place of the HTML in one step. */
function useOpening<P>({ part, island, held, show }: Opening<P>): () => void {
  const loading = useRef(false)
  return useCallback(() => {
    if (loading.current) return
    loading.current = true
    Promise.all([part.load(), import('./taken.ts')]).then(
      ([component, { taken }]) => {
        const before = island.current
        if (!before) return
        const give = taken(before, held.current)
        flushSync(() => show(() => component))
        if (island.current) give(island.current)
      },
      () => {
        loading.current = false
        // The second click passes: it is the held one itself.
        held.current?.click()
        held.current = null
      },
    )
  }, [part, island, held, show])
}
