import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isLoopback, publicEnv, readEnv } from '../../../src/config/env.ts'
import { sentenceFor } from '../../../src/config/refusals.ts'

/** What the start says to somebody who set this; empty when it takes it. */
function refusal(given: Record<string, string>): string {
  try {
    readEnv(given)
    return ''
  } catch (error) {
    return sentenceFor(error) ?? `no sentence for ${String(error)}`
  }
}

describe('without any setting', () => {
  const env = readEnv({})

  it('the shop listens on this machine only, on a SQLite file in data/, with pictures in media/', () => {
    expect(env).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', loopback: true, database: 'sqlite', DEMO: true, SANDBOX_PAYMENTS: false })
    expect(env.dataDir).toBe(path.resolve('data'))
    expect(env.mediaDir).toBe(path.resolve('media'))
    expect(env.databaseUrl).toBe(`file:${path.resolve('data/zhongcao.db')}`)
  })

  it('empty texts are as good as nothing', () => {
    expect(readEnv({ PORT: '', HOST: '', PUBLIC_URL: '', DATABASE_URL: '', MEILI_URL: '' })).toEqual(env)
  })
})

describe('settings', () => {
  it('put pictures inside DATA_DIR when only that is given, and elsewhere when MEDIA_DIR says so', () => {
    expect(readEnv({ DATA_DIR: '/srv/shop' })).toMatchObject({ dataDir: '/srv/shop', mediaDir: '/srv/shop/media' })
    expect(readEnv({ DATA_DIR: '/srv/shop', MEDIA_DIR: '/srv/pictures' }).mediaDir).toBe('/srv/pictures')
  })

  it('take the public address without its last slash, and show a browser nothing but it', () => {
    const env = readEnv({ PUBLIC_URL: 'https://shop.example.com/', PAYLOAD_SECRET: 'x'.repeat(32) })
    expect(env.PUBLIC_URL).toBe('https://shop.example.com')
    expect(publicEnv(env)).toEqual({ publicUrl: 'https://shop.example.com' })
  })

  it.each(['1', '0', 'loopback', 'true', '10.0.0.1', '10.0.0.0/8, ::1', 'loopback,uniquelocal'])('trust the proxy %s', (rule) => {
    expect(readEnv({ TRUST_PROXY: rule }).TRUST_PROXY).toBe(rule)
  })

  it('trust no proxy when they say false', () => {
    expect(readEnv({ TRUST_PROXY: 'false' }).TRUST_PROXY).toBeUndefined()
  })

  it('know which addresses only this machine reaches', () => {
    for (const host of ['127.0.0.1', '127.8.9.10', 'localhost', '::1']) expect(isLoopback(host), host).toBe(true)
    for (const host of ['0.0.0.0', '::', '192.168.1.4', 'shop.example.com', '127.0.0.1.example.com'])
      expect(isLoopback(host), host).toBe(false)
  })
})

it('a shop is only here while neither its address nor its public one leads elsewhere: play money is real money only then', () => {
  const onlyHere = (given: Record<string, string>) => readEnv(given).onlyHere
  expect(onlyHere({})).toBe(true)
  expect(onlyHere({ PUBLIC_URL: 'http://localhost:3000' })).toBe(true)
  expect(onlyHere({ PUBLIC_URL: 'http://[::1]:3000' })).toBe(true)
  expect(onlyHere({ PUBLIC_URL: 'https://shop.example.com' })).toBe(false)
  expect(onlyHere({ HOST: '0.0.0.0', PUBLIC_URL: 'http://localhost:3000' })).toBe(false)
})

describe('a value that cannot be used', () => {
  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['HOST', 'http://localhost'],
    ['HOST', 'local host'],
    ['PUBLIC_URL', 'shop.example.com'],
    ['PUBLIC_URL', 'ftp://shop.example.com'],
    ['PUBLIC_URL', 'https://example.com/shop'],
    ['PUBLIC_URL', 'https://me@example.com'],
    ['TRUST_PROXY', 'nginx'],
    ['TRUST_PROXY', '10.0.0.0/8/9'],
    ['DATABASE_URL', 'postgres://localhost/shop'],
    ['DEMO', 'maybe'],
    ['SANDBOX_PAYMENTS', 'yes'],
    ['WORKER', '2'],
    ['LOG_LEVEL', 'loud'],
    ['MAIL_FROM', 'the shop'],
    ['SMTP_URL', 'mail.example.com'],
    ['PAYLOAD_SECRET', 'short'],
    ['METRICS_TOKEN', 'short'],
    ['MEILI_URL', 'http://127.0.0.1:7700'],
    ['REDIS_URL', 'redis://127.0.0.1'],
    ['S3_BUCKET', 'pictures'],
    ['STRIPE_SECRET_KEY', 'sk_test_1'],
  ])('%s=%s stops the start with a sentence that names it', (name, value) => {
    expect(refusal({ [name]: value })).toMatch(new RegExp(`^The environment cannot be used:\n {2}${name}: `))
  })

  it('is named together with every other one', () => {
    const said = refusal({ PORT: 'abc', DEMO: 'maybe', REDIS_URL: 'redis://x' })
    for (const name of ['PORT', 'DEMO', 'REDIS_URL']) expect(said).toContain(`${name}: `)
  })

  it('is shown, unless it is a secret', () => {
    expect(refusal({ PORT: 'abc' })).toContain('"abc"')
    for (const [name, value] of [
      ['PAYLOAD_SECRET', 'hunter2'],
      ['METRICS_TOKEN', 'hunter2'],
      ['SMTP_URL', 'http://me:hunter2@mail'],
      ['DATABASE_URL', 'mysql://me:hunter2@db'],
    ] as const)
      expect(refusal({ [name]: value })).not.toContain('hunter2')
  })

  it('is a worker on the embedded database, which has one writing process', () => {
    expect(refusal({ WORKER: '1' })).toMatch(/^WORKER=1 needs MongoDB/)
    expect(refusal({ WORKER: '1', DATABASE_URL: 'mongodb://127.0.0.1/shop?replicaSet=rs0' })).toBe('')
  })
})

it('a full disk is the operator’s to mend, whoever met it', () => {
  expect(sentenceFor(Object.assign(new Error('write'), { code: 'ENOSPC', path: '/srv/media/a.webp' }))).toMatch(
    /^No space is left for \/srv\/media\/a\.webp of/,
  )
  expect(sentenceFor(new Error('outer', { cause: Object.assign(new Error('x'), { code: 'SQLITE_FULL' }) }))).toMatch(
    /^No space is left for the files of/,
  )
})

it('a fault of ours is no sentence for the operator', () => {
  expect(sentenceFor(new TypeError('x is undefined'))).toBeNull()
  expect(sentenceFor(new Error('outer', { cause: Object.assign(new Error('inner'), { name: 'UnusableDatabase' }) }))).toBe('inner')
})
