import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { formatMoney, type Money } from '../../lib/money.ts'
import { formatCount, formatDate, formatDateTime, formatList, formatNumber, formatRate, formatRelative } from './format.ts'
import { type Locale, localePath } from './locale.ts'
import { chooseForm, type Dictionary, type Params, splitMessage, translate } from './translate.ts'

/** What every component may know about where it is shown. `now` is the server's time of rendering (ISO). */
export interface LocaleValue {
  locale: Locale
  /** IANA name of the site's time zone, such as `Asia/Shanghai`. */
  timeZone: string
  now: string
}

const LocaleContext = createContext<LocaleValue>({ locale: 'zh', timeZone: 'Asia/Shanghai', now: '1970-01-01T00:00:00.000Z' })

/** Gives the language, time zone and time of rendering to everything below it. */
export function LocaleProvider({ locale, timeZone, now, children }: LocaleValue & { children: ReactNode }) {
  const value = useMemo(() => ({ locale, timeZone, now }), [locale, timeZone, now])
  return <LocaleContext value={value}>{children}</LocaleContext>
}

export const useLocale = (): LocaleValue => useContext(LocaleContext)

/** A path in the reader's language: `const to = useTo(); to('/cart')` is `/zh/cart`. */
export function useTo(): (path: string) => string {
  const { locale } = useLocale()
  return (path) => localePath(locale, path)
}

/** Sentences of one area: `const t = useT(shop)`, then `t('key', { name })`, or `t.rich` to put elements into a sentence. */
export interface Translate<K extends string> {
  (key: K, params?: Params): string
  rich(key: K, params: Record<string, ReactNode>): ReactNode
}

/** The sentences of `dictionary` in the reader's language. Import the dictionary of your own area, so that pages load only theirs. */
export function useT<K extends string>(dictionary: Dictionary<K>): Translate<K> {
  const { locale } = useLocale()
  return useMemo(() => {
    const t = (key: K, params?: Params): string => translate(dictionary, locale, key, params)
    const rich = (key: K, params: Record<string, ReactNode>): ReactNode =>
      splitMessage(chooseForm(dictionary[locale][key], locale, params.count)).map((part, at) => {
        if ('text' in part) return part.text
        const value = params[part.param]
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never move
        return <span key={at}>{typeof value === 'number' ? formatNumber(value, locale) : value}</span>
      })
    return Object.assign(t, { rich })
  }, [dictionary, locale])
}

/** Formatters bound to the reader's language and the site's time zone. */
export function useFormat() {
  const { locale, timeZone, now } = useLocale()
  return useMemo(
    () => ({
      money: (money: Money, options?: Parameters<typeof formatMoney>[2]) => formatMoney(money, locale, options),
      number: (value: number) => formatNumber(value, locale),
      count: (value: number) => formatCount(value, locale),
      list: (items: readonly string[]) => formatList(items, locale),
      rate: (basisPoints: number) => formatRate(basisPoints, locale),
      date: (when: Date | string, options?: { year?: boolean }) => formatDate(when, locale, timeZone, options),
      dateTime: (when: Date | string, options?: { year?: boolean; seconds?: boolean }) => formatDateTime(when, locale, timeZone, options),
      relative: (when: Date | string) => formatRelative(when, now, locale, timeZone),
    }),
    [locale, timeZone, now],
  )
}
