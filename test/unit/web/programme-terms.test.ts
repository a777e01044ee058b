import { describe, expect, it } from 'vitest'
import { checkProgramme, maxBindDays, type ProgrammeDraft } from '../../../src/modules/attribution/index.ts'
import { draftOf, errorsOf, firstValues, valuesOf } from '../../../src/web/routes/programmes/terms-form.ts'

const typed = (more: Record<string, string>) => draftOf({ ...firstValues, zh: '常规', en: 'Standard', ...more }, 'CNY')
const shown = (more: Record<string, string>) => valuesOf({ ...typed(more), updatedAt: '2026-11-12T04:00:00.000Z' }, 'CNY')

describe('ATT-09 binding in the editor of a programme', () => {
  it('ATT-09 is off for a new programme, and switched on binds for 365 days unless something else is typed', () => {
    expect(firstValues).toMatchObject({ binds: '', bindDays: '365' })
    expect(typed({}).bindDays).toBe(0)
    expect(typed({ binds: '1' }).bindDays).toBe(365)
    expect(typed({ binds: '1', bindDays: '90' }).bindDays).toBe(90)
    expect(maxBindDays).toBe(1095)
  })

  it('ATT-09 shows what stands, and offers 365 days again where it is off', () => {
    expect(shown({ binds: '1', bindDays: '90' })).toMatchObject({ binds: '1', bindDays: '90' })
    expect(shown({ bindDays: '90' })).toMatchObject({ binds: '', bindDays: '365' })
  })

  it('ATT-09 while it is off the days that stand in the form, whatever they are, change nothing', () => {
    expect(typed({ bindDays: 'x' }).bindDays).toBe(0)
    expect(typed({ binds: '1', bindDays: 'x' }).bindDays).toBeNaN()
  })
})

describe('a refusal in the editor of a programme', () => {
  const refused = (more: Partial<ProgrammeDraft>, ratesBps: number[] = []) => {
    const checked = checkProgramme({ ...typed({}), ...more }, { ratesBps, returnDays: 7 })
    return checked.ok ? {} : errorsOf(checked.failure)
  }

  it('says at its field what is needed, in words of the page, and how far it may go', () => {
    expect(refused({ zh: ' ' })).toEqual({ zh: { needs: 'zh', bound: null } })
    expect(refused({ windowDays: 91 })).toEqual({ windowDays: { needs: 'windowDays', bound: null } })
    expect(refused({ holdDays: 0 })).toEqual({ holdDays: { needs: 'holdDays', bound: 7 } })
    expect(refused({ capBps: 500 }, [900])).toEqual({ capBps: { needs: 'capBps', bound: 900 } })
    expect(refused({ isDefault: true, joining: 'invited' })).toEqual({ isDefault: { needs: 'isDefault', bound: null } })
    expect(refused({ tiers: [{ name: '', fromSales: 1, rateBps: 900 }] })).toEqual({ tiers: { needs: 'tiers', bound: null } })
  })

  it('has words for a field that it does not know', () => {
    expect(errorsOf({ code: 'invalid', message: 'Expected more', field: 'later' })).toEqual({ later: { needs: 'other', bound: null } })
  })
})
