import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { newId } from '../../../src/lib/ids.ts'
import { allRoutes } from '../../../src/server/v1/routes.ts'
import { callerOf, type Ground, makeGround, pathOf } from './ground.ts'
import { type House, openHouse } from './house.ts'

/** Bodies for each write: a few by default, as many as `FUZZ_RUNS` says in a long run. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 12)

let house: House
let ground: Ground
beforeAll(async () => {
  house = await openHouse()
  ground = await makeGround(house)
})
afterAll(() => house.close())

interface Schema {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  minimum?: number
  maximum?: number
  format?: string
  pattern?: string
}

/** Values near a schema: mostly what it asks for, at its edges and a little past them, sometimes anything. */
function near(schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 8, arbitrary: fitting(schema) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  )
}

const odd = [
  null,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '__proto__',
  -0,
  1e308,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  [],
  {},
  '9'.repeat(400),
  '../..',
  "'; --",
  '𠮷'.repeat(50),
]

function fitting(schema: Schema): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices?.length) return fc.oneof(...choices.map(near))
  if (schema.enum?.length) return fc.constantFrom(...schema.enum)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.type === 'object') return objectOf(schema)
  if (schema.type === 'array') return fc.array(near(schema.items ?? {}), { maxLength: 4 })
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'integer' || schema.type === 'number') {
    const [low, high] = [Math.max(schema.minimum ?? -100, -1e6), Math.min(schema.maximum ?? 1000, 1e6)]
    return schema.type === 'integer' ? fc.integer({ min: low - 1, max: high + 1 }) : fc.double({ min: low - 1, max: high + 1, noNaN: true })
  }
  if (schema.format === 'uuid')
    return fc.constantFrom(newId(), ground.productId, ground.variantId, ground.media, ground.piece, ground.order)
  return fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(ground.variantId, ground.line, ground.code, 'a@b.example'),
  )
}

function objectOf({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const inner = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, near(one)]))
  return fc.record(inner, { requiredKeys: required.filter((name) => name in inner) })
}

const writes = allRoutes()
  .map(({ spec }) => spec)
  .filter(({ body, raw }) => body && !raw)
  .map((spec) => ({ name: `${spec.method} ${spec.path}`, spec }))

// Of what is taken, `ask` looks at the answer's schema; of what is refused, at the shape of the error.
it.each(writes)(
  '$name answers whatever body comes near its schema with a success or a clear refusal, and never fails',
  async ({ name, spec }) => {
    const schema = z.toJSONSchema(spec.body!, { io: 'input', unrepresentable: 'any' }) as Schema
    const id = fc.constantFrom(undefined, newId(), ground.draft)
    await fc.assert(
      fc.asyncProperty(fitting(schema), id, async (body, about) => {
        const headers: Record<string, string> = spec.idempotencyKey ? { 'idempotency-key': newId() } : {}
        const told = await house.ask(spec.method.toUpperCase(), pathOf(spec, ground, about), { as: callerOf(spec), body, headers })
        expect(told.status, `${name} ${JSON.stringify(body)} ${told.text}`).toBeLessThan(500)
        expect(house.faults()).toEqual([])
      }),
      { numRuns },
    )
  },
)
