import type { Express } from 'express'
import type { Ctx } from '../context.ts'

/** `POST /webhooks/:provider`: raw body, verified signature. */
export function mountWebhooks(_app: Express, _ctx: Ctx): void {}
