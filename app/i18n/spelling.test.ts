import { expect, test } from 'vitest'
import { isSpelt } from '#app/i18n/spelling.ts'

test('words of every day are spelt, wherever the tone stands', () => {
  const text =
    'Người dân ở ấp cồn đi phà lên xã, quên mật khẩu; khuya quá, giếng nghèo, quýt ngọt, khuỷu tay, hoà hòa thuỷ thủy, quyển, nghiêng, gì, giữ, kẻ, ghế, uống, yêu, xoong'
  expect(text.split(/[\s,;]+/).filter((word) => !isSpelt(word))).toEqual([])
})

test('what no mouth says and no rule writes is not', () => {
  const words = 'ngiêng kà ce ghà cap thât mật́ wifi nguờii zalo bạCon'.split(' ')
  expect(words.filter(isSpelt)).toEqual([])
})
