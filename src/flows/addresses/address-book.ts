import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { ADDRESSES_MAX } from '../../modules/addresses/index.ts'
import {
  type AddressPart,
  type AddressRow,
  addressParts,
  findAddresses,
  insertAddress,
  patchAddress,
  removeAddress,
} from '../../modules/addresses/store.ts'
import { readContact } from '../../modules/checkout/index.ts'
import { takeTurn } from '../../modules/operations/store/turns.ts'

/** An address of the book: personal data, which only its owner reads. */
export type AddressView = Record<AddressPart, string> & { id: string; isDefault: boolean }

export type AddressInput = Partial<Record<AddressPart, string>> & { isDefault?: boolean | undefined }

const logIn = fail('unauthenticated', 'Log in to keep addresses.')
const noAddress = fail('not_found', 'There is no such address of yours.')

const viewOf = ({ owner: _, ...address }: AddressRow): AddressView => address

/** One's own addresses, the default first. */
export async function listAddresses(ctx: Ctx, actor: Actor): Promise<Result<AddressView[]>> {
  if (!actor.userId) return logIn
  return ok((await findAddresses(await ctx.req(), actor.userId)).map(viewOf))
}

/** An address as a parcel needs it: the same rules as an order's contact, without a mail address. Field names are plain. */
function readAddress(input: AddressInput): Result<Record<AddressPart, string>> {
  const given = Object.fromEntries(addressParts.map((part) => [part, input[part] ?? '']))
  const read = readContact({ ...given, email: '', note: '' }, 'nobody@address.invalid')
  if (!read.ok) {
    const { field, ...failure } = read.failure
    return { ok: false, failure: { ...failure, ...(field ? { field: field.replace(/^contact\./, '') } : {}) } }
  }
  const { email: _, note: __, ...address } = read.value
  return ok(address)
}

/**
 * Adds an address, or changes the one with `id`. The same address again is the one that is there. The first is the default,
 * and there is never more than one. Failures: `invalid` with its field, `not_found` for others' addresses, `state` when
 * the book is full.
 */
export async function saveAddress(
  ctx: Ctx,
  actor: Actor,
  { id, ...input }: AddressInput & { id?: string | undefined },
): Promise<Result<{ id: string }>> {
  const { userId } = actor
  if (!userId) return logIn
  const read = readAddress(input)
  if (!read.ok) return read
  return ctx.tx('save address', async (req) => {
    await takeTurn(req, `addresses:${userId}`)
    const book = await findAddresses(req, userId)
    const known = id ? book.find((one) => one.id === id) : book.find((one) => addressParts.every((part) => one[part] === read.value[part]))
    if (id && !known) return noAddress
    if (!known && book.length >= ADDRESSES_MAX) return fail('state', `Expected fewer than ${ADDRESSES_MAX} addresses.`)
    const isDefault = input.isDefault === true || known?.isDefault === true || book.length === 0
    if (isDefault) await onlyDefault(req, book, known?.id ?? null)
    if (known) await patchAddress(req, known.id, { ...read.value, isDefault })
    return ok({ id: known?.id ?? (await insertAddress(req, { ...read.value, owner: userId, isDefault })) })
  })
}

/** Makes one of one's addresses the default. */
export async function setDefaultAddress(ctx: Ctx, actor: Actor, { id }: { id: string }): Promise<Result<{ id: string }>> {
  const { userId } = actor
  if (!userId) return logIn
  return ctx.tx('set default address', async (req) => {
    await takeTurn(req, `addresses:${userId}`)
    const book = await findAddresses(req, userId)
    if (!book.some((one) => one.id === id)) return noAddress
    await onlyDefault(req, book, id)
    await patchAddress(req, id, { isDefault: true })
    return ok({ id })
  })
}

/** Takes an address away; when it was the default, the newest of the others is. Orders keep theirs. */
export async function deleteAddress(ctx: Ctx, actor: Actor, { id }: { id: string }): Promise<Result<{ id: string }>> {
  const { userId } = actor
  if (!userId) return logIn
  return ctx.tx('delete address', async (req) => {
    await takeTurn(req, `addresses:${userId}`)
    const book = await findAddresses(req, userId)
    const known = book.find((one) => one.id === id)
    if (!known) return noAddress
    await removeAddress(req, id)
    const next = book.find((one) => one.id !== id)
    if (known.isDefault && next) await patchAddress(req, next.id, { isDefault: true })
    return ok({ id })
  })
}

async function onlyDefault(req: PayloadRequest, book: readonly AddressRow[], except: string | null): Promise<void> {
  for (const one of book) if (one.isDefault && one.id !== except) await patchAddress(req, one.id, { isDefault: false })
}
