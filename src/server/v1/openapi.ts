import { z } from 'zod'
import { failureStatus } from '../../lib/result.ts'
import type { Route, RouteSpec } from './route.ts'

/** The OpenAPI 3.1 document of these routes, made from the schemas that validate them. */
export function openapi(routes: Route[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { spec } of routes) {
    const path = spec.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [spec.method]: operation(spec) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Zhongcao',
      version,
      license: { name: 'MIT' },
      description: 'Content-driven KOL commerce. Payload’s own REST is at /api.',
    },
    paths,
    components: {
      schemas: { Errors: json(errorsSchema, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'payload-token' }, token: { type: 'http', scheme: 'bearer' } },
    },
  }
}

export const errorsSchema = z.object({
  errors: z.array(
    z.object({
      code: z.enum(Object.keys(failureStatus) as [string, ...string[]]),
      message: z.string(),
      field: z.string().optional(),
      details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
    }),
  ),
})

const json = (schema: z.ZodType, io: 'input' | 'output') => z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' })

function operation(spec: RouteSpec): Record<string, unknown> {
  const status = String(spec.status ?? 200)
  return {
    summary: spec.summary,
    tags: [spec.tag],
    operationId: `${spec.method}${spec.path.replace(/[^a-z0-9]+(\w)?/gi, (_, next: string | undefined) => (next ?? '').toUpperCase())}`,
    ...(spec.who === 'anyone'
      ? {}
      : { security: [{ session: [] }, { token: [] }], 'x-roles': spec.who === 'account' ? ['any'] : spec.who }),
    parameters: [
      ...parameters(spec.params, 'path'),
      ...parameters(spec.query, 'query'),
      ...(spec.signed ? signedBy : []),
      ...(spec.idempotencyKey
        ? [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 8, maxLength: 128 } }]
        : []),
    ],
    ...(spec.body
      ? {
          requestBody: {
            required: true,
            content: { [spec.raw ? 'multipart/form-data' : 'application/json']: { schema: json(spec.body, 'input') } },
          },
        }
      : {}),
    responses: {
      [status]: {
        description: 'Done',
        ...(spec.answer ? { content: { 'application/json': { schema: json(spec.answer, 'output') } } } : {}),
      },
      default: {
        description: 'Refused, nothing changed',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Errors' } } },
      },
    },
  }
}

const signedBy = [
  { name: 'Zhongcao-Key', in: 'header', required: true, schema: { type: 'string' } },
  {
    name: 'Zhongcao-Signature',
    in: 'header',
    required: true,
    description: 't=<unix seconds>,v1=<hex of HMAC-SHA256 over "<t>.<body>" with the secret>',
    schema: { type: 'string' },
  },
]

function parameters(schema: z.ZodType | undefined, where: 'path' | 'query'): unknown[] {
  if (!schema) return []
  const { properties = {}, required = [] } = json(schema, 'input') as { properties?: Record<string, unknown>; required?: string[] }
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: one,
  }))
}
