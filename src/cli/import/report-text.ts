import type { ImportReport } from '../../flows/catalogue/import-products.ts'

const shownProblems = 200

/** The end of an import, for a person at a terminal. */
export function reportText({ products, variants, pictures, prices, problems, ...report }: ImportReport, rated: boolean): string {
  const lines = [
    `${report.format === 'shopify' ? 'Shopify' : 'Spree'} file, ${report.rows} rows`,
    `products    ${products.created} new, ${products.updated} changed, ${products.unchanged} unchanged, ${products.refused} refused`,
    `variants    ${variants.created} new, ${variants.updated} changed, ${variants.unchanged} unchanged`,
    `pictures    ${pictures.added} new, ${pictures.known} known, ${pictures.failed} not loaded`,
    `categories  ${report.categoriesCreated} new`,
    `prices      ${report.priceChanges} changed`,
    `stock       ${report.stockMoves} ${report.stockMoves === 1 ? 'movement' : 'movements'}`,
  ]
  if (prices.passedOver > 0) lines.push(`Rows in other currencies than ${prices.from}: ${prices.passedOver}, passed over.`)
  if (prices.from !== null && prices.from !== prices.to && !rated) {
    lines.push(
      `Attention: the file's prices are in ${prices.from}, the shop sells in ${prices.to}. Amounts were taken as they stand; --rate converts them.`,
    )
  }
  const byEffect = (effect: 'left-out' | 'adjusted') => problems.filter((problem) => problem.effect === effect).length
  if (problems.length > 0) lines.push('', `${byEffect('left-out')} left out, ${byEffect('adjusted')} taken with a change:`)
  for (const { line, column, effect, reason } of problems.slice(0, shownProblems)) {
    lines.push(`  line ${line}${column ? `, ${column}` : ''} (${effect === 'left-out' ? 'left out' : 'changed'}): ${reason}`)
  }
  if (problems.length > shownProblems) lines.push(`  … and ${problems.length - shownProblems} more`)
  return lines.join('\n')
}

/** Whether anything of the file is in the shop now. */
export const cameIn = ({ products }: ImportReport): boolean => products.created + products.updated + products.unchanged > 0
