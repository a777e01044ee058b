import { describe, expect, it } from 'vitest'
import { contactFor } from '../../../src/flows/operations/seed/contacts.ts'
import { readStory } from '../../../src/flows/operations/seed/tell-story.ts'
import { homeText } from '../../../src/lib/home.ts'

const homeOf = (key: string, buyer: string | null): string => homeText(contactFor(key, buyer).contact) ?? ''

describe('the homes of the demo world', () => {
  it('are the same at every run; a member buys for one home, and letters go to each order’s own address', () => {
    expect(contactFor('m1', null)).toEqual(contactFor('m1', null))
    expect(homeOf('m1', 'suli')).toBe(homeOf('m2', 'suli'))
    expect(contactFor('m1', 'suli').contact.email).not.toBe(contactFor('m2', 'suli').contact.email)
  })

  it('are shared by nobody, so that a rule that counts buyers at one address has nothing to find (ATT-37)', async () => {
    const { plan } = await readStory()
    const people = new Map<string, string>()
    for (const { key, buyer } of plan.orders) people.set(buyer ?? key, homeOf(key, buyer))
    expect(people.size).toBeGreaterThan(90)
    expect(new Set(people.values()).size).toBe(people.size)
  })
})
