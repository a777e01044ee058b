import { shownOption } from '../../modules/catalogue/index.ts'
import type { ProductRow, Texts } from '../../modules/catalogue/store/shelf.ts'
import { textIn } from './product-facts.ts'
import type { ShopLocale } from './views.ts'

type Described = Pick<ProductRow, 'title' | 'optionWords'>

const locales = ['zh', 'en'] as const
const comma: Record<ShopLocale, string> = { zh: '，', en: ', ' }

/**
 * What a product's picture is described by for readers of one language. A description has no language of its own, and most
 * only say the product's name and the value of an option, as an import writes them: these are said in the reader's words. What
 * an editor wrote stays. `values`: of the options of the variant that it shows, if it shows one.
 */
export function pictureWords(
  alt: string,
  product: Described,
  { values, locale }: { values: readonly string[]; locale: ShopLocale },
): string {
  const title = textIn(product.title, locale)?.text
  if (!title) return alt
  const names = locales.flatMap((one) => (product.title as Texts | null)?.[one]?.trim() || [])
  const name = names.find((one) => alt.startsWith(one))
  if (alt.trim() !== '' && name === undefined) return alt
  const said = alt.slice(name?.length ?? 0).replace(/^[\s，,:：·]+/, '')
  const value = values.find((one) => locales.some((known) => shownOption(product.optionWords, one, known) === said) || one === said)
  if (said !== '' && value === undefined) return alt
  return value === undefined ? title : `${title}${comma[locale]}${shownOption(product.optionWords, value, locale)}`
}
