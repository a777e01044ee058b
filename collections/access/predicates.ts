import type { Access, FieldAccess, PayloadRequest, Where } from 'payload'

/**
 * Atomic access rules: each answers one question with `true`, `false` or a `Where` that narrows the rows.
 * Collections combine them with `anyOf` and `allOf` (combinators.ts). What only flows may change is `nobody`,
 * whatever the role: flows write with `overrideAccess`, so every rule here speaks of the public REST door and the admin.
 */

export type RoleName = 'fan' | 'creator' | 'editor' | 'finance' | 'admin'

type Person = { id: string; roles: RoleName[]; creator: string | null }

/** The logged-in person of a request, or null. A relationship may arrive as an id or as a document. */
export function personOf(req: PayloadRequest): Person | null {
  const user = req.user as { id?: string; roles?: RoleName[]; creator?: string | { id: string } | null } | null
  if (!user?.id) return null
  const creator = user.creator && typeof user.creator === 'object' ? user.creator.id : (user.creator ?? null)
  return { id: user.id, roles: user.roles ?? [], creator }
}

export const anyone: Access = () => true

export const nobody: Access = () => false

export const loggedIn: Access = ({ req }) => personOf(req) !== null

/** Whoever holds at least one of these roles. */
export const roleIs =
  (...roles: RoleName[]): Access =>
  ({ req }) =>
    personOf(req)?.roles.some((role) => roles.includes(role)) ?? false

/** Rows whose `field` is the logged-in account. */
export const ownAccount =
  (field = 'user'): Access =>
  ({ req }) => {
    const person = personOf(req)
    return person ? ({ [field]: { equals: person.id } } as Where) : false
  }

/** Rows whose `field` is the creator profile of the logged-in account. */
export const ownCreator =
  (field = 'creator'): Access =>
  ({ req }) => {
    const creator = personOf(req)?.creator
    return creator ? ({ [field]: { equals: creator } } as Where) : false
  }

/** Rows with a value that anybody may see, such as `status = active`. */
export const rowsWhere =
  (where: Where): Access =>
  () =>
    where

export const fieldRoleIs =
  (...roles: RoleName[]): FieldAccess =>
  ({ req }) =>
    personOf(req)?.roles.some((role) => roles.includes(role)) ?? false

export const noField: FieldAccess = () => false
