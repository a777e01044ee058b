/** The roles of DESIGN.md; one account may hold several. The order carries no rank: each right is asked for by name. */
export const roles = ['fan', 'creator', 'editor', 'finance', 'admin'] as const

export type Role = (typeof roles)[number]

/** Who acts, as every flow gets it. A guest has no user; `creatorId` is the profile that the account owns, when it has one. */
export interface Actor {
  readonly userId: string | null
  readonly roles: readonly Role[]
  readonly creatorId: string | null
}

/** A visitor who is not logged in. */
export const anonymous: Actor = Object.freeze({ userId: null, roles: Object.freeze([]), creatorId: null })

/** Whether a value from outside names a role. */
export const isRole = (value: unknown): value is Role => roles.some((role) => role === value)

/** Whether the actor holds at least one of these roles. Admin does not imply the others: rights are spelled out where they are asked for. */
export const hasRole = (actor: Actor, ...wanted: readonly Role[]): boolean => wanted.some((role) => actor.roles.includes(role))

/** Whether the actor works for the shop (editor, finance, admin). Staff earn no commission (ATT-21). */
export const isStaff = (actor: Pick<Actor, 'roles'>): boolean =>
  actor.roles.some((role) => role === 'editor' || role === 'finance' || role === 'admin')
