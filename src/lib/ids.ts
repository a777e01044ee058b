import { v7 } from 'uuid'

/** A new id: UUIDv7 as text, made by us so that both databases store, sort and break ties alike. */
export const newId = (): string => v7()

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether a text has the shape of one of our ids. */
export const isId = (text: unknown): text is string => typeof text === 'string' && shape.test(text)

/** The id behind a reference, whether it was looked up or not. */
export const idOf = (reference: string | { id: string }): string => (typeof reference === 'string' ? reference : reference.id)
