import type { Field, NumberField, RelationshipField, SelectField, TextField } from 'payload'
import { isId, newId } from '../../src/lib/ids.ts'
import { noField } from '../access/index.ts'
import { moneyPart, ratePart } from '../admin-parts.ts'
import { optionWords } from './option-words.ts'

type Words = { zh: string; en: string }

/**
 * The id of every collection: our UUIDv7 as text, the same on both databases. Whoever comes through the REST door
 * gets a fresh one; only flows (which override access) may bring their own.
 */
export const idField = (): TextField => ({
  name: 'id',
  type: 'text',
  required: true,
  admin: { hidden: true },
  access: { update: noField },
  hooks: {
    beforeValidate: [
      ({ operation, overrideAccess, value }) => (operation === 'create' ? (overrideAccess && isId(value) ? value : newId()) : value),
    ],
  },
})

/**
 * One required text with a unique index, on which a flow relies to do a thing once. Compound unique indexes treat
 * nulls differently on the two databases, so every uniqueness is spelt out in one text.
 */
export const keyField = (description: Words): TextField => ({
  name: 'key',
  type: 'text',
  required: true,
  unique: true,
  index: true,
  admin: { description, readOnly: true },
})

/** An amount of money in minor units (cents, fen): an integer that JavaScript holds exactly. People see it as money beside. */
export const amountField = (name: string, label: Words, more: Partial<NumberField> = {}): NumberField =>
  ({ name, type: 'number', label, admin: moneyPart, validate: amountRule(more), ...more }) as NumberField

/** A rule of our own takes the place of Payload's, so that it has to look at `required` and `min` itself. */
const amountRule =
  ({ required, min }: Partial<NumberField>) =>
  (value: unknown) => {
    if (value === undefined || value === null) return !required || 'An amount is needed here.'
    if (!Number.isSafeInteger(value)) return 'An amount is a whole number of minor units, such as 1250 for 12.50.'
    return min === undefined || (value as number) >= min || `An amount here is at least ${min}.`
  }

/** A rate in basis points: 800 is 8 %. */
export const rateField = (name: string, label: Words, max = 8000, more: Partial<NumberField> = {}): NumberField =>
  ({
    name,
    type: 'number',
    label,
    admin: ratePart,
    validate: (value: unknown) =>
      ((value === undefined || value === null) && !more.required) ||
      (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= max) ||
      `A rate is a whole number of basis points from 0 to ${max}, such as 800 for 8 %.`,
    ...more,
  }) as NumberField

/** ISO 4217 code, such as CNY. */
export const currencyField = (more: Partial<TextField> = {}): TextField =>
  ({
    name: 'currency',
    type: 'text',
    label: { zh: '币种', en: 'Currency' },
    required: true,
    validate: (value: unknown) =>
      (typeof value === 'string' && /^[A-Z]{3}$/.test(value)) || 'A currency is three capital letters, such as CNY.',
    ...more,
  }) as TextField

export const textField = (name: string, label: Words, more: Partial<TextField> = {}): TextField =>
  ({ name, type: 'text', label, ...more }) as TextField

export const numberField = (name: string, label: Words, more: Partial<NumberField> = {}): NumberField =>
  ({ name, type: 'number', label, ...more }) as NumberField

export const dateField = (name: string, label: Words, more: Partial<Field> = {}): Field => ({ name, type: 'date', label, ...more }) as Field

/** A reference to one document. */
export const linkTo = (name: string, relationTo: string, label: Words, more: Partial<RelationshipField> = {}): RelationshipField =>
  ({ name, type: 'relationship', relationTo, label, ...more }) as RelationshipField

/** A closed set of values, shown in words where there are some. */
export const choice = (name: string, values: readonly string[], label: Words, more: Partial<SelectField> = {}): SelectField =>
  ({ name, type: 'select', options: values.map((value) => ({ value, label: optionWords[value] ?? value })), label, ...more }) as SelectField

/**
 * Facts that only programs read. Hidden in the admin: its JSON editor loads code from a public CDN.
 */
export const factsField = (name: string): Field => ({ name, type: 'json', admin: { hidden: true } })

/** Which piece of content a row is about: its kind and id, without a foreign key, so that either kind fits one index. */
export const pieceFields = (required: boolean): Field[] => [
  choice('pieceKind', ['posts', 'video-notes'], { zh: '内容类型', en: 'Kind of piece' }, { required }),
  textField('piece', { zh: '内容', en: 'Piece' }, { required, index: true }),
]
