import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type SearchableCourse, searchIndex } from '#app/courses/search-index.ts'
import { fold } from '#app/i18n/fold.ts'
import { aLesson, aSheet } from '#tests/course-sheet.ts'

const titles = {
  cb1: 'Chuyển đổi số và điều hành dựa trên số liệu',
  cb2: 'An toàn thông tin và bảo vệ dữ liệu cá nhân cho cán bộ, công chức, viên chức',
  cb3: 'Văn bản điện tử, chữ ký số và phục vụ người dân',
  cb4: 'Trí tuệ nhân tạo cho công chức, viên chức',
  cd1: 'VNeID và dịch vụ công trực tuyến',
  cd2: 'Thanh toán số an toàn',
  cd3: 'Nhận biết và phòng tránh lừa đảo trực tuyến',
  cd4: 'Bán nông sản trực tuyến',
  cn1: 'Điện thoại thông minh, tiền lương và VssID',
  cn2: 'An toàn trên mạng và chống lừa đảo cho công nhân',
  cn3: 'An toàn lao động trong nhà máy số',
  dn1: 'Lãnh đạo chuyển đổi số trong doanh nghiệp nhỏ và vừa, hợp tác xã',
} as const

const courses = Object.entries(titles).map(([slug, title]) => aCourse(slug, title))
const search = searchIndex(courses)

function aCourse(slug: string, title: string, texts: Record<string, string> = {}): SearchableCourse {
  const lessons = Object.keys(texts).map((lesson) => aLesson(lesson, `Bài ${lesson}`))
  const sheet = aSheet({
    code: slug.toUpperCase(),
    title,
    promise: 'Một lời hứa.',
    outcomes: ['Làm được việc'],
    lessons,
  })
  return { slug, sheet, texts: new Map(Object.entries(texts)) }
}

const found = (question: string) => search(question).map((hit) => hit.slug)

test('words without tones find what is written with them', () => {
  expect(found('chuyen doi so').slice(0, 2).sort()).toEqual(['cb1', 'dn1'])
  expect(found('lua dao').slice(0, 2).sort()).toEqual(['cd3', 'cn2'])
  expect(found('ky so')[0]).toBe('cb3')
  expect(found('LAO ĐỘNG')[0]).toBe('cn3')
})

test('a title typed without tones always finds its course first', () => {
  for (const [slug, title] of Object.entries(titles)) expect(found(fold(title))[0]).toBe(slug)
})

test('a title with its tones written the old way, the new way, or in two parts finds its course', () => {
  const slug = searchIndex([aCourse('a', 'Hoà giải ở Thuỷ Đông'), aCourse('b', 'Chuyện khác')])

  for (const question of ['Hoà giải', 'Hòa giải', 'hòa', 'Thủy', 'Thuỷ', 'Hoà giải'.normalize('NFD'), 'hoa giai'])
    expect(slug(question)[0]?.slug).toBe('a')
})

test('of two words that differ in tones only, the one that was typed comes first', () => {
  const search = searchIndex([
    aCourse('lua', 'Chuyện đồng áng', { bai: 'Lúa dạo này tốt. Lúa dạo mùa nước nổi. Ruộng lúa dạo này xanh.' }),
    aCourse('gat', 'Chuyện phố chợ', { bai: 'Có người lừa đảo qua điện thoại.' }),
  ])

  expect(search('lừa đảo').map((hit) => hit.slug)).toEqual(['gat', 'lua'])
  expect(search('lúa dạo').map((hit) => hit.slug)).toEqual(['lua', 'gat'])
})

test('one slip in a word of five letters or more still finds the title', () => {
  const long = Object.entries(titles).flatMap(([slug, title]) =>
    fold(title)
      .split(/[^a-z0-9]+/)
      .map((word, place, words) => ({ slug, words, place, word }))
      .filter(({ word }) => word.length >= 5),
  )
  const slip = fc.record({
    where: fc.constantFrom(...long),
    kind: fc.constantFrom('other', 'more', 'less', 'swapped'),
    at: fc.nat(20),
    letter: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
  })

  fc.assert(
    fc.property(slip, ({ where, kind, at, letter }) => {
      const typed = where.words.map((word, place) =>
        place === where.place ? slipped(word, kind, at % word.length, letter) : word,
      )
      expect(found(typed.join(' '))).toContain(where.slug)
    }),
    { numRuns: 400 },
  )
})

function slipped(word: string, kind: string, at: number, letter: string): string {
  const [before, here, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
  if (kind === 'other') return before + letter + after
  if (kind === 'more') return before + letter + here + after
  if (kind === 'less') return before + after
  return before + after.charAt(0) + here + after.slice(1)
}

test('a half-typed last word finds already', () => {
  expect(found('thanh to')[0]).toBe('cd2')
})

test('a question in many words finds what answers most of them', () => {
  expect(found('làm sao để khỏi bị lừa đảo trực tuyến')[0]).toBe('cd3')
})

test('whatever is typed, the answer is a list of courses, each once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (question) => {
      const slugs = found(question)
      expect(new Set(slugs).size).toBe(slugs.length)
    }),
  )
  expect(found('')).toEqual([])
  expect(found('???')).toEqual([])
  expect(found('constructor __proto__ toString')).toEqual([])
})

test('the lesson that answers best is named, with the words of it that were asked for', () => {
  const search = searchIndex([
    aCourse('a', 'An toàn', {
      mot: 'Khóa cửa trước khi đi. Đóng cửa sổ khi trời mưa.',
      hai: 'Mở đầu là chuyện khác. Đặt mật khẩu dài, dễ nhớ. Không đưa mật khẩu cho ai.',
    }),
  ])

  const [hit] = search('mat khau')

  expect(hit?.lesson).toEqual({ lesson: 'hai', title: 'Bài hai' })
  expect(hit?.excerpt?.filter((piece) => piece.isMatch).map((piece) => piece.text)).toEqual([
    'mật',
    'khẩu',
    'mật',
    'khẩu',
  ])
})

test('words that stand side by side are one thing, the same words apart are not', () => {
  const search = searchIndex([
    aCourse('a', 'Chuyện nhà', {
      bai: 'Con lừa đi trước. Hòn đảo ở sau. Cái dao ở bếp. Cây lúa ngoài đồng. '.repeat(9),
    }),
    aCourse('b', 'Chuyện phố', {
      mot: 'Con dao cùn, cây lúa xanh. '.repeat(9),
      hai: `${'Chuyện khác nữa. '.repeat(90)}Coi chừng lừa đảo.`,
    }),
  ])

  for (const question of ['lua dao', 'lừa đảo'])
    expect(search(question).map((hit) => [hit.slug, hit.lesson?.lesson])[0]).toEqual(['b', 'hai'])
})

test('when the course itself answers best, no lesson is named', () => {
  expect(search('Thanh toán số an toàn')[0]).toMatchObject({ slug: 'cd2', lesson: null })
})

test('sixty long lessons are indexed in a few seconds, however busy the machine', () => {
  const words = titles.cb2.split(' ').concat(titles.dn1.split(' '), titles.cd3.split(' '))
  const text = Array.from({ length: 4000 }, (_, place) => words[(place * 7) % words.length]).join(' ')
  const begun = Date.now()

  searchIndex(
    Array.from({ length: 12 }, (_, place) =>
      aCourse(`c${place}`, 'Khóa', { a: text, b: text, c: text, d: text, e: text }),
    ),
  )

  // measured: 0.2 s; each word normalising its whole text once made it minutes
  expect(Date.now() - begun).toBeLessThan(15_000)
})
