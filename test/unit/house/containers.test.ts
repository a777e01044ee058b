import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readEnv } from '../../../src/config/env.ts'

const compose = readFileSync('compose.yaml', 'utf8')
const dockerfile = readFileSync('Dockerfile', 'utf8')

/** Lines `NAME: value` of one block, by its indentation: as much of YAML as these blocks use. */
function block(from: RegExp): Record<string, string> {
  const lines = compose.split('\n')
  const start = lines.findIndex((line) => from.test(line))
  const indent = (line: string) => line.length - line.trimStart().length
  const depth = indent(lines[start] ?? '')
  const inside = lines.slice(start + 1)
  const end = inside.findIndex((line) => line.trim() !== '' && indent(line) <= depth)
  const entries = inside.slice(0, end < 0 ? undefined : end).flatMap((line) => {
    const [, name, value] = /^\s+([A-Z][A-Z_]*): (.*)$/.exec(line) ?? []
    return name ? [[name, (value ?? '').replace(/^"(.*)"$/, '$1')] as const] : []
  })
  return Object.fromEntries(entries)
}

/** What compose makes of `${NAME:-default}` and `${NAME:?why}` with these variables of the operator. */
const filled = (values: Record<string, string>, given: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value.replace(/\$\{([A-Z_]+)(?::([-?])([^}]*))?\}/g, (_, variable: string, kind: string | undefined, rest: string | undefined) => {
        const own = given[variable]
        if (own) return own
        if (kind === '?') throw new Error(`compose asks for ${variable}`)
        return rest ?? ''
      }),
    ]),
  )

const shared = block(/^x-environment:/)
const worker = block(/^ {2}worker:/)
const image = Object.fromEntries([...dockerfile.matchAll(/\b([A-Z][A-Z_]*)=(\S+)/g)].map(([, name, value]) => [name ?? '', value ?? '']))
const operator = { PUBLIC_URL: 'https://shop.example.com', PAYLOAD_SECRET: 'x'.repeat(64) }
const ofImage = Object.fromEntries(['NODE_ENV', 'HOST', 'PORT', 'DATA_DIR', 'MEDIA_DIR'].map((name) => [name, image[name] ?? '']))

describe('compose.yaml', () => {
  it('names settings that there are, and makes an environment that the server takes, for pages and for jobs', () => {
    const web = readEnv({ ...ofImage, ...filled(shared, operator) })
    expect(web).toMatchObject({
      database: 'mongodb',
      WORKER: false,
      DEMO: false,
      PORT: 3000,
      loopback: false,
      dataDir: '/data',
      mediaDir: '/media',
    })
    expect(readEnv({ ...ofImage, ...filled({ ...shared, ...worker }, operator) })).toMatchObject({
      WORKER: true,
      PUBLIC_URL: operator.PUBLIC_URL,
    })
    const settings = new Set(
      readFileSync('.env.example', 'utf8')
        .match(/^# ([A-Z_]+)(?==)/gm)
        ?.map((line) => line.slice(2)),
    )
    for (const name of [...Object.keys(shared), ...Object.keys(worker)]) expect([name, settings.has(name)]).toEqual([name, true])
  })

  it('takes a mail server, and an empty one for none', () => {
    const mail = { SMTP_URL: 'smtps://user:word@mail.example.com', MAIL_FROM: 'Shop <shop@example.com>' }
    expect(readEnv({ ...ofImage, ...filled(shared, { ...operator, ...mail }) })).toMatchObject(mail)
    expect(readEnv({ ...ofImage, ...filled(shared, operator) }).SMTP_URL).toBeUndefined()
  })

  it('does not start without an address and a secret, which all processes must share', () => {
    for (const missing of ['PUBLIC_URL', 'PAYLOAD_SECRET'])
      expect(() => filled(shared, { ...operator, [missing]: '' })).toThrow(`compose asks for ${missing}`)
  })

  it('gives each process a journal of its own and all of them the same media, and shows MongoDB to nobody', () => {
    const volumes = [...compose.matchAll(/^ {6}- ([\w-]+):(\/\S+)$/gm)].map(([, name, at]) => `${name} ${at}`)
    expect(volumes).toEqual(['web-data /data', 'media /media', 'worker-data /data', 'media /media', 'mongodb /data/db'])
    expect(compose.match(/^ {4}ports:/gm)).toHaveLength(1)
    expect(compose).toMatch(/- "127\.0\.0\.1:\$\{WEB_PORT:-3000\}:3000"/)
  })
})

describe('Dockerfile', () => {
  it('runs as somebody who is not root, with the packages of production alone, and says whether it can serve', () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '))
    expect(last).toMatch(/^USER node$/m)
    expect(last).toMatch(/^COPY --from=packages \/app\/node_modules/m)
    expect(last).toContain('/readyz')
    expect(dockerfile).toMatch(/FROM \$\{NODE_IMAGE\} AS packages[\s\S]*?npm ci --omit=dev/)
  })

  it('copies what is there, and nothing that must stay outside', () => {
    const copied = [...dockerfile.matchAll(/--from=build (.+?) \S+$/gm)]
      .flatMap(([, paths]) => (paths ?? '').split(' '))
      .map((one) => one.replace('/app/', ''))
    const made = new Set(['build'])
    for (const name of copied) expect([name, made.has(name) || existsSync(name)]).toEqual([name, true])
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n')
    for (const name of ['.env', '.git', 'node_modules', 'data', 'media', 'src/admin/.next']) expect(ignored).toContain(name)
  })

  it('has the Node that package.json wants', () => {
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } }
    expect([dockerfile.includes('NODE_IMAGE=node:20-'), engines.node]).toEqual([true, '>=20.19.0'])
  })
})
