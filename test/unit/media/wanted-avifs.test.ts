import { describe, expect, it } from 'vitest'
import { WantedAvifs } from '../../../src/modules/media/index.ts'

describe('AVIFs that readers would have taken', () => {
  it('wait once each, the oldest first, and no more than there is room for', () => {
    const wanted = new WantedAvifs(2)
    expect(['a', 'a', 'b', 'c'].map((path) => wanted.add(path))).toEqual([true, false, true, false])
    expect([wanted.take(), wanted.size, wanted.add('c'), wanted.take(), wanted.take(), wanted.take()]).toEqual([
      'a',
      1,
      true,
      'b',
      'c',
      undefined,
    ])
  })

  it('are not wanted again where they are not worth it, as far back as is remembered', () => {
    const wanted = new WantedAvifs(9, 2)
    for (const path of ['a', 'b', 'c']) wanted.giveUp(path)
    expect(['a', 'b', 'c'].map((path) => wanted.add(path))).toEqual([true, false, false])
  })
})
