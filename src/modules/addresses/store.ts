import type { PayloadRequest } from 'payload'
import { idOf, newId } from '../../lib/ids.ts'
import type { Address } from '../../payload-types.ts'

/** The parts of an address, as an order's contact has them. Empty texts where nothing was given. */
export const addressParts = ['name', 'phone', 'country', 'region', 'city', 'district', 'street', 'postcode'] as const
export type AddressPart = (typeof addressParts)[number]

export type AddressRow = Record<AddressPart, string> & { id: string; owner: string; isDefault: boolean }

const rowOf = (row: Address): AddressRow => ({
  ...(Object.fromEntries(addressParts.map((part) => [part, row[part] ?? ''])) as Record<AddressPart, string>),
  id: row.id,
  owner: idOf(row.owner),
  isDefault: row.isDefault ?? false,
})

/** An account's addresses: the default first, then the newest. */
export async function findAddresses(req: PayloadRequest, owner: string): Promise<AddressRow[]> {
  const { docs } = await req.payload.db.find<Address>({
    collection: 'addresses',
    where: { owner: { equals: owner } },
    sort: '-id',
    limit: 0,
    pagination: false,
    req,
  })
  return docs.map(rowOf).sort((a, b) => Number(b.isDefault) - Number(a.isDefault))
}

export async function insertAddress(req: PayloadRequest, address: Omit<AddressRow, 'id'>): Promise<string> {
  const id = newId()
  await req.payload.db.create({ collection: 'addresses', data: { id, ...address }, req })
  return id
}

export async function patchAddress(req: PayloadRequest, id: string, data: Partial<Omit<AddressRow, 'id' | 'owner'>>): Promise<void> {
  await req.payload.db.updateOne({ collection: 'addresses', where: { id: { equals: id } }, data, req })
}

export async function removeAddress(req: PayloadRequest, id: string): Promise<void> {
  await req.payload.db.deleteOne({ collection: 'addresses', where: { id: { equals: id } }, req })
}
