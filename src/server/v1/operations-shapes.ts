import { z } from 'zod'

export const adjustedStock = z.object({ variantId: z.string(), available: z.int(), reserved: z.int() })

export const stockAnswer = adjustedStock.extend({
  mayAdjust: z.boolean(),
  movements: z
    .array(
      z.object({
        id: z.string(),
        kind: z.string(),
        available: z.int().describe('Change of what can be sold'),
        reserved: z.int().describe('Change of what is kept for orders'),
        order: z.string().nullable(),
        reason: z.string().nullable(),
        actor: z.string().nullable(),
        actorName: z.string().nullable(),
        at: z.string(),
      }),
    )
    .nullable(),
})

export const labelsAnswer = z.object({
  checkedAt: z.string(),
  looked: z.int(),
  commissioned: z.int().describe('Of these, pieces with commission'),
  findings: z.int().describe('Pieces with commission and without an ad label; none is allowed'),
  first: z.array(z.object({ id: z.string(), kind: z.enum(['posts', 'video-notes']), title: z.string() })),
})

export const overviewAnswer = z.object({
  openReviews: z.int().nullable(),
  toShip: z.int().nullable(),
  paidToday: z.object({ orders: z.int(), total: z.int().describe('Minor units'), currency: z.string() }).nullable(),
  lowStock: z.object({
    below: z.int(),
    count: z.int(),
    first: z.array(z.object({ variantId: z.string(), sku: z.string(), available: z.int() })),
  }),
  failedJobs: z.int().nullable(),
  books: z
    .union([
      z.object({
        checkedAt: z.string(),
        findings: z.int(),
        first: z.array(z.object({ code: z.string(), subject: z.string(), message: z.string() })),
      }),
      z.literal('never'),
    ])
    .nullable(),
  labels: z.union([labelsAnswer, z.literal('never')]),
  holds: z.object({ overdue: z.int().describe('Past the day by which somebody had to look'), live: z.int() }).nullable(),
  risks: z.object({ creators: z.int(), signals: z.int(), claims: z.int() }).nullable(),
})

export const failedJobsAnswer = z.object({
  jobs: z.array(
    z.object({
      id: z.string(),
      task: z.string(),
      fault: z.string(),
      tries: z.int(),
      queuedAt: z.string(),
      failedAt: z.string(),
    }),
  ),
})
