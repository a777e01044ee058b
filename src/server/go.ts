import type { Express } from 'express'
import type { Ctx } from '../context.ts'

/** `GET /go/:code`: the touch is durable before the visitor is sent on. */
export function mountGo(_app: Express, _ctx: Ctx): void {}
