import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deleteAddress, listAddresses, saveAddress, setDefaultAddress } from '../../../src/flows/addresses/address-book.ts'
import { type Actor, anonymous } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import { contact } from '../../builders/orders.ts'
import { person } from '../../builders/people.ts'
import { must } from '../../builders/pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const { email: _, note: __, ...home } = contact
const work = { ...home, street: '文三路 2 号' }
const save = (who: Actor, address: Parameters<typeof saveAddress>[2]) => saveAddress(world.ctx, who, address)
const book = async (who: Actor) => must(await listAddresses(world.ctx, who))

describe('an address book', () => {
  it('keeps an address once, the first is the default, and there is one default', async () => {
    const fan = await person(world)
    const [a, again] = [must(await save(fan, home)), must(await save(fan, home))]
    expect(again.id).toBe(a.id)
    const b = must(await save(fan, { ...work, isDefault: true }))
    expect((await book(fan)).map(({ id, isDefault }) => [id, isDefault])).toEqual([
      [b.id, true],
      [a.id, false],
    ])
    must(await setDefaultAddress(world.ctx, fan, { id: a.id }))
    expect((await book(fan)).filter(({ isDefault }) => isDefault).map(({ id }) => id)).toEqual([a.id])
  })

  it('changes an address, and another becomes the default when it goes', async () => {
    const fan = await person(world)
    const [a, b] = [must(await save(fan, home)), must(await save(fan, work))]
    must(await save(fan, { ...home, id: a.id, street: '新路 9 号' }))
    expect((await book(fan)).find(({ id }) => id === a.id)).toMatchObject({ street: '新路 9 号', isDefault: true })
    must(await deleteAddress(world.ctx, fan, { id: a.id }))
    expect(await book(fan)).toMatchObject([{ id: b.id, isDefault: true }])
  })

  it('is read and changed by its owner alone', async () => {
    const [fan, other, admin] = [await person(world), await person(world), await person(world, ['admin', 'finance', 'editor'])]
    const { id } = must(await save(fan, home))
    for (const who of [other, admin]) {
      expect(await book(who)).toEqual([])
      expect(await save(who, { ...work, id })).toMatchObject({ ok: false, failure: { code: 'not_found' } })
      expect(await deleteAddress(world.ctx, who, { id })).toMatchObject({ ok: false, failure: { code: 'not_found' } })
      expect(await setDefaultAddress(world.ctx, who, { id })).toMatchObject({ ok: false, failure: { code: 'not_found' } })
    }
    expect((await listAddresses(world.ctx, anonymous)).ok).toBe(false)
    expect(await book(fan)).toMatchObject([home])
  })

  it('refuses what no parcel could reach, by its field, and holds twenty', async () => {
    const fan = await person(world)
    expect(await save(fan, { ...home, street: '' })).toMatchObject({ ok: false, failure: { code: 'invalid', field: 'street' } })
    expect(await save(fan, { ...home, country: 'China' })).toMatchObject({ ok: false, failure: { code: 'invalid', field: 'country' } })
    expect(await save(fan, { ...home, id: newId() })).toMatchObject({ ok: false, failure: { code: 'not_found' } })
    for (let n = 0; n < 20; n++) must(await save(fan, { ...home, street: `文三路 ${n} 号` }))
    expect(await save(fan, { ...home, street: '第二十一处' })).toMatchObject({ ok: false, failure: { code: 'state' } })
  })
})
