/** What a phone calls itself here: not a bot, so that clicks count. */
export const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1'

export interface Addresses {
  /** One of each public page. */
  pages: { home: string; post: string; product: string; 'search page': string }
  /** What is not a page. */
  doors: Record<string, string>
  /** Many of a kind, for a server that keeps none. */
  many: Record<string, string[]>
}

/** Addresses of the demo world, as the shop itself tells them. */
export async function addressesOf(site: string): Promise<Addresses> {
  const text = async (path: string): Promise<string> => {
    const answer = await fetch(`${site}${path}`, { headers: { 'user-agent': phone } })
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}`)
    return answer.text()
  }
  const sitemap = await allOfSitemap(site)
  const pathsOf = (pattern: RegExp) => sitemap.filter((path) => pattern.test(path))
  const posts = pathsOf(/^\/(zh|en)\/p\//)
  const products = pathsOf(/^\/(zh|en)\/product\//)
  const [post, product] = [posts[0], products[0]]
  if (!post || !product) throw new Error('The sitemap names no post or no product')
  const code = /\/go\/[\w-]+/.exec(await text(post))?.[0]
  if (!code) throw new Error(`${post} has no product link`)
  const search = ['帐篷', '茶', '咖啡', '灯', 'tea', 'lamp', '露营', '锅', '防晒', '毛衣'].map(
    (q) => `/zh/search?q=${encodeURIComponent(q)}`,
  )
  return {
    pages: { home: '/zh', post, product, 'search page': search[0] as string },
    doors: {
      '/go/:code': code,
      '/api/products, 20': '/api/products?limit=20',
      '/v1/feeds/trending': '/v1/feeds/trending',
      '/healthz': '/healthz',
    },
    many: { home: ['/zh', '/en'], post: posts, product: products, 'search page': search },
  }
}

async function allOfSitemap(site: string): Promise<string[]> {
  const locations = async (address: string): Promise<string[]> => {
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(`${address} answers ${answer.status}`)
    return [...(await answer.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, one = '']) => one.replaceAll('&amp;', '&'))
  }
  const parts = await locations(`${site}/sitemap.xml`)
  const all = await Promise.all(parts.map((part) => (part.includes('.xml') ? locations(`${site}${new URL(part).pathname}`) : [part])))
  return [...new Set(all.flat().map((address) => new URL(address).pathname))]
}
