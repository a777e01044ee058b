import { beforeEach, describe, expect, it } from 'vitest'
import type { Result } from '../../../src/lib/result.ts'
import type { Filter, SearchAnswer, SearchDocument, SearchEngine, SearchRequest } from '../../../src/modules/discovery/index.ts'

let made = 0
/** A document with what the test names; each is newer than the one before. */
export function document(known: Partial<SearchDocument> & { title: string }): SearchDocument {
  made++
  return {
    id: known.title,
    kind: 'piece',
    version: made,
    visibility: 'public',
    language: 'zh',
    pieceType: 'post',
    text: '',
    creator: null,
    productNames: [],
    category: null,
    topics: [],
    brand: null,
    price: null,
    inStock: null,
    onSale: null,
    level: null,
    createdAt: 1_795_000_000_000 + made,
    counters: { likes: 0, comments: 0, followers: 0, orders: 0 },
    ...known,
  }
}

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}
const plain = (segments: { text: string; hit: boolean }[] = []) => segments.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

/** What every engine behind `SearchEngine` must do, query by query. `make` answers an empty engine. */
export function conformance(name: string, make: () => Promise<SearchEngine>): void {
  describe(`search conformance: ${name}`, () => {
    let engine: SearchEngine
    const search = async (request: Partial<SearchRequest>): Promise<SearchAnswer> => value(await engine.search({ q: '', ...request }))
    const titles = async (q: string, more: Partial<SearchRequest> = {}) =>
      (await search({ q, ...more })).hits.map(({ document: { title } }) => title)
    const fill = (...documents: SearchDocument[]) => engine.upsert(documents)
    beforeEach(async () => {
      engine = await make()
    })

    describe('SR-01 Chinese', () => {
      beforeEach(() =>
        fill(document({ title: '美丽中国，好玩又好吃' }), document({ title: '小化妆包' }), document({ title: '羊毛手工地毯' })),
      )
      const table: [query: string, expected: string[]][] = [
        ['好吃', ['美丽中国，好玩又好吃']],
        ['又好吃', ['美丽中国，好玩又好吃']],
        ['包', ['小化妆包']],
        ['小化妆', ['小化妆包']],
        ['化妆包', ['小化妆包']],
        ['妆包', ['小化妆包']],
        ['羊毛地毯', ['羊毛手工地毯']],
        ['手工 羊毛', ['羊毛手工地毯']],
        ['毛毯', []],
      ]
      for (const [query, expected] of table)
        it(`SR-01 ${query} finds ${expected.join() || 'nothing'}`, async () => expect(await titles(query)).toEqual(expected))
    })

    it('SR-01 pairs that stand apart are not the word: 小化妆 does not find 小化学家的化妆术', async () => {
      await fill(document({ title: '小化妆包' }), document({ title: '小化学家的化妆术' }))
      expect(await titles('小化妆')).toEqual(['小化妆包'])
    })

    it('SR-02 homophones are not synonyms: 景点 does not return 经典, 不 not 布 nor 部', async () => {
      await fill(
        document({ title: '经典款风衣' }),
        document({ title: '棉布' }),
        document({ title: '内部' }),
        document({ title: '风景这点事' }),
      )
      expect(await titles('景点')).toEqual([])
      expect(await titles('不')).toEqual([])
      expect(await titles('布')).toEqual(['棉布'])
    })

    it('SR-04 case, full width and accents do not matter', async () => {
      await fill(document({ title: 'ＮＩＫＥ Café 跑鞋' }))
      for (const q of ['nike', 'NIKE', 'ｎｉｋｅ', 'cafe', 'CAFÉ', 'nike跑鞋']) expect(await titles(q), q).toEqual(['ＮＩＫＥ Café 跑鞋'])
    })

    it('SR-04 traditional, simplified and Japanese forms find each other, and the original is marked', async () => {
      await fill(
        document({ title: '羽絨被套' }),
        document({ title: '羽绒服' }),
        document({ title: '最終章' }),
        document({ title: '机器図' }),
      )
      expect((await titles('羽绒')).sort()).toEqual(['羽絨被套', '羽绒服'])
      expect((await titles('羽絨')).sort()).toEqual(['羽絨被套', '羽绒服'])
      expect(await titles('终章')).toEqual(['最終章'])
      expect(await titles('機器图')).toEqual(['机器図'])
      const [hit] = (await search({ q: '羽绒被', attributesToHighlight: ['title'] })).hits
      expect(plain(hit?.highlights.title)).toBe('[羽絨被]套')
    })

    describe('SR-03 pinyin', () => {
      beforeEach(() =>
        fill(
          document({ title: '刘德华演唱会' }),
          document({ title: '蓝牙耳机怎么选' }),
          document({ title: '重庆火锅底料' }),
          document({ title: 'Cotton canvas bag' }),
        ),
      )
      const table: [query: string, expected: string[]][] = [
        ['liudehua', ['刘德华演唱会']],
        ['LDH', ['刘德华演唱会']],
        ['liu de hua', ['刘德华演唱会']],
        ['liudeh', ['刘德华演唱会']],
        ['刘dh', ['刘德华演唱会']],
        ['刘dehua', ['刘德华演唱会']],
        ['lyej', ['蓝牙耳机怎么选']],
        ['erji', ['蓝牙耳机怎么选']],
        ['chongqing', ['重庆火锅底料']],
        ['canvas', ['Cotton canvas bag']],
        ['刘xyz', []],
      ]
      for (const [query, expected] of table)
        it(`SR-03 ${query} finds ${expected.join() || 'nothing'}`, async () =>
          expect(await titles(query, { matchingStrategy: 'all' })).toEqual(expected))

      it('SR-03 only letters are heard: Han characters find no others that sound alike, and what is heard comes after what is read', async () => {
        await fill(document({ title: '留得花香' }), document({ title: 'liudehua poster' }))
        expect(await titles('刘德华')).toEqual(['刘德华演唱会'])
        const answer = await search({ q: 'liudehua' })
        expect(answer.hits[0]?.document.title).toBe('liudehua poster')
        expect(answer.read.pinyin).toBe(true)
        expect((await search({ q: '刘德华' })).read.pinyin).toBe(false)
      })

      it('SR-03 forgets the sound of what is gone', async () => {
        await engine.remove([{ id: '刘德华演唱会', version: Number.MAX_SAFE_INTEGER }])
        expect(await titles('liudehua')).toEqual([])
      })
    })

    describe('SR-05 slips of the pen', () => {
      beforeEach(() =>
        fill(
          document({ title: 'Wireless mouse' }),
          document({ title: 'Humidifier' }),
          document({ title: '羽绒服怎么洗' }),
          document({ title: '经典羽绒被' }),
        ),
      )
      const table: [query: string, expected: string[]][] = [
        ['wireles', ['Wireless mouse']],
        ['mosue wireless', ['Wireless mouse']],
        ['humidifer', ['Humidifier']],
        ['humidiferr', ['Humidifier']],
        ['xireless', []],
        ['mous3', []],
        ['mice', []],
        ['羽绒付', ['羽绒服怎么洗']],
        ['羽荣服', ['羽绒服怎么洗']],
        ['语荣服', []],
        ['景典', []],
      ]
      for (const [query, expected] of table)
        it(`SR-05 ${query} finds ${expected.join() || 'nothing'}`, async () =>
          expect(await titles(query, { matchingStrategy: 'all' })).toEqual(expected))

      it('SR-05 nothing is mended where something is spelt so, and the answer says when it was', async () => {
        await fill(document({ title: 'humidifer brand' }))
        expect((await search({ q: 'humidifer' })).read.misspelt).toBe(false)
        expect(await titles('humidifer')).toEqual(['humidifer brand'])
        const answer = await search({ q: 'humidifeir', attributesToHighlight: ['title'] })
        expect(answer.read.misspelt).toBe(true)
        expect(plain(answer.hits[0]?.highlights.title)).toBe('[humidifer] brand')
      })
    })

    describe('SR-06 phrases and forbidden words', () => {
      beforeEach(() =>
        fill(
          document({ title: 'red wool scarf' }),
          document({ title: 'wool red hat' }),
          document({ title: '防水 登山鞋' }),
          document({ title: '登山鞋防水喷雾' }),
        ),
      )
      it('SR-06 a phrase stands in one piece', async () => {
        expect(await titles('"red wool"')).toEqual(['red wool scarf'])
        expect((await titles('red wool')).length).toBe(2)
        expect(await titles('「登山鞋防水」')).toEqual(['登山鞋防水喷雾'])
      })
      it('SR-06 a minus forbids; inside a word it is a part of it', async () => {
        expect(await titles('red -hat')).toEqual(['red wool scarf'])
        expect(await titles('登山鞋 -喷雾')).toEqual(['防水 登山鞋'])
        expect((await titles('-red')).sort()).toEqual(['登山鞋防水喷雾', '防水 登山鞋'])
        await fill(document({ title: 'USB-C hub' }))
        expect(await titles('usb-c')).toEqual(['USB-C hub'])
      })
    })

    describe('words', () => {
      beforeEach(() =>
        fill(document({ title: 'Wireless mouse' }), document({ title: 'Wireless keyboard' }), document({ title: 'Mousse au chocolat' })),
      )
      it('the last word of a query may be half typed, the others may not', async () => {
        expect(await titles('wireless mou')).toEqual(['Wireless mouse'])
        expect(await titles('wire mouse', { matchingStrategy: 'all' })).toEqual([])
      })
      it('a Latin word matches words, not their middles', async () => expect(await titles('less')).toEqual([]))
      it('SR-15 when nothing matches all words, the last are dropped, and the answer says which', async () => {
        const answer = await search({ q: 'wireless mouse purple' })
        expect([answer.hits.map((hit) => hit.document.title), answer.dropped]).toEqual([['Wireless mouse'], ['purple']])
        expect((await search({ q: 'wireless mouse' })).dropped).toBeNull()
      })
      it('with the strategy all nothing is dropped', async () => {
        expect(await search({ q: 'wireless purple', matchingStrategy: 'all' })).toMatchObject({ totalHits: 0, dropped: null })
      })
      it('an unknown first word finds nothing, signs alone find nothing, an empty query everything, newest first', async () => {
        expect(await titles('qwzx wireless')).toEqual([])
        expect(await titles('？！')).toEqual([])
        expect(await titles('')).toEqual(['Mousse au chocolat', 'Wireless keyboard', 'Wireless mouse'])
      })
    })

    it('ranks title before names before text, exact before begun, early before late, new before old', async () => {
      await fill(
        document({ id: 'text', title: 'a', text: 'about linen' }),
        document({ id: 'name', title: 'b', productNames: ['linen shirt'] }),
        document({ id: 'old', title: 'linen one' }),
        document({ id: 'new', title: 'linen two' }),
        document({ id: 'late', title: 'some soft linen' }),
        document({ id: 'begun', title: 'linens one' }),
        document({ id: 'same', title: 'linen' }),
      )
      expect((await search({ q: 'linen' })).hits.map((hit) => hit.document.id)).toEqual([
        'same',
        'new',
        'old',
        'late',
        'begun',
        'name',
        'text',
      ])
    })

    it('finds people by name and handle, and topics', async () => {
      await fill(document({ title: 'p', creator: { id: 'c', name: '林晚', handle: 'linwan' }, topics: ['露营'] }))
      for (const q of ['林晚', 'linwan', '露营']) expect(await titles(q), q).toEqual(['p'])
    })

    describe('filters, facets, sorting, pages', () => {
      beforeEach(() =>
        fill(
          document({
            title: '羽绒服 A',
            kind: 'product',
            category: 'coats',
            topics: ['winter', 'hiking'],
            price: 62_900,
            inStock: true,
            creator: { id: '1', name: 'x', handle: 'ahe' },
          }),
          document({ title: '羽绒服 B', kind: 'product', category: 'coats', topics: ['winter'], price: 39_900, inStock: false }),
          document({
            title: '羽绒服怎么选',
            level: 'identity',
            category: 'guides',
            topics: ['winter'],
            creator: { id: '1', name: 'x', handle: 'ahe' },
            counters: { likes: 9, comments: 0, followers: 0, orders: 0 },
          }),
        ),
      )
      const filters: [string, Filter, string[]][] = [
        ['equality without regard to case', { field: 'category', op: '=', value: 'Coats' }, ['羽绒服 B', '羽绒服 A']],
        ['inequality', { field: 'category', op: '!=', value: 'coats' }, ['羽绒服怎么选']],
        ['one of a list', { field: 'topics', op: 'in', values: ['hiking', 'x'] }, ['羽绒服 A']],
        [
          'a price range',
          {
            and: [
              { field: 'price', op: '>=', value: 39_900 },
              { field: 'price', op: '<', value: 62_900 },
            ],
          },
          ['羽绒服 B'],
        ],
        ['a value at all', { not: { field: 'price', op: 'exists' } }, ['羽绒服怎么选']],
        [
          'either',
          {
            or: [
              { field: 'inStock', op: '=', value: true },
              { field: 'kind', op: '=', value: 'piece' },
            ],
          },
          ['羽绒服怎么选', '羽绒服 A'],
        ],
        ['a creator', { field: 'creator', op: '=', value: 'ahe' }, ['羽绒服怎么选', '羽绒服 A']],
      ]
      for (const [label, filter, expected] of filters)
        it(`filters by ${label}`, async () => expect((await titles('', { filter })).sort()).toEqual([...expected].sort()))

      it('SR-09 counts facets over all hits, not over the page', async () => {
        const answer = await search({ q: '羽绒', facets: ['kind', 'topics', 'inStock'], hitsPerPage: 1 })
        expect(answer.facets).toEqual({
          kind: [
            { value: 'product', count: 2 },
            { value: 'piece', count: 1 },
          ],
          topics: [
            { value: 'winter', count: 3 },
            { value: 'hiking', count: 1 },
          ],
          inStock: [
            { value: 'false', count: 1 },
            { value: 'true', count: 1 },
          ],
        })
        expect(answer).toMatchObject({ totalHits: 3, totalPages: 3, priceRange: { min: 39_900, max: 62_900 } })
      })
      it('SR-09 counts price bands, brands, levels and what is lowered', async () => {
        await fill(document({ title: '羽绒枕', kind: 'product', price: 8900, brand: '山野', onSale: true }))
        const { facets } = await search({ q: '羽绒', facets: ['priceBand', 'brand', 'level', 'onSale'] })
        expect(facets).toEqual({
          priceBand: [
            { value: '0-20000', count: 1 },
            { value: '20000-50000', count: 1 },
            { value: '50000-100000', count: 1 },
          ],
          brand: [{ value: '山野', count: 1 }],
          level: [{ value: 'identity', count: 1 }],
          onSale: [{ value: 'true', count: 1 }],
        })
        expect(await titles('羽绒', { filter: { field: 'priceBand', op: 'in', values: ['0-20000', '20000-50000'] } })).toEqual([
          '羽绒枕',
          '羽绒服 B',
        ])
      })
      it('searches the values of a facet', async () => {
        expect(value(await engine.facetSearch({ q: '羽绒', facet: 'topics', facetQuery: 'HIK' }))).toEqual([{ value: 'hiking', count: 1 }])
      })
      it('sorts by price both ways, what has no price last', async () => {
        expect(await titles('羽绒', { sort: [{ field: 'price', direction: 'asc' }] })).toEqual(['羽绒服 B', '羽绒服 A', '羽绒服怎么选'])
        expect(await titles('羽绒', { sort: [{ field: 'price', direction: 'desc' }] })).toEqual(['羽绒服 A', '羽绒服 B', '羽绒服怎么选'])
        expect((await titles('', { sort: [{ field: 'likes', direction: 'desc' }] }))[0]).toBe('羽绒服怎么选')
      })
      it('keeps one hit for each creator when asked', async () => {
        expect(await search({ q: '羽绒', distinct: 'creator' })).toMatchObject({ totalHits: 2 })
      })
      it('pages never repeat nor skip a document', async () => {
        const pages = await Promise.all([1, 2, 3, 4].map((page) => titles('羽绒', { page, hitsPerPage: 1 })))
        expect(pages.flat()).toEqual(await titles('羽绒'))
      })
    })

    describe('SR-10 highlights', () => {
      const shown = async (q: string, attribute: 'title' | 'text') =>
        plain((await search({ q, attributesToHighlight: [attribute] })).hits[0]?.highlights[attribute])
      it('SR-10 cover the whole matched word', async () => {
        await fill(document({ title: '在虚拟机里跑 Wireless 测试' }))
        expect(await shown('虚拟机', 'title')).toBe('在[虚拟机]里跑 Wireless 测试')
        expect(await shown('测试 wirel', 'title')).toBe('在虚拟机里跑 [Wireless] [测试]')
      })
      it('SR-10 mark no beginning of a longer word unless the query may still be typed', async () => {
        await fill(document({ title: 'wireless wire tool' }))
        expect(await shown('wire tool', 'title')).toBe('wireless [wire] [tool]')
      })
      it('SR-10 mark the original text where it was folded', async () => {
        await fill(document({ title: '㍿ ﬁne Ｃafé 𠮷野家' }))
        expect(await shown('cafe', 'title')).toBe('㍿ ﬁne [Ｃafé] 𠮷野家')
        expect(await shown('𠮷野', 'title')).toBe('㍿ ﬁne Ｃafé [𠮷野]家')
      })
      it('SR-10 are text in parts: markup in a title stays what it is', async () => {
        await fill(document({ title: '<b>包</b><script>alert(1)</script>' }))
        expect(await shown('包', 'title')).toBe('<b>[包]</b><script>alert(1)</script>')
      })
      it('SR-10 cut texts to 120 characters around the hit', async () => {
        await fill(document({ title: 't', text: `${'前文。'.repeat(100)}羽绒服很轻${'后文。'.repeat(100)}` }))
        const text = await shown('羽绒服', 'text')
        expect(text).toContain('[羽绒服]很轻')
        expect(text.replace(/[[\]]/g, '').length).toBeLessThanOrEqual(120)
        expect([text.startsWith('…'), text.endsWith('…')]).toEqual([true, true])
      })
    })

    describe('SR-17, SR-18 visibility', () => {
      const everything: Partial<SearchRequest> = { facets: ['kind', 'topics'], attributesToHighlight: ['title'] }
      const nothing = { totalHits: 0, hits: [], facets: { kind: [], topics: [] }, priceRange: null, dropped: null }
      const secret = () => document({ id: 's', title: '秘密笔记', topics: ['secret'], price: 1 })

      it('SR-17 a hidden note is in no result, count, facet or range', async () => {
        await fill({ ...secret(), visibility: 'hidden' })
        expect(await search({ q: '秘密', ...everything })).toMatchObject(nothing)
        expect(await search({ q: '', ...everything })).toMatchObject(nothing)
        expect(value(await engine.facetSearch({ q: '', facet: 'topics', facetQuery: '' }))).toEqual([])
        expect((await engine.stats()).documents).toBe(0)
      })
      it('SR-18 a withdrawn note is gone from the next query on, and a late write of an older version does not bring it back', async () => {
        const note = secret()
        await fill(note)
        expect(await titles('秘密')).toEqual(['秘密笔记'])
        await engine.remove([{ id: 's', version: note.version + 1 }])
        expect(await search({ q: '秘密', ...everything })).toMatchObject(nothing)
        await fill(note, { ...note, version: note.version + 1 })
        expect(await titles('秘密')).toEqual([])
        await fill({ ...note, version: note.version + 2 })
        expect(await titles('秘密')).toEqual(['秘密笔记'])
      })
      it('SR-18 a removal wins even when its version is behind', async () => {
        await fill(secret())
        await engine.remove([{ id: 's', version: 0 }])
        expect(await titles('秘密')).toEqual([])
      })
      it('SR-18 ids that a query excludes are neither shown nor counted, before the index knows', async () => {
        await fill(secret())
        expect(await search({ q: '秘密', exclude: ['s'], ...everything })).toMatchObject(nothing)
        expect(value(await engine.facetSearch({ q: '', facet: 'topics', facetQuery: '', exclude: ['s'] }))).toEqual([])
      })
      it('hiding, and a newer text, replace the old words', async () => {
        const note = secret()
        await fill(note)
        await fill({ ...note, title: '公开笔记', version: note.version + 1 })
        expect([await titles('秘密'), await titles('公开')]).toEqual([[], ['公开笔记']])
        await fill({ ...note, version: note.version }) // an old job that ran late
        expect(await titles('公开')).toEqual(['公开笔记'])
        await fill({ ...note, visibility: 'hidden', version: note.version + 2 })
        expect(await titles('笔记')).toEqual([])
      })
    })

    describe('what cannot be honoured is refused by name', () => {
      const bad: [string, unknown][] = [
        ['page', { page: 0 }],
        ['hitsPerPage', { hitsPerPage: 1000 }],
        ['matchingStrategy', { matchingStrategy: 'frequency' }],
        ['sort', { sort: [{ field: 'secret', direction: 'asc' }] }],
        ['facets', { facets: ['price'] }],
        ['distinct', { distinct: 'title' }],
        ['attributesToHighlight', { attributesToHighlight: ['body'] }],
        ['filter', { filter: { field: '__proto__', op: '=', value: 'x' } }],
        ['filter', { filter: { field: 'price', op: '>', value: 'x' } }],
        ['filter', { filter: { field: 'kind', op: 'CONTAINS', value: 'x' } }],
        ['vector', { vector: [1, 2] }],
        ['q', { q: 'x'.repeat(501) }],
      ]
      for (const [field, request] of bad)
        it(`${field}: ${JSON.stringify(request).slice(0, 60)}`, async () => {
          expect(await engine.search({ q: '', ...(request as object) })).toMatchObject({ ok: false, failure: { code: 'invalid', field } })
        })
    })

    it('counts what it holds and empties for a rebuild', async () => {
      const note = document({ title: 'a' })
      await fill(note, document({ title: 'b', kind: 'product' }), document({ title: 'c', kind: 'creator' }))
      expect(await engine.stats()).toMatchObject({ documents: 3, byKind: { piece: 1, product: 1, creator: 1 } })
      await engine.remove([note])
      await engine.clear()
      expect(await engine.stats()).toMatchObject({ documents: 0, terms: 0 })
      await fill(note)
      expect(await titles('a')).toEqual(['a'])
    })
  })
}
