import { z } from 'zod'
import { deleteAddress, listAddresses, saveAddress } from '../../flows/addresses/address-book.ts'
import { ok } from '../../lib/result.ts'
import { type Route, route } from './route.ts'

const tag = 'Me'
const params = z.object({ id: z.uuid() })
const text = z.string().max(400)
const part = text.default('')
const input = z.strictObject({
  name: text,
  phone: part,
  country: text,
  region: part,
  city: part,
  district: part,
  street: part,
  postcode: part,
  isDefault: z.boolean().optional(),
})
const address = z.object({
  id: z.string(),
  name: z.string(),
  phone: z.string(),
  country: z.string(),
  region: z.string(),
  city: z.string(),
  district: z.string(),
  street: z.string(),
  postcode: z.string(),
  isDefault: z.boolean(),
})

/** The address book of an account; nobody else reads it. */
export const addressRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/v1/me/addresses',
      summary: 'One’s own addresses, the default first',
      tag,
      who: 'account',
      answer: z.object({ addresses: z.array(address) }),
    },
    async ({ ctx, actor }) => {
      const book = await listAddresses(ctx, actor)
      return book.ok ? ok({ addresses: book.value }) : book
    },
  ),
  route(
    {
      method: 'post',
      path: '/v1/me/addresses',
      summary: 'Add an address; the same again is the one that is there',
      tag,
      who: 'account',
      status: 201,
      body: input,
      answer: z.object({ id: z.string() }),
    },
    ({ ctx, actor, body }) => saveAddress(ctx, actor, body),
  ),
  route(
    {
      method: 'put',
      path: '/v1/me/addresses/:id',
      summary: 'Change an address',
      tag,
      who: 'account',
      params,
      body: input,
      answer: z.object({ id: z.string() }),
    },
    ({ ctx, actor, params, body }) => saveAddress(ctx, actor, { ...body, ...params }),
  ),
  route(
    {
      method: 'delete',
      path: '/v1/me/addresses/:id',
      summary: 'Delete an address',
      tag,
      who: 'account',
      params,
      answer: z.object({ id: z.string() }),
    },
    ({ ctx, actor, params }) => deleteAddress(ctx, actor, params),
  ),
]
