import { expect, test } from 'vitest'
import { examplesIn } from '#app/intake/reading/examples.ts'

const rowOf = (...texts: string[]) => ({ number: 1, cells: texts.map((text) => ({ text })) })

test('each column shows its first cells that differ, cut short', () => {
  const rows = [rowOf('Bé Ba', ''), rowOf('Bé Ba', 'x'.repeat(99)), rowOf('Bé Tư'), rowOf('Bé Năm'), rowOf('Bé Sáu')]
  expect(examplesIn(rows, 3)).toEqual([['Bé Ba', 'Bé Tư', 'Bé Năm'], ['x'.repeat(60)], []])
})

test('of long numbers only the end is kept, whatever stands between the digits', () => {
  const texts = [
    '079190001234',
    '079 190 001 234',
    'CMND: 012.345.678',
    '0912345678',
    '01.02.1990',
    '1990',
    '01/02/1990',
  ]
  expect(texts.map((text) => examplesIn([rowOf(text)], 1)[0]?.[0])).toEqual([
    ...['•••••••••234', '••• ••• ••• 234', 'CMND: •••.•••.678', '•••••••678'],
    ...['01.02.1990', '1990', '01/02/1990'],
  ])
})
