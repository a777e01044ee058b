import { describe, expect, it } from 'vitest'
import { excusedFiles, hiddenInputs, longFiles } from '../../lanes/house-files.mjs'
import { allowedReasons, closingLine, outcomeOfReport, skippedLane, timeTable, total, yesOrNo } from '../../lanes/outcome.mjs'

const test = (status: string, fullName: string, more: object = {}) => ({ status, fullName, failureMessages: [], ...more })
const file = (name: string, tests: object[], more: object = {}) => ({
  name: `/repo/${name}`,
  assertionResults: tests,
  status: 'passed',
  message: '',
  ...more,
})
const read = (testResults: object[], more: object = {}) =>
  outcomeOfReport(
    { testResults, ...more },
    { root: '/repo', mayBeSkipped: allowedReasons({ env: {}, hasSharedData: false, otherDatabase: 'MongoDB' }) },
  )

describe('the count of a lane', () => {
  it('counts passed, failed and skipped tests, and prints a failure with its file', () => {
    const outcome = read([
      file(
        'a.test.ts',
        [test('passed', 'one'), test('failed', 'two', { failureMessages: ['expected 1, got 2'] }), test('skipped', 'three')],
        { status: 'failed' },
      ),
    ])
    expect(outcome).toMatchObject({ passed: 1, failed: 1 })
    expect(outcome.skipped).toHaveLength(1)
    expect(outcome.failures).toEqual(['a.test.ts › two\nexpected 1, got 2'])
  })

  it('fails when no test ran, even if all were skipped', () => {
    expect(read([]).failed).toBe(1)
    expect(read([file('a.test.ts', [test('skipped', 'needs MongoDB')])]).failed).toBe(1)
  })

  it('fails when a file could not be loaded though none of its tests failed', () => {
    const outcome = read([
      file('a.test.ts', [test('passed', 'one')]),
      file('b.test.ts', [], { status: 'failed', message: 'Cannot find module' }),
    ])
    expect(outcome.failed).toBe(1)
    expect(outcome.failures[0]).toContain('b.test.ts\nCannot find module')
  })

  it('counts a file once when its hook failed after a test of it did', () => {
    expect(read([file('a.test.ts', [test('failed', 'one')], { status: 'failed', message: 'hook' })]).failed).toBe(1)
  })

  it('fails on an error outside of any test', () => {
    expect(read([file('a.test.ts', [test('passed', 'one')])], { unhandled: ['Error: late'] }).failed).toBe(1)
  })
})

describe('skipped tests', () => {
  it('are no failure at home, and one in CI unless a server or data was not given', () => {
    const outcome = read([
      file('a.test.ts', [
        test('passed', 'one'),
        test('skipped', 'flaky'),
        test('todo', 'later'),
        test('skipped', 'reads the shop', { meta: { skipNote: '../shared/data is absent' } }),
        test('skipped', 'on MongoDB a conflict is rerun'),
      ]),
    ])
    expect(total([outcome], false)).toEqual({ passed: 1, failed: 0, skipped: 4 })
    expect(total([outcome], true)).toEqual({ passed: 1, failed: 2, skipped: 2 })
  })

  it('are not excused by a server that was given', () => {
    const given = allowedReasons({ env: { MEILI_URL: 'http://127.0.0.1:7700' }, hasSharedData: true, otherDatabase: 'SQLite' })
    expect(given('needs Meilisearch')).toBe(false)
    expect(given('needs shared data')).toBe(false)
    expect(given('needs MongoDB')).toBe(false)
    expect(given('SQLite keeps one writer')).toBe(true)
    const nothing = allowedReasons({ env: { MEILI_URL: 'x' }, hasSharedData: true })
    expect(nothing('anything at all')).toBe(false)
  })

  it('of a whole lane count as one, and fail CI when the machine should have run it', () => {
    expect(total([skippedLane('e2e', 'no browser', false)], true)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(total([skippedLane('int-mongodb', 'no server', true)], true)).toEqual({ passed: 0, failed: 0, skipped: 1 })
  })
})

it('the times say what each lane took, and in which file most of it went', () => {
  const unit = read([
    file('quick.test.ts', [test('passed', 'one')], { startTime: 1000, endTime: 1300 }),
    file('slow.test.ts', [test('passed', 'two')], { startTime: 1000, endTime: 3500 }),
  ])
  const ran = [
    { name: 'types', ms: 15_040, outcome: yesOrNo([]) },
    { name: 'unit', ms: 9000, outcome: unit },
  ]
  expect(timeTable(ran, 24_100)).toBe(
    ['types             15.0 s', 'unit               9.0 s   of them 2.5 s in slow.test.ts', 'all lanes         24.1 s'].join('\n'),
  )
})

it('the closing line has exactly one form', () => {
  expect(closingLine(total([yesOrNo([]), yesOrNo(['bad'])], false))).toBe('1 passed, 1 failed, 0 skipped')
})

describe('the length of files', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}`).join('\n')

  it('may be 300 lines, and over that needs a reason', () => {
    expect(longFiles([{ name: 'src/a.ts', text: `${lines(300)}\n` }], new Map())).toEqual([])
    expect(longFiles([{ name: 'src/a.ts', text: lines(301) }], new Map())).toHaveLength(1)
    expect(longFiles([{ name: 'src/a.ts', text: lines(301) }], excusedFiles('- `src/a.ts`: a table'))).toEqual([])
  })

  it('keeps no reason that no file needs', () => {
    expect(longFiles([], excusedFiles('- `src/gone.ts`: a table'))).toHaveLength(1)
  })
})

describe('logic takes its inputs as arguments', () => {
  it.each([
    ['const at = Date.now()', 1],
    ['const at = new Date()', 1],
    ['const at = new Date(clock.now())', 0],
    ['const secret = process.env.SECRET', 1],
    ['const pick = Math.random()', 1],
    [' * never Date.now() in logic', 0],
    ['const at = clock.now() // not new Date()', 0],
  ])('%s', (text, findings) => {
    expect(hiddenInputs([{ name: 'src/flows/place-order.ts', text }])).toHaveLength(findings)
  })

  it('and adapters, the server and the clock itself are free to look', () => {
    for (const name of ['src/lib/clock.ts', 'src/modules/media/processors/video.ts', 'src/server/app.ts']) {
      expect(hiddenInputs([{ name, text: 'new Date()' }])).toEqual([])
    }
  })
})
