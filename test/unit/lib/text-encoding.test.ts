import { describe, expect, it } from 'vitest'
import { textOf } from '../../../src/lib/text-encoding.ts'

const marked = (mark: number[], text: Buffer) => Buffer.concat([Buffer.from(mark), text])

describe('the text of a file', () => {
  it.each([
    ['UTF-8', Buffer.from('茶 tea')],
    ['UTF-8 with its mark', Buffer.from('\uFEFF茶 tea')],
    ['UTF-16', marked([0xff, 0xfe], Buffer.from('茶 tea', 'utf16le'))],
    ['UTF-16, the other way round', marked([0xfe, 0xff], Buffer.from('茶 tea', 'utf16le').swap16())],
    ['GB18030', Buffer.concat([Buffer.from([0xb2, 0xe8]), Buffer.from(' tea')])],
  ])('is read in %s', (_, bytes) => expect(textOf(bytes)).toBe('茶 tea'))

  it('is none in another encoding', () => expect(textOf(Buffer.from('caf\u00e9 au lait', 'latin1'))).toBeNull())
})
