import { createContext, type ReactNode, useContext } from 'react'
import type { Role } from '../../lib/actor.ts'

/**
 * What is about this visitor. Public pages are the same for everybody, so the browser fetches it
 * (`GET /v1/me/summary`) and gives it here; until then `status` is `unknown` and screens show neither state.
 */
export interface Personal {
  status: 'unknown' | 'anonymous' | 'member'
  name?: string
  roles: readonly Role[]
  /** Handle of the visitor's own creator profile. */
  creatorHandle?: string
  /** Pieces in the cart. */
  cartCount: number
  /** Ids of creators followed, and of pieces and products liked and collected (those of the page suffice). */
  follows: ReadonlySet<string>
  likes: ReadonlySet<string>
  collects: ReadonlySet<string>
  /** Fetches it again, after something changed it. */
  refresh: () => void
}

const nobody: Personal = {
  status: 'unknown',
  roles: [],
  cartCount: 0,
  follows: new Set(),
  likes: new Set(),
  collects: new Set(),
  refresh: () => {},
}

const PersonalContext = createContext<Personal>(nobody)

export const PersonalProvider = ({ value, children }: { value: Personal; children: ReactNode }) => (
  <PersonalContext value={value}>{children}</PersonalContext>
)

export const usePersonal = (): Personal => useContext(PersonalContext)
