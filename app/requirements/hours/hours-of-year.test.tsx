import { expect, test } from 'vitest'
import { HoursOfYear } from '#app/requirements/hours/hours-of-year.tsx'
import { drawn } from '#tests/drawn.tsx'

const quota = { halfHours: 80, basis: 'Nghị định 171/2025/NĐ-CP', override: null }

test('hours of a year are said as a figure, and as a table whose last line is the sum', () => {
  const byCategory = [
    { category: 'A', halfHours: 20 },
    { category: 'B', halfHours: 15 },
  ]
  const hours = { year: 2026, total: 35, provisional: 0, byCategory, quota }
  const page = drawn(<HoursOfYear hours={hours} categories={{ A: 'Lý luận' }} />)

  expect(page.headings).toEqual(['h2 Số tiết năm 2026'])
  expect(page.text).toMatch(/17,5 trong 40 tiết.*Lý luận 10 B 7,5 Cộng 17,5/)
  expect(page.text).toContain('Nghị định 171/2025/NĐ-CP')
  expect(page.troubles).toEqual([])
  const bars = page.named('svg')[0]?.children.flatMap((bar) => (typeof bar === 'string' ? [] : [bar.attributes]))
  expect(bars?.map(({ x, width }) => [x, width])).toEqual([
    ['0%', '25%'],
    ['25%', '18.75%'],
  ])
})

test('more hours than asked still fill the bar and no more, and no hours are no table', () => {
  const byCategory = [{ category: 'A', halfHours: 100 }]
  const full = drawn(
    <HoursOfYear hours={{ year: 2026, total: 100, provisional: 0, byCategory, quota }} categories={{}} />,
  )
  expect(full.html).toContain('width="100%"')
  const nothing = { year: 2026, total: 0, provisional: 0, byCategory: [], quota: null }
  const none = drawn(<HoursOfYear hours={nothing} categories={{}} />)
  expect(none.named('table')).toEqual([])
  expect(none.text).not.toContain('Căn cứ')
})

test('what waits for the agency, and a quota that was changed, are said with who approved it and why', () => {
  const override = { approver: 'Giám đốc Sở', reason: 'Nghỉ thai sản' }
  const changed = { ...quota, halfHours: 41, override }
  const hours = { year: 2026, total: 40, provisional: 21, byCategory: [], quota: changed }
  const page = drawn(<HoursOfYear hours={hours} categories={{}} />)

  expect(page.text).toContain('20 trong 20,5 tiết')
  expect(page.text).toContain('Còn thiếu 0,5 tiết.')
  expect(page.text).toContain('10,5 tiết học nơi khác đang chờ')
  expect(page.text).toContain('được Giám đốc Sở điều chỉnh. Lý do: Nghỉ thai sản.')
})
