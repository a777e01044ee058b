export { LocaleProvider, type LocaleValue, type Translate, useFormat, useLocale, useT, useTo } from './context.tsx'
export {
  formatCount,
  formatDate,
  formatDateTime,
  formatDuration,
  formatList,
  formatMoney,
  formatNumber,
  formatRate,
  formatRelative,
  spaceHan,
  zoneName,
} from './format.ts'
export { htmlLang, intlTag, isLocale, type Locale, langOf, localeName, localeOf, localePath, locales, switchLocale } from './locale.ts'
export { type Dictionary, type Message, type Params, translate } from './translate.ts'
