import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf } from '#app/courses/excerpt.ts'

const read = (text: string, ...found: string[]) =>
  excerptOf(text, new Set(found))
    ?.map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text))
    .join('')

test('the passage begins with the sentence, and what was found is marked', () => {
  const text = `${'Chuyện khác. '.repeat(30)}Đặt mật khẩu dài. ${'Còn nữa. '.repeat(30)}`

  expect(read(text, 'mat', 'khau')).toMatch(/^Đặt \[mật\] \[khẩu\] dài\. Còn nữa\..*…$/)
})

test('words with the very tones win over look-alikes', () => {
  const text = `Lúa dạo này tốt. ${'Chuyện khác. '.repeat(20)}Coi chừng lừa đảo.`

  expect(read(text, 'lua', 'dao', 'lừa', 'đảo')).toContain('[lừa] [đảo]')
  expect(read(text, 'lua', 'dao', 'lừa', 'đảo')).not.toContain('[Lúa]')
})

test('a text without the words has no passage', () => {
  expect(excerptOf('Không có gì ở đây.', new Set(['xyz']))).toBeNull()
})

test('markup in a text stays text', () => {
  expect(read('Gõ <script>alert(1)</script> vào ô mật khẩu', 'mat')).toBe(
    'Gõ <script>alert(1)</script> vào ô [mật] khẩu',
  )
})

test('a passage is short, whole words of the text, and marks at least one', () => {
  const word = fc.constantFrom('mật', 'khẩu', 'Chị', 'Tư', 'đi', 'chợ.', 'Hỏi?', 'rồi,', 'về\n')
  fc.assert(
    fc.property(fc.array(word, { maxLength: 200 }), (words) => {
      const text = words.join(' ')
      const pieces = excerptOf(text, new Set(['mat']))
      if (!words.includes('mật')) {
        expect(pieces).toBeNull()
        return
      }
      const shown = pieces?.map((piece) => piece.text).join('') ?? ''
      expect(shown.length).toBeLessThan(220)
      expect(pieces?.some((piece) => piece.isMatch)).toBe(true)
      const plain = shown.replace(/^… |…$/g, '')
      expect(text.replace(/\s+/g, ' ')).toContain(plain.replaceAll(' ·', ''))
    }),
  )
})
