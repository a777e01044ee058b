import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Result } from '../../../src/lib/result.ts'
import { descriptionText } from '../../../src/modules/catalogue/import/html-text.ts'
import { convertMinor } from '../../../src/modules/catalogue/import/prices.ts'
import { type ImportFile, readProducts } from '../../../src/modules/catalogue/index.ts'

const bytes = (text: string | Uint8Array) => (typeof text === 'string' ? new TextEncoder().encode(text) : text)

/** A file that arrives in pieces of `size` bytes, so that characters and rows are cut anywhere. */
const source = (content: string | Uint8Array, size = 7) => ({
  name: 'products.csv',
  async *open() {
    const all = bytes(content)
    for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size)
  },
})

const read = (content: string | Uint8Array, options: { currency?: string; rate?: string } = {}): Promise<Result<ImportFile>> =>
  readProducts(source(content), { currency: options.currency ?? 'CNY', rate: options.rate ?? null })

async function readOk(content: string | Uint8Array, options: { currency?: string; rate?: string } = {}): Promise<ImportFile> {
  const result = await read(content, options)
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

const fixture = readFileSync(path.resolve('test/fixtures/products.csv'))

describe('a product file of Shopify', () => {
  it('puts rows of one handle together, with options, pictures by position and the words of each picture', async () => {
    const { format, products } = await readOk(fixture)
    const shirt = products.find(({ key }) => key === 'linen-shirt')
    expect(format).toBe('shopify')
    expect(shirt).toMatchObject({ title: '亚麻衬衫', brand: '山舍', category: '衬衫', status: 'active', optionNames: ['颜色', '尺码'] })
    expect(shirt?.description).toBe('100% 亚麻，洗过一次会缩 2%。\n\n· 贝壳扣\n· 侧缝有开衩')
    expect(shirt?.variants).toMatchObject([
      {
        sku: 'SHIRT-W-M',
        price: 39900,
        cost: 12000,
        weightGrams: 240,
        quantity: 8,
        options: [
          { name: '颜色', value: '白' },
          { name: '尺码', value: 'M' },
        ],
      },
      { sku: 'SHIRT-W-L', price: 39900, cost: null, quantity: 3 },
    ])
    expect(shirt?.pictures).toMatchObject([
      { source: 'https://cdn.example.com/files/shirt-white.webp?v=17', alt: '白衬衫 "平铺"' },
      { source: 'https://cdn.example.com/files/shirt-sand.webp?v=17', alt: '沙色衬衫，正面' },
    ])
  })

  it('names line, column and reason of each bad row, and takes the good ones', async () => {
    const { products, refused, problems } = await readOk(fixture)
    expect(products.map(({ key }) => key)).toEqual(['linen-shirt', 'enamel-cup', 'notebook', 'lamp-shade'])
    expect(refused).toBe(3)
    expect(problems.map(({ line, column, effect }) => [line, column, effect])).toEqual([
      [5, 'Variant Price', 'left-out'],
      [8, 'Title', 'left-out'],
      [9, 'Variant Inventory Qty', 'left-out'],
      [9, null, 'left-out'],
      [10, 'Handle', 'left-out'],
      [11, 'Variant Inventory Qty', 'adjusted'],
      [11, 'Variant Grams', 'adjusted'],
      [12, 'Variant SKU', 'left-out'],
      [12, null, 'left-out'],
    ])
    expect(problems[0]?.reason).toContain('"399,00"')
    expect(problems.find(({ column }) => column === 'Variant SKU')?.reason).toContain('line 6')
  })

  it('sells a product with nothing to choose as one variant without options', async () => {
    const { products } = await readOk(fixture)
    expect(products[1]).toMatchObject({ key: 'enamel-cup', optionNames: [], description: 'Chips if dropped.\nHolds 350 ml.' })
    expect(products[1]?.variants).toMatchObject([{ sku: 'CUP-1', options: [], price: 4950, quantity: 12 }])
  })

  it('converts with a rate although the file names no currency', async () => {
    const { products } = await readOk('Handle,Title,Variant Price,Cost per item\na,A,10.00,4.50\n', { rate: '7.12' })
    expect(products[0]?.variants[0]).toMatchObject({ price: 7120, cost: 3204 })
    const yen = await readOk('Handle,Title,Variant Price\na,A,12.50\n', { rate: '150', currency: 'JPY' })
    expect(yen.products[0]?.variants[0]?.price).toBe(1875)
  })

  it('says which rows sell a product without options once more', async () => {
    const { products, problems } = await readOk('Handle,Title,Variant Price\na,A,1.00\na,,\nA,A again,2.00\n')
    expect(products[0]?.variants).toMatchObject([{ price: 100 }])
    expect(problems).toEqual([
      {
        line: 4,
        column: 'Variant Price',
        effect: 'left-out',
        reason: 'Expected one row with a price of a product that has no options, got "2.00"',
      },
    ])
  })

  it('says how long a title is that is too long', async () => {
    const { problems } = await readOk(`Handle,Title,Variant Price\na,${'长'.repeat(250)},1\nb,B,1\n`)
    expect(problems[0]?.reason).toMatch(/title of 1 to 200 characters, got "长{60}" \(250 characters\)/)
  })

  it('knows the headers of the template of today as well', async () => {
    const header =
      'Title,URL handle,Description,Vendor,Product category,Type,Published on online store,Status,SKU,Option1 name,Option1 value,Price,Inventory quantity,Weight value (grams),Product image URL,Image position,Image alt text,Variant image URL'
    const { format, products } = await readOk(
      `${header}\nCup,cup,<h2>Care</h2>By hand,Yamasha,Home > Cups,,TRUE,Active,C-1,Colour,Red,12.50,4,180,https://x.example/c.png,1,A cup,\n`,
    )
    expect(format).toBe('shopify')
    expect(products).toMatchObject([
      {
        key: 'cup',
        category: 'Cups',
        status: 'active',
        description: '## Care\n\nBy hand',
        variants: [{ sku: 'C-1', price: 1250, quantity: 4, weightGrams: 180 }],
      },
    ])
  })

  it('leaves out the second row with the same choice, and one that leaves a choice open', async () => {
    const { products, problems } = await readOk(
      'Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Price\na,A,Size,M,Colour,Red,1,5\na,,,m,,red,2,5\na,,,L,,,3,5\n',
    )
    expect(products[0]?.variants.map(({ sku }) => sku)).toEqual(['1'])
    expect(problems.map(({ line }) => line)).toEqual([3, 4])
  })

  it('gives an SKU made of handle and choice to a row without one', async () => {
    const { products } = await readOk('Handle,Title,Option1 Name,Option1 Value,Variant Price\nwarm-hat,Hat,颜色,深 红,5\nwarm-hat,,,白,5\n')
    expect(products[0]?.variants.map(({ sku }) => sku)).toEqual(['warm-hat-深-红', 'warm-hat-白'])
  })

  it('never puts an unpublished or unlisted product on sale', async () => {
    const { products } = await readOk(
      'Handle,Title,Variant Price,Status,Published\na,A,1,active,FALSE\nb,B,1,unlisted,\nc,C,1,archived,\nd,D,1,,\n',
    )
    expect(products.map(({ status }) => status)).toEqual(['draft', 'draft', 'archived', 'active'])
  })
})

describe('a product file of Spree', () => {
  const header =
    'slug,sku,name,price,currency,status,description,category1,option1_name,option1_value,image1_src,weight,weight_unit,inventory_count'
  const rows = [
    'kettle,K,Kettle,0,USD,active,Boils.,Kitchen -> Kettles,,,https://x.example/k.webp,,lb,',
    'kettle,K-W,,49.99,USD,,,,Color,White,https://x.example/k-w.webp,4.4,lb,50',
    'kettle,K-W,,44.99,EUR,,,,,,,,,',
  ]

  it('takes the master row as the product and does not sell it', async () => {
    const { format, products } = await readOk([header, ...rows].join('\n'))
    expect(format).toBe('spree')
    expect(products).toMatchObject([{ key: 'kettle', title: 'Kettle', category: 'Kettles', optionNames: ['Color'] }])
    expect(products[0]?.variants).toMatchObject([
      { sku: 'K-W', price: 4999, weightGrams: 1996, quantity: 50, picture: 'https://x.example/k-w.webp' },
    ])
    expect(products[0]?.pictures).toHaveLength(2)
  })

  it('takes the rows in the currency of the shop, else those of the first, and says how many it passed over', async () => {
    expect((await readOk([header, ...rows].join('\n'))).prices).toEqual({ from: 'USD', to: 'CNY', passedOver: 1 })
    const euro = await readOk([header, ...rows, 'kettle,K-W,,44.99,EUR,,,,Color,White,,,,'].join('\n'), { currency: 'EUR' })
    expect(euro.prices.from).toBe('EUR')
    expect(euro.products[0]?.variants[0]?.price).toBe(4499)
  })

  it('converts exactly, halves up, when a rate is given', async () => {
    const { products } = await readOk([header, ...rows].join('\n'), { rate: '7.12' })
    expect(products[0]?.variants[0]?.price).toBe(35593) // 4999 × 7.12 = 35592.88
    expect(convertMinor(1, 'USD', 'CNY', '0.5')).toBe(1)
    expect(convertMinor(1250, 'USD', 'JPY', '150')).toBe(1875)
    expect(convertMinor(100, 'JPY', 'KWD', '0.002')).toBe(200)
    expect(convertMinor(Number.MAX_SAFE_INTEGER, 'USD', 'CNY', '7')).toBeNull()
  })
})

describe('a file of any shop', () => {
  it.each([
    ['a byte order mark and Windows line ends', '\ufeffHandle,Title,Variant Price\r\na,杯,1\r\n'],
    ['semicolons', 'Handle;Title;Variant Price\na;杯;1\n'],
    ['tabs and no last line end', 'Handle\tTitle\tVariant Price\na\t杯\t1'],
    ['another order, case and blank lines', '\nVARIANT PRICE,title,handle\n\n1,杯,A\n\n'],
  ])('is read with %s', async (_, content) => {
    const { products } = await readOk(content)
    expect(products).toMatchObject([{ key: 'a', title: '杯', variants: [{ price: 100 }] }])
  })

  it('is read in UTF-16 and in GB18030, as spreadsheets save it', async () => {
    const text = 'Handle,Title,Variant Price\na,杯子,1\n'
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    const gb = Buffer.concat([Buffer.from('Handle,Title,Variant Price\na,'), Buffer.from([0xb1, 0xad, 0xd7, 0xd3]), Buffer.from(',1\n')])
    const swapped = Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()])
    for (const content of [utf16, swapped, gb]) expect((await readOk(content)).products[0]?.title).toBe('杯子')
  })

  it('is refused with the columns that are wanted when its header is another', async () => {
    const result = await read('id,label\n1,x\n')
    expect(result).toMatchObject({ ok: false, failure: { code: 'invalid', field: 'header' } })
    expect(result.ok ? '' : result.failure.message).toMatch(/Handle.*Title.*Variant Price.*slug.*name.*sku.*Found: id, label/)
  })

  it.each([
    ['nothing at all', ''],
    ['blank lines only', '\n\n'],
    ['a quotation mark that is never closed', 'Handle,Title,Variant Price\na,"A,1\nb,B,2\n'],
    ['a quotation mark behind a quoted cell', 'Handle,Title,Variant Price\na,"A" b,1\n'],
    ['a quotation mark inside a bare cell', 'Handle,Title,Variant Price\na,5" plate,1\n'],
  ])('is refused, and nothing thrown, when it holds %s', async (_, content) => {
    expect(await read(content)).toMatchObject({ ok: false, failure: { code: 'invalid' } })
  })

  it.each(['x,"a" b,1', 'x,5" plate,1'])('names the line of a fault far down: %s', async (row) => {
    const many = (from: number) => Array.from({ length: 3000 }, (_, n) => `thing-${from + n},Thing,1`).join('\n')
    const result = await readProducts(source(`Handle,Title,Variant Price\n${many(0)}\n${row}\n${many(5000)}\n`, 65_536), {
      currency: 'CNY',
      rate: null,
    })
    expect(result).toMatchObject({ ok: false, failure: { field: 'line 3002' } })
  })

  it('drops characters that would end a text', async () => {
    expect((await readOk('Handle,Title,Variant Price\na,A\0B,1\n')).products[0]?.title).toBe('AB')
  })

  it('counts lines of the file, whatever stands inside quotation marks', async () => {
    const { problems } = await readOk('Handle,Title,Body (HTML),Variant Price\r\na,A,"one\r\ntwo\r\n\r\nfour",1\r\n\r\nb,B,,free\r\n')
    expect(problems[0]).toMatchObject({ line: 7, column: 'Variant Price' })
  })

  it.each(['-1', '0', '0.00', '1.234', '1e3', '1,000.00', '¥5', 'NaN', '99999999999999999999'])('sells nothing for %s', async (price) => {
    const { products, problems } = await readOk(`Handle,Title,Variant Price\na,A,"${price}"\n`)
    expect(products).toEqual([])
    expect(problems[0]).toMatchObject({ line: 2, column: 'Variant Price', effect: 'left-out' })
  })

  it('keeps every good price to the cent, however the rows are mixed (property)', async () => {
    const line = fc.record({ handle: fc.integer({ min: 1, max: 5 }), price: fc.integer({ min: 1, max: 10_000_000 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 50 }), async (lines, size) => {
        const rows = lines.map(({ handle, price }, index) => `h${handle},T${handle},O,v${index},s${index},${(price / 100).toFixed(2)}`)
        const content = ['Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price', ...rows].join('\n')
        const result = await readProducts(source(content, size), { currency: 'CNY', rate: null })
        const got = result.ok ? result.value.products.flatMap(({ variants }) => variants.map(({ sku, price }) => [sku, price])) : []
        expect(new Map(got as [string, number][])).toEqual(new Map(lines.map(({ price }, index) => [`s${index}`, price])))
      }),
      { numRuns: 60 },
    )
  })
})

describe('a description', () => {
  it.each([
    ['<p>a</p><p>b</p>', 'a\n\nb'],
    ['a<br/>b<br>c', 'a\nb\nc'],
    ['<h3>Care</h3><ul><li>cold</li><li>flat</li></ul>', '## Care\n\n· cold\n· flat'],
    ['<script>alert("<p>x</p>")</script><style>p{}</style>ok', 'ok'],
    ['5 &lt; 6 &amp; 7 &#20013; &#x6587; &nope;', '5 < 6 & 7 中 文 &nope;'],
    ['plain, 5 < 6\r\n\r\nsecond', 'plain, 5 < 6\n\nsecond'],
    ['<p>open <b>never closed', 'open never closed'],
    ['<a href="x>y">z</a> a<!-- hidden -- still -->b', 'y">z ab'],
    ['see [[3]] there', 'see [3] there'],
    ['<table><tr><td>w</td><td>3 kg</td></tr></table>', 'w 3 kg'],
  ])('reads %j', (html, text) => expect(descriptionText(html)).toBe(text))

  it('reads any text in time and never keeps a script (property)', () => {
    const piece = fc.constantFrom('<', '>', '<p>', '</p>', '<!--', '-->', '<script>', '</script>', '&', '&amp;', 'a', ' ', '\n', '[[1]]')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        expect(descriptionText(`<p>${pieces.join('')}`)).not.toMatch(/<script/)
      }),
    )
    const began = performance.now()
    descriptionText(`<p>${'<a '.repeat(60_000)}${'<!--'.repeat(5000)}${'<script>'.repeat(5000)}`)
    expect(performance.now() - began).toBeLessThan(2000)
  })
})
