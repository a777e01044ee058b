import type { Ctx } from '../../context.ts'
import { readShopSettings } from './around.ts'

/** What every page needs to know about the shop. */
export interface ShopFrame {
  /** IANA name of the site's time zone. */
  timeZone: string
  currency: string
}

/** The settings that the frame of a page shows. */
export async function readShopFrame(ctx: Ctx): Promise<ShopFrame> {
  const settings = await readShopSettings(ctx, await ctx.req())
  return { timeZone: settings.timeZone, currency: settings.currency }
}
