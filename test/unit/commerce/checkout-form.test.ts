import { describe, expect, it } from 'vitest'
import { type CheckoutValues, checkoutErrors, checkoutValues, fieldOfFailure } from '../../../src/web/routes/commerce/checkout-form.ts'
import { isDelivered, namedCountries } from '../../../src/web/routes/commerce/delivery.ts'

const fallback = { country: 'CN', shipping: 'standard' }
const given = { signedIn: false, shippingIds: ['standard'] }

const chinese: CheckoutValues = {
  country: 'CN',
  shipping: 'standard',
  email: 'ye@example.com',
  name: '叶知秋',
  phone: '138 0013 8000',
  region: '浙江',
  city: '杭州',
  district: '西湖区',
  line1: '灵溪路 18 号 3 幢 502',
  postcode: '310013',
}

const german: CheckoutValues = {
  country: 'DE',
  shipping: 'standard',
  email: 'anna@example.com',
  name: 'Anna Roth',
  line1: 'Hauptstraße 1',
  postcode: '10115',
  city: 'Berlin',
}

describe('the form of the checkout', () => {
  it('takes a whole address of China and one of Germany without a word', () => {
    expect(checkoutErrors(chinese, given)).toEqual({})
    expect(checkoutErrors(german, given)).toEqual({})
  })

  it('names every field that is missing, and only those', () => {
    const errors = checkoutErrors({ country: 'CN', shipping: 'standard' }, given)
    expect(Object.keys(errors).sort()).toEqual(['city', 'district', 'email', 'line1', 'name', 'phone', 'region'])
    expect(new Set(Object.values(errors).map(({ code }) => code))).toEqual(new Set(['required']))
  })

  it('asks a logged-in buyer for no e-mail', () => {
    const { email: _, ...rest } = chinese
    expect(checkoutErrors(rest, { ...given, signedIn: true })).toEqual({})
    expect(checkoutErrors(rest, given)).toEqual({ email: { code: 'required' } })
  })

  it('asks for no postcode where there are none', () => {
    const { postcode: _, ...rest } = german
    expect(checkoutErrors({ ...rest, country: 'HK' }, given)).toEqual({})
    expect(checkoutErrors({ ...rest, country: 'DE' }, given)).toEqual({ postcode: { code: 'required' } })
  })

  it.each([
    ['email', 'ye@localhost', 'email'],
    ['email', 'ye@example.com\r\nBcc: all@example.com', 'email'],
    ['phone', '12', 'phone'],
    ['phone', 'call me', 'phone'],
    ['line1', '灵溪路', 'house_number'],
    ['postcode', '12', 'postcode'],
    ['country', 'KP', 'country'],
    ['shipping', 'rocket', 'shipping'],
  ] as const)('says what is wrong with %s = %j', (field, text, code) => {
    expect(checkoutErrors({ ...chinese, [field]: text }, given)[field]).toEqual({ code })
  })

  it('takes a village address without a house number', () => {
    expect(checkoutErrors({ ...chinese, line1: '青山村东头' }, given)).toEqual({})
  })

  it('says how long a text may be at most', () => {
    expect(checkoutErrors({ ...chinese, note: '长'.repeat(501) }, given).note).toEqual({ code: 'too_long', max: 500 })
    expect(checkoutErrors({ ...chinese, name: '长'.repeat(81) }, given).name).toEqual({ code: 'too_long', max: 80 })
    expect(checkoutErrors({ ...chinese, name: '长'.repeat(80), note: '长'.repeat(500) }, given)).toEqual({})
  })

  it('takes an e-mail, a telephone number and a postcode that were typed wide, as plain ones', () => {
    const typed = checkoutValues(
      { ...chinese, email: 'ye＠example．com', phone: '１３８００１３８０００', postcode: '３１００１３' },
      fallback,
    )
    expect(typed).toMatchObject({ email: 'ye@example.com', phone: '13800138000', postcode: '310013' })
    expect(checkoutErrors({ ...chinese, ...typed }, given)).toEqual({})
  })

  it('trims what was typed, keeps the lines of the note, and takes nothing that it does not know', () => {
    const values = checkoutValues({ name: '  叶  知秋 ', note: ' 一\n二 ', price: '1', total: '0', state: 'paid', country: '' }, fallback)
    expect(values).toEqual({ country: 'CN', shipping: 'standard', name: '叶 知秋', note: '一\n二' })
  })

  it('finds the field that a refusal of the flow names', () => {
    expect(fieldOfFailure('contact.email')).toBe('email')
    expect(fieldOfFailure('contact.street')).toBe('line1')
    expect(fieldOfFailure('contact.quote')).toBeNull()
    expect(fieldOfFailure('lines.0.quantity')).toBeNull()
    expect(fieldOfFailure(undefined)).toBeNull()
  })
})

describe('where the shop delivers', () => {
  it('names every country in the reader’s language, its own first', () => {
    const [zh, en] = [namedCountries('zh'), namedCountries('en')]
    expect(zh[0]).toEqual({ code: 'CN', name: '中国' })
    expect(en[0]).toEqual({ code: 'CN', name: 'China' })
    expect(en.find(({ code }) => code === 'DE')?.name).toBe('Germany')
    expect([...zh.map(({ code }) => code)].sort()).toEqual([...en.map(({ code }) => code)].sort())
    expect(zh.every(({ code }) => isDelivered(code))).toBe(true)
  })
})
