import { redirect } from 'react-router'
import { readCouponNames, readProductSlugs } from '../../../flows/coupons/coupon-names.ts'
import { readCouponProgrammes } from '../../../flows/coupons/coupon-programmes.ts'
import { type CouponRead, readCoupon as readStored } from '../../../flows/coupons/list-coupons.ts'
import { saveCoupon } from '../../../flows/coupons/save-coupon.ts'
import { readShopFrame } from '../../../flows/shop/read-shop-frame.ts'
import styles from '../../../ui/commerce/commerce.css?url'
import { CouponEditor, type CouponEditorView } from '../../../ui/coupons/index.ts'
import { isLocale, localePath, translate } from '../../../ui/i18n/index.ts'
import { coupons as messages } from '../../../ui/i18n/messages/coupons.ts'
import { Shell } from '../../../ui/shell/index.ts'
import { failurePage, textFields, valueOr404 } from '../../lib/answers.ts'
import { rolesOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import { privateHeaders, privately } from '../commerce/private.ts'
import type { Route } from './+types/edit-coupon'
import { couponValues, errorsOf, readCoupon, valuesOfCoupon } from './coupon-form.ts'

export const links = () => [{ rel: 'stylesheet', href: styles }]
export const headers = privateHeaders

export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, isLocale(args.params.lang) ? args.params.lang : 'zh', 'title'), noindex: true })

type Passed = Awaited<ReturnType<typeof rolesOnly>>

/** The code that an address names; null for a new one. */
async function stored({ ctx, actor }: Passed, id: string | undefined): Promise<CouponRead | null> {
  return id === undefined ? null : valueOr404(await readStored(ctx, actor, { id }))
}

async function viewOf(passed: Passed, coupon: CouponRead | null, more: Partial<CouponEditorView>): Promise<CouponEditorView> {
  const { ctx, actor, locale } = passed
  const { currency } = valueOr404(await readCouponNames(ctx, actor, { handle: '', slugs: [] }))
  const { timeZone } = await readShopFrame(ctx)
  const slugs = coupon ? await readProductSlugs(ctx, [...coupon.products, ...coupon.excludedProducts]) : new Map<string, string>()
  const { programmes, stays } = valueOr404(await readCouponProgrammes(ctx, actor, { id: coupon?.id }))
  const named = programmes.map(({ name, ...one }) => ({ ...one, name: name[locale] }))
  const own = coupon?.programme?.id
  return {
    code: coupon?.code ?? null,
    currency,
    frozen: (coupon?.used ?? 0) > 0,
    barred: coupon?.barred ?? null,
    programmes: {
      standard: named.find(({ isDefault }) => isDefault)?.name ?? null,
      others: named.filter(({ id, isDefault }) => !isDefault || id === own),
      kept: stays ? (own ?? '') : null,
    },
    values: coupon ? valuesOfCoupon(coupon, slugs, timeZone) : { kind: 'fixed', status: 'active', limitPerPerson: '1' },
    errors: {},
    failed: null,
    backHref: localePath(locale, '/desk/coupons'),
    ...more,
  }
}

export async function loader(args: Route.LoaderArgs) {
  const passed = await rolesOnly(args, 'finance', 'admin')
  return privately({ view: await viewOf(passed, await stored(passed, args.params.id), {}) })
}

/** Saves, or shows the form again with what was typed. */
export async function action(args: Route.ActionArgs) {
  const passed = await rolesOnly(args, 'finance', 'admin')
  const { ctx, actor, locale } = passed
  const coupon = await stored(passed, args.params.id)
  const values = couponValues(textFields(await args.request.formData()))
  const again = async (more: Partial<CouponEditorView>, status: number) =>
    privately({ view: await viewOf(passed, coupon, { values, ...more }) }, status)
  const { currency } = valueOr404(await readCouponNames(ctx, actor, { handle: '', slugs: [] }))
  const { timeZone } = await readShopFrame(ctx)
  const reading = { currency, timeZone, stored: coupon }
  const { input, handle, products, excludedProducts, errors } = readCoupon(values, reading)
  const names = valueOr404(await readCouponNames(ctx, actor, { handle, slugs: [...products, ...excludedProducts] }))
  const creatorId = names.creators.get(handle.toLowerCase()) ?? null
  if (handle && !creatorId) errors.creator = 'creatorId'
  for (const [name, slugs] of [['products', products] as const, ['excludedProducts', excludedProducts] as const]) {
    if (slugs.some((slug) => !names.products.has(slug))) errors[name] = name
  }
  if (Object.keys(errors).length > 0) return again({ errors }, 422)
  const idsOf = (slugs: readonly string[]) => slugs.map((slug) => names.products.get(slug)!)
  const terms = { ...input, creatorId, products: idsOf(products), excludedProducts: idsOf(excludedProducts) }
  const saved = await saveCoupon(ctx, actor, terms, coupon?.id)
  if (saved.ok) return redirect(localePath(locale, '/desk/coupons'), { headers: privateHeaders() })
  if (saved.failure.code === 'not_found' || saved.failure.code === 'forbidden') throw failurePage(saved.failure)
  if (saved.failure.code === 'state') return again({ failed: 'state' }, 409)
  const fields = errorsOf(saved.failures ?? [saved.failure])
  return again(Object.keys(fields).length > 0 ? { errors: fields } : { failed: 'failed' }, 422)
}

export default function EditCoupon({ loaderData, actionData }: Route.ComponentProps) {
  const { view } = actionData ?? loaderData
  return (
    <Shell section="sales">
      <CouponEditor view={view} />
    </Shell>
  )
}
