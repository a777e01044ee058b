import { isDeepStrictEqual as isSame } from 'node:util'
import type { PayloadRequest } from 'payload'
import type { ImportProblem, ImportProduct, ImportVariant } from '../../modules/catalogue/index.ts'
import {
  categoryNamed,
  findImportedProduct,
  findImportMovements,
  findVariantsBySku,
  type ImportedProduct,
  insertImportedProduct,
  insertVariant,
  type ProductData,
  updateProduct,
  updateVariant,
  type VariantData,
} from '../../modules/catalogue/store/import.ts'
import { availableOf, moveStock } from '../../modules/checkout/store/stock.ts'
import type { Variant } from '../../payload-types.ts'

/** What one product's import did. */
export interface ProductOutcome {
  product: 'created' | 'updated' | 'unchanged' | 'refused'
  variants: { created: number; updated: number; unchanged: number }
  categoriesCreated: number
  priceChanges: number
  stockMoves: number
  problems: ImportProblem[]
}

export interface ImportScene {
  currency: string
  /** Which language the file's texts are in. */
  language: 'zh' | 'en'
  /** Ids of the pictures that are there, by their source in the file. */
  pictures: ReadonlyMap<string, string>
  at: Date
}

/**
 * Writes one product with its variants and stock, in the caller's transaction: only what differs from the file. The file
 * wins over edits; variants that it does not name stay as they are. Stock is set when the file's number is not the one
 * that the last import brought: the same file twice never undoes what was sold in between.
 */
export async function importProduct(req: PayloadRequest, wanted: ImportProduct, scene: ImportScene): Promise<ProductOutcome> {
  const outcome: ProductOutcome = {
    product: 'unchanged',
    variants: { created: 0, updated: 0, unchanged: 0 },
    categoriesCreated: 0,
    priceChanges: 0,
    stockMoves: 0,
    problems: [],
  }
  const importKey = `handle:${wanted.key}`
  const existing = await findImportedProduct(req, importKey)
  if (existing?.deletedAt)
    return refused(
      outcome,
      wanted.line,
      `Expected a product that is in the shop; "${wanted.title.slice(0, 60)}" was removed there and stays removed`,
    )
  const known = await findVariantsBySku(
    req,
    wanted.variants.map(({ sku }) => sku),
  )
  const usable = wanted.variants.filter((variant) => fits(variant, known.get(variant.sku), existing, outcome))
  if (usable.length === 0)
    return refused(outcome, wanted.line, `Expected at least one variant of "${wanted.title.slice(0, 60)}" that can go in, got none`)
  const data = await productData(req, wanted, existing, scene, outcome)
  const productId = existing ? existing.id : await insertImportedProduct(req, importKey, scene.language, textsOf(wanted), data)
  if (!existing) outcome.product = 'created'
  else if (await changeProduct(req, existing, wanted, data, scene)) outcome.product = 'updated'
  for (const [position, variant] of usable.entries()) {
    const old = known.get(variant.sku)
    const id = old
      ? await changeVariant(req, old, variantData(variant, position, scene), outcome)
      : await addVariant(req, productId, variant, variantData(variant, position, scene), outcome)
    if (variant.quantity !== null) await countStock(req, id, variant.quantity, scene.at, outcome)
  }
  return outcome
}

const textsOf = ({ title, description }: ImportProduct) => ({ title, description })

function refused(outcome: ProductOutcome, line: number, reason: string): ProductOutcome {
  outcome.problems.push({ line, column: null, effect: 'left-out', reason })
  return { ...outcome, product: 'refused' }
}

function fits(variant: ImportVariant, known: Variant | undefined, product: ImportedProduct | null, outcome: ProductOutcome): boolean {
  const foreign = known !== undefined && idOf(known.product) !== product?.id
  const reason = foreign
    ? `Expected an SKU that no other product has; ${JSON.stringify(variant.sku)} belongs to one`
    : known?.deletedAt
      ? `Expected a variant that is in the shop; ${JSON.stringify(variant.sku)} was removed there and stays removed`
      : null
  if (reason) outcome.problems.push({ line: variant.line, column: 'SKU', effect: 'left-out', reason })
  return reason === null
}

/** Pictures are replaced only when all of the file's are there: one that could not be loaded takes no others away. */
async function productData(
  req: PayloadRequest,
  wanted: ImportProduct,
  existing: ImportedProduct | null,
  scene: ImportScene,
  outcome: ProductOutcome,
): Promise<ProductData> {
  const category = wanted.category ? await categoryNamed(req, wanted.category, scene.language) : null
  if (category?.created) outcome.categoriesCreated += 1
  const loaded = wanted.pictures.flatMap(({ source }) => scene.pictures.get(source) ?? [])
  const before = (existing?.pictures ?? []).map(idOf)
  const complete = loaded.length === wanted.pictures.length
  const pictures = wanted.pictures.length > 0 && (complete || before.length === 0) ? [...new Set(loaded)] : before
  const { brand, status, optionNames } = wanted
  return { brand, status, optionNames, category: category?.id ?? (existing?.category ? idOf(existing.category) : null), pictures }
}

async function changeProduct(
  req: PayloadRequest,
  existing: ImportedProduct,
  wanted: ImportProduct,
  data: ProductData,
  { language }: ImportScene,
): Promise<boolean> {
  const now: ProductData = {
    brand: existing.brand ?? '',
    category: existing.category ? idOf(existing.category) : null,
    status: existing.status,
    optionNames: existing.optionNames ?? [],
    pictures: (existing.pictures ?? []).map(idOf),
  }
  const texts = textsOf(wanted)
  const other = language === 'zh' ? 'en' : 'zh'
  const old = (locale: 'zh' | 'en') => ({ title: existing.title[locale] ?? '', description: existing.description?.[locale] ?? '' })
  const textsChanged = !isSame(old(language), texts)
  // The other language follows only while nobody has translated it.
  const copied = isSame(old(other), old(language))
  const dataChanged = !isSame(now, data)
  if (!textsChanged && !dataChanged) return false
  await updateProduct(req, existing.id, language, { ...texts, ...data })
  if (textsChanged && copied) await updateProduct(req, existing.id, other, texts)
  return true
}

function variantData(variant: ImportVariant, position: number, { currency, pictures }: ImportScene): VariantData {
  const picture = variant.picture ? pictures.get(variant.picture) : undefined
  return {
    options: variant.options,
    price: variant.price,
    currency,
    position,
    status: 'active',
    ...(variant.cost === null ? {} : { cost: variant.cost }),
    ...(variant.weightGrams === null ? {} : { weightGrams: variant.weightGrams }),
    ...(picture ? { picture } : {}),
  }
}

async function addVariant(
  req: PayloadRequest,
  product: string,
  { sku }: ImportVariant,
  data: VariantData,
  outcome: ProductOutcome,
): Promise<string> {
  outcome.variants.created += 1
  return insertVariant(req, product, sku, data)
}

async function changeVariant(req: PayloadRequest, old: Variant, data: VariantData, outcome: ProductOutcome): Promise<string> {
  const now: Record<string, unknown> = {
    ...old,
    options: (old.options ?? []).map(({ name, value }) => ({ name, value })),
    picture: old.picture ? idOf(old.picture) : null,
  }
  const changes = Object.fromEntries(Object.entries(data).filter(([name, value]) => !isSame(now[name] ?? null, value)))
  if (Object.keys(changes).length === 0) {
    outcome.variants.unchanged += 1
    return old.id
  }
  outcome.variants.updated += 1
  if ('price' in changes) outcome.priceChanges += 1
  await updateVariant(req, old.id, changes)
  return old.id
}

/** Sets what can be sold to the file's count, unless the last import brought the same count. */
async function countStock(req: PayloadRequest, variant: string, quantity: number, at: Date, outcome: ProductOutcome): Promise<void> {
  const movements = await findImportMovements(req, [variant])
  const last = Number(/^import:(\d+)$/.exec(movements.at(-1)?.reason ?? '')?.[1] ?? 0)
  if (last === quantity) return
  const difference = quantity - ((await availableOf(req, [variant])).get(variant) ?? 0)
  if (difference === 0) return
  const move = movements.length === 0 && difference > 0 ? 'receive' : 'adjust'
  const key = `import:${variant}:${movements.length + 1}`
  const moved = await moveStock(req, { variant, move, quantity: difference, key, reason: `import:${quantity}`, actor: 'import', at })
  if (!moved) throw new Error(`The stock of variant ${variant} changed while it was counted`)
  outcome.stockMoves += 1
}

const idOf = (value: string | { id: string }): string => (typeof value === 'string' ? value : value.id)
