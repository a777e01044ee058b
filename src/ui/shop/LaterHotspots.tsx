import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { Later, later } from '../primitives/Later.tsx'
import type { HotspotsProps } from './Hotspots.tsx'

const part = later<HotspotsProps>(() => import('./Hotspots.tsx').then(({ Hotspots }) => Hotspots))
if (import.meta.env.SSR) await part.load()

/**
 * The numbers on a picture. A page that the server sent keeps them as they came: they work by themselves, and finding
 * places for their cards again would be work for nothing. The script adds Escape and a press beside a card.
 */
export function LaterHotspots(props: HotspotsProps) {
  const group = useRef<HTMLDivElement>(null)
  useCloseOutside(group)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for Escape from the numbers inside
    <div ref={group} onKeyDown={closeOnEscape}>
      <Later part={part} props={props} stays />
    </div>
  )
}

function closeOnEscape(event: KeyboardEvent<HTMLDivElement>) {
  const open = event.key === 'Escape' ? event.currentTarget.querySelector<HTMLDetailsElement>('details[open]') : null
  if (!open) return
  open.open = false
  open.querySelector('summary')?.focus()
}

function useCloseOutside(group: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const onPress = ({ target }: PointerEvent) => {
      for (const open of group.current?.querySelectorAll<HTMLDetailsElement>('details[open]') ?? []) {
        if (!(target instanceof Node && open.contains(target))) open.open = false
      }
    }
    document.addEventListener('pointerdown', onPress)
    return () => document.removeEventListener('pointerdown', onPress)
  }, [group])
}
