import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allRoutes } from '../../../src/server/v1/routes.ts'
import { callerOf, type Ground, makeGround, pathOf } from './ground.ts'
import { type House, openHouse } from './house.ts'

interface Parameter {
  name: string
  in: string
  required?: boolean
  schema?: unknown
}
interface Operation {
  summary: string
  operationId: string
  tags: string[]
  parameters: Parameter[]
  requestBody?: { required: boolean; content: Record<string, { schema: unknown }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: unknown }> }>
}
interface Document {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown>; securitySchemes: Record<string, { type: string }> }
}

let house: House
let ground: Ground
let document: Document
let operations: { path: string; method: string; operation: Operation }[]
beforeAll(async () => {
  house = await openHouse()
  ground = await makeGround(house)
  const told = await house.ask('GET', '/v1/openapi.json')
  expect(told.headers.get('content-type')).toContain('application/json')
  document = told.body as Document
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
})
afterAll(async () => {
  expect(house.faults()).toEqual([])
  await house.close()
})

/** Every value with this key, anywhere below. */
function all(value: unknown, key: string): unknown[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) => [...(name === key ? [inner] : []), ...all(inner, key)])
}

describe('/v1/openapi.json', () => {
  it('is a document of OpenAPI 3.1 with what 3.1 demands', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/)
    expect([document.info.title, typeof document.info.version]).toEqual(['Zhongcao', 'string'])
    const methods = new Set(['get', 'put', 'post', 'delete', 'patch'])
    for (const { path, method, operation } of operations) {
      const name = `${method} ${path}`
      expect(path.startsWith('/v1/') && !path.includes(':'), name).toBe(true)
      expect(methods.has(method), name).toBe(true)
      expect([operation.summary.length > 0, operation.tags.length > 0], name).toEqual([true, true])
      expect(
        Object.keys(operation.responses).every((status) => /^([1-5]\d\d|default)$/.test(status)),
        name,
      ).toBe(true)
      for (const answer of Object.values(operation.responses)) expect(typeof answer.description, name).toBe('string')
    }
  })

  it('has every endpoint that is mounted and no other', () => {
    const mounted = allRoutes().map(({ spec }) => `${spec.method} ${spec.path.replace(/:(\w+)/g, '{$1}')}`)
    expect(new Set(mounted).size).toBe(mounted.length)
    expect(operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(mounted.sort())
  })

  it('names every operation once, every parameter of a path, and no parameter twice', () => {
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length)
    for (const { path, method, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const declared = operation.parameters.filter((one) => one.in === 'path')
      expect([declared.map(({ name }) => name).sort(), declared.every(({ required }) => required)], `${method} ${path}`).toEqual([
        inPath.sort(),
        true,
      ])
      const keys = operation.parameters.map((one) => `${one.in} ${one.name}`)
      expect(new Set(keys).size, `${method} ${path}`).toBe(keys.length)
      for (const one of operation.parameters) expect(one.schema, `${method} ${path} ${one.name}`).toBeTypeOf('object')
    }
  })

  it('has no reference that leads nowhere', () => {
    const references = all(document, '$ref') as string[]
    expect(references.length).toBeGreaterThan(0)
    for (const reference of references) {
      const found = reference
        .replace(/^#\//, '')
        .split('/')
        .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document)
      expect(reference.startsWith('#/') && found !== undefined, reference).toBe(true)
    }
    const schemes = Object.keys(document.components.securitySchemes)
    for (const security of all(document.paths, 'security').flat() as Record<string, unknown>[])
      for (const name of Object.keys(security)) expect(schemes).toContain(name)
  })

  it('says of every write what it takes, strictly, and of every refusal its shape', () => {
    for (const { path, method, operation } of operations) {
      const { schema } = Object.values(operation.requestBody?.content ?? {})[0] ?? {}
      type Strict = { additionalProperties?: unknown; oneOf?: Strict[] }
      // One of several bodies, told apart by their kind: each of them is strict.
      const bodies = (schema as Strict | undefined)?.oneOf ?? [schema as Strict]
      if (operation.requestBody?.content['application/json'])
        for (const body of bodies) expect([body.additionalProperties, `${method} ${path}`]).toEqual([false, `${method} ${path}`])
      expect(operation.responses.default?.content?.['application/json']?.schema).toEqual({ $ref: '#/components/schemas/Errors' })
    }
  })
})

describe('what is really answered', () => {
  const reads = allRoutes()
    .map(({ spec }) => spec)
    .filter(({ method }) => method === 'get')
    .map((spec) => ({ name: spec.path, spec }))

  // `ask` holds every answer of /v1 against the `answer` of its route: nothing missing, nothing more.
  it.each(reads)('is what the document says, for somebody who may and about something that is there: $name', async ({ spec }) => {
    const handle = (await house.world.payload.findByID({ collection: 'creators', id: ground.creatorId, depth: 0 })).handle
    const about = spec.path.includes(':handle') ? handle : undefined
    const path = spec.path === '/v1/pieces/:id' ? pathOf(spec, ground, ground.draft) : pathOf(spec, ground, about)
    const queries: Record<string, string> = {
      '/v1/me/statement.csv': '?month=2026-11',
      '/v1/operations/pictures': `?ids=${ground.media}`,
      '/v1/qr.svg': '?path=/zh',
      '/v1/comments': `?kind=posts&target=${ground.piece}`,
      '/v1/comments/mine': `?kind=posts&target=${ground.piece}`,
      '/v1/me/link': `?product=${ground.productId}`,
    }
    const told = await house.ask('GET', path + (queries[spec.path] ?? ''), {
      as: callerOf(spec) === 'fan' && /earnings|statement|me\/(payout|claims)/.test(spec.path) ? 'creator' : callerOf(spec),
    })
    // A video note with captions is not in this world.
    expect([spec.path.includes('captions') ? 404 : 200, spec.path], told.text.slice(0, 300)).toEqual([told.status, spec.path])
  })
})
