import { expect, test } from 'vitest'
import { AnnouncedWindows } from '#app/attempts/announced-windows.tsx'
import { AttemptsAbout } from '#app/attempts/attempts-about.tsx'
import { MoreTimeForm } from '#app/attempts/more-time-form.tsx'
import { drawn } from '#tests/drawn.tsx'
import { about, noon, shownAttempt } from '#tests/exam-pages.tsx'

test('a manager accepts a late answer with a reason of its own; what is accepted has no form', () => {
  const page = about()
  expect(page.named('form').map(({ attributes }) => attributes.action)).toEqual(['/admin/people/p1'])
  expect(page.hiddenFields).toEqual({ deed: 'late', attempt: 'a1', question: 'q1' })
  expect(page.boxes).toEqual([['Lý do chấp nhận câu 3', '']])
  expect(page.buttons).toEqual(['Chấp nhận câu 3'])
  expect(page.text).toContain('Câu 4, nhận lúc 12:00 ngày 22/11/2026 đã chấp nhận')
})

test('whose exams they are may read all of it, and decide nothing of it', () => {
  const form = { person: 'p1', isOwn: true, mayDecide: true, problems: undefined, values: undefined }
  for (const page of [
    drawn(<AttemptsAbout {...form} attempts={[shownAttempt]} />),
    drawn(<MoreTimeForm {...form} given={null} />),
  ]) {
    expect(page.named('form')).toEqual([])
    expect(page.buttons).toEqual([])
  }
})

test('an auditor reads what was given and what came late, and finds no form', () => {
  const form = { person: 'p1', isOwn: false, mayDecide: false, problems: undefined, values: undefined }
  const exams = drawn(<AttemptsAbout {...form} attempts={[shownAttempt]} />)
  const time = drawn(<MoreTimeForm {...form} given={{ extraPercent: 50, reason: 'mắt kém', at: noon, by: 'Lê' }} />)
  expect([...exams.named('form'), ...time.named('form')]).toEqual([])
  expect(exams.text).toContain('Người quản lý đơn vị mới chấp nhận được')
  expect(time.text).toContain('Đang được thêm 50% giờ: mắt kém.')
})

test('a refused reason is said at its own box with what was typed', () => {
  const page = about({ 'late-reason-a1-3': 'Cần lý do.' }, { 'late-reason-a1-3': 'x' })
  const [box] = page.named('input').filter(({ attributes }) => attributes.type !== 'hidden')
  expect(box?.attributes).toMatchObject({ 'aria-invalid': 'true', value: 'x' })
  expect(box?.attributes['aria-describedby']).toContain('late-reason-a1-3-problem')
  expect(page.text).toContain('Cần lý do.')
})

test('extra time tells who gave it: a person, somebody gone, or the operator', () => {
  const form = (by: string | null, locale?: 'vi' | 'en') =>
    drawn(
      <MoreTimeForm
        person="p1"
        isOwn={false}
        mayDecide
        given={{ extraPercent: 50, reason: 'mắt kém.', at: noon, by }}
        problems={undefined}
        values={undefined}
      />,
      locale,
    )
  expect(form('Lê Quản Lý').text).toContain('Đang được thêm 50% giờ: mắt kém. Lê Quản Lý cho lúc 12:00')
  expect(form('').text).toContain('Người đã đóng tài khoản cho lúc')
  expect(form(null, 'en').text).toContain('Given by The operator of the server at 12:00')
  expect(form(null).boxes.map(([name]) => name)).toEqual(['Thêm bao nhiêu phần trăm', expect.stringMatching(/lý do/i)])
  expect(form(null).hiddenFields).toEqual({ deed: 'more-time' })
})

test('announced maintenance is a table, by Vietnamese clocks, with who announced it', () => {
  const window = { id: 'w1', startsAt: noon, endsAt: new Date(noon.getTime() + 600_000), at: noon }
  const page = drawn(
    <AnnouncedWindows
      windows={[
        { ...window, by: null },
        { ...window, id: 'w2', by: 'Phạm Ẩn' },
        { ...window, id: 'w3', by: '' },
      ]}
      now={noon}
    />,
  )
  expect(page.text).toContain('12:00 ngày 22/11/2026 12:10 ngày 22/11/2026 Người vận hành máy chủ')
  expect(page.text).toContain('Phạm Ẩn')
  expect(page.text).toContain('Người đã đóng tài khoản')
  expect(drawn(<AnnouncedWindows windows={[]} now={noon} />).text).toBe('Không có lần bảo trì nào.')
})

test.each([
  ['ahead', -1, ['Rút lại (12:00 ngày 22/11/2026)']],
  ['under way', 0, ['Kết thúc ngay (12:00 ngày 22/11/2026)']],
  ['over', 600_000, []],
] as const)('maintenance that is %s shows just what can still be done about it', (_, later, buttons) => {
  const window = { id: 'w1', startsAt: noon, endsAt: new Date(noon.getTime() + 600_000), at: noon, by: null }
  const page = drawn(<AnnouncedWindows windows={[window]} now={new Date(noon.getTime() + later)} />)
  expect(page.buttons).toEqual(buttons)
  expect(page.text.includes('Đã qua')).toBe(buttons.length === 0)
})
