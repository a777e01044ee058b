export * from './combinators.ts'
export * from './predicates.ts'

import { nobody, roleIs } from './predicates.ts'

export const staff = roleIs('editor', 'finance', 'admin')
export const editors = roleIs('editor', 'admin')
export const moneyStaff = roleIs('finance', 'admin')
export const admins = roleIs('admin')

/**
 * For rows that only flows write: every write is refused at the REST door and in the admin, also `unlock`
 * and reading of versions unless given.
 */
export const flowsOnly = { create: nobody, update: nobody, delete: nobody } as const
