import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import { expect, it } from 'vitest'

const config = createRequire(import.meta.url)('../../../.dependency-cruiser.cjs') as ICruiseOptions & {
  forbidden: object[]
  options: ICruiseOptions
}

/** What the rules say about a small checkout: names of the broken rules, in order and once each. */
async function broken(files: Record<string, string>): Promise<string[]> {
  const baseDir = mkdtempSync(path.join(os.tmpdir(), 'zhongcao-rules-'))
  try {
    for (const [name, text] of Object.entries({ 'package.json': '{"dependencies":{}}', ...files })) {
      mkdirSync(path.dirname(path.join(baseDir, name)), { recursive: true })
      writeFileSync(path.join(baseDir, name), text)
    }
    const { tsConfig: _ours, ...options } = config.options
    const folders = ['src', 'collections'].filter((folder) => Object.keys(files).some((name) => name.startsWith(`${folder}/`)))
    const result = await cruise(folders, {
      ...options,
      baseDir,
      validate: true,
      ruleSet: { forbidden: config.forbidden },
    } as ICruiseOptions)
    const { violations } = (result.output as ICruiseResult).summary
    return [...new Set(violations.map((violation) => violation.rule.name))].sort()
  } finally {
    rmSync(baseDir, { recursive: true, force: true })
  }
}

/** One file that imports one other; both exist. */
const arrow = (from: string, to: string, type = false) => ({
  [to]: 'export const value = 1\nexport type Value = number\n',
  [from]: `${type ? 'import type { Value }' : 'import { value }'} from './${path.posix.relative(path.posix.dirname(from), to)}'\n${
    type ? 'export type Mine = Value' : 'export const mine = value'
  }\n`,
})
/** One file that imports a package or a part of Node. */
const uses = (from: string, what: string) => ({ [from]: `import x from '${what}'\nexport const mine = x\n` })

it.each([
  ['lib-is-the-kernel', 'src/lib/money.ts', 'src/modules/ledger/index.ts'],
  ['modules-do-not-meet', 'src/modules/ledger/index.ts', 'src/modules/checkout/index.ts'],
  ['modules-know-only-lib', 'src/modules/ledger/index.ts', 'collections/users.ts'],
  ['modules-know-only-lib', 'src/modules/ledger/store.ts', 'src/flows/place-order.ts'],
  ['pure-files-stay-pure', 'src/modules/media/index.ts', 'src/modules/media/processors/image.ts'],
  ['stores-are-for-flows', 'src/jobs/index-piece.ts', 'src/modules/ledger/store.ts'],
  ['stores-are-for-flows', 'src/web/routes/home.tsx', 'src/modules/ledger/store.ts'],
  ['adapters-are-for-the-context', 'src/flows/send-mail.ts', 'src/modules/notifications/mailers/smtp.ts'],
  ['collections-know-lib-and-modules', 'collections/orders.ts', 'src/flows/place-order.ts'],
  ['collections-know-lib-and-modules', 'collections/orders.ts', 'src/modules/ledger/store.ts'],
  ['flows-know-modules-and-lib', 'src/flows/place-order.ts', 'src/context.ts'],
  ['flows-know-no-door', 'src/flows/place-order.ts', 'src/jobs/index-piece.ts'],
  ['jobs-know-no-door', 'src/jobs/index-piece.ts', 'src/ui/card.ts'],
  ['doors-know-no-collection', 'src/server/app.ts', 'collections/users.ts'],
  ['doors-are-outermost', 'src/admin/view.tsx', 'src/server/app.ts'],
  ['ui-gets-data', 'src/ui/card.ts', 'src/modules/ledger/index.ts'],
  ['ui-knows-no-door', 'src/ui/card.ts', 'src/flows/place-order.ts'],
  ['tests-are-not-shipped', 'src/server/app.ts', 'test/fakes/mail.ts'],
])('%s: %s may not import %s', async (rule, from, to) => {
  expect(await broken(arrow(from, to))).toContain(rule)
})

it.each([
  ['lib-has-no-io', 'src/lib/money.ts', 'node:fs'],
  ['lib-has-no-io', 'src/lib/money.ts', 'payload'],
  ['modules-are-pure', 'src/modules/media/index.ts', 'sharp'],
  ['modules-are-pure', 'src/modules/media/plan.ts', 'node:fs/promises'],
  ['modules-are-pure', 'src/modules/ledger/index.ts', 'payload'],
  ['store-takes-types-of-payload', 'src/modules/ledger/store.ts', 'payload'],
  ['sdks-stay-in-adapters', 'src/flows/pay.ts', 'stripe'],
  ['sdks-stay-in-adapters', 'src/server/app.ts', 'sharp'],
  ['flows-know-no-framework', 'src/flows/pay.ts', 'express'],
  ['ui-has-no-io', 'src/ui/card.ts', 'node:fs'],
  ['next-is-for-the-admin', 'src/web/root.tsx', 'next'],
  ['express-is-for-the-server', 'src/web/root.tsx', 'express'],
])('%s: %s may not import %s', async (rule, from, what) => {
  expect(await broken(uses(from, what))).toContain(rule)
})

it.each([
  ['a flow reads a module', 'src/flows/place-order.ts', 'src/modules/ledger/index.ts', false],
  ['a flow writes through a store', 'src/flows/place-order.ts', 'src/modules/ledger/store.ts', false],
  ['a flow knows the type of the context', 'src/flows/place-order.ts', 'src/context.ts', true],
  ['a job calls a flow', 'src/jobs/index-piece.ts', 'src/flows/index-piece.ts', false],
  ['a collection asks a module', 'collections/orders.ts', 'src/modules/ledger/index.ts', false],
  ['the context builds an adapter', 'src/context.ts', 'src/modules/payments/providers/sandbox.ts', false],
  ['a module uses its own parts', 'src/modules/ledger/index.ts', 'src/modules/ledger/reversal.ts', false],
  ['a page shows a component', 'src/web/routes/home.tsx', 'src/ui/card.ts', false],
  ['a component knows the types of a module', 'src/ui/card.ts', 'src/modules/ledger/index.ts', true],
])('allowed: %s', async (_what, from, to, type) => {
  expect(await broken(arrow(from, to, type))).toEqual([])
})

it('a cycle is found, however long, and one of types alone is none', async () => {
  const value = (to: string) => `import { b } from './${to}.ts'\nexport const b2 = b\nexport { b }\n`
  expect(await broken({ 'src/lib/a.ts': value('b'), 'src/lib/b.ts': value('c'), 'src/lib/c.ts': value('a') })).toEqual(['no-cycle'])
  const type = (to: string) => `import type { T } from './${to}.ts'\nexport type U = T\nexport type { T }\n`
  expect(await broken({ 'src/lib/a.ts': type('b'), 'src/lib/b.ts': type('a') })).toEqual([])
})

it('a dead file and an import that leads nowhere are found', async () => {
  expect(await broken({ 'src/lib/dead.ts': 'export const a = 1\n' })).toEqual(['no-orphan'])
  expect(await broken(uses('src/lib/a.ts', './nowhere.ts'))).toEqual(['no-unresolvable'])
})
