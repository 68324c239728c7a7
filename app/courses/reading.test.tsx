import { expect, test } from 'vitest'
import { CataloguePage } from '#app/courses/catalogue-page.tsx'
import { CoursePage } from '#app/courses/course-page.tsx'
import { filterFrom } from '#app/courses/filter-courses.ts'
import { HomePage } from '#app/courses/home-page.tsx'
import { aLesson, aSheet } from '#tests/course-sheet.ts'
import { drawn } from '#tests/drawn.tsx'

const sheet = aSheet({ lessons: [aLesson('gia-cong-an', 'Giả công an'), aLesson('len-do', 'Lên đò')] })
const course = { slug: 'cd3', sheet, hit: null }
const choices = { levels: [1, 2], competences: ['1.2', '4.2'] }
const filter = (address = '') => filterFrom(new URLSearchParams(address))
const catalogue = (address = '', locale?: 'vi' | 'en') =>
  drawn(<CataloguePage filter={filter(address)} {...choices} courses={[course]} isEmpty={false} />, locale)

test.each(['vi', 'en'] as const)('no public page stands in the way of who listens, tabs or enlarges: %s', (locale) => {
  const next = { kind: 'lesson', href: '/courses/cd3/len-do', words: 'Học tiếp' } as const
  const pages = [
    drawn(<HomePage picks={[course]} courseCount={1} scams={course} today="2026-11-22" />, locale),
    drawn(<HomePage picks={[]} courseCount={0} scams={undefined} today="2026-11-22" />, locale),
    catalogue('', locale),
    catalogue('q=lừa đảo&audience=citizens&level=1&competence=4.2&minutes=60', locale),
    drawn(<CataloguePage filter={filter('q=x')} {...choices} courses={[]} isEmpty={false} />, locale),
    drawn(<CoursePage slug="cd3" edition="e1" sheet={sheet} progress={null} />, locale),
    drawn(
      <CoursePage slug="cd3" edition="e1" sheet={sheet} progress={{ lessons: { 'gia-cong-an': 'done' }, next }} />,
      locale,
    ),
  ]
  for (const page of pages) {
    expect(page.troubles).toEqual([])
    expect(page.headings.filter((heading) => heading.startsWith('h1 '))).toHaveLength(1)
    for (const [words, href] of page.links)
      if (href?.startsWith('/') && !/\/media\//.test(href))
        expect([words, href.startsWith('/en') === (locale === 'en')]).toEqual([words, true])
  }
})

test('the search of the catalogue keeps what was asked, in labelled boxes, and asks by address alone', () => {
  const page = catalogue('q=lừa đảo&audience=citizens&minutes=60')
  const search = page.named('form').filter(({ attributes }) => attributes.action === '/courses')
  expect(search.length).toBeGreaterThan(0)
  for (const form of search) expect(form.attributes.method ?? 'get').toBe('get')
  expect(page.boxes.map(([, value]) => value)).toContain('lừa đảo')
  expect(page.boxes.every(([name]) => name !== '')).toBe(true)
  const chosen = page.named('option').flatMap(({ attributes }) => ('selected' in attributes ? [attributes.value] : []))
  expect(chosen).toEqual(expect.arrayContaining(['citizens', '60']))
})

test('a course page holds nothing that tells a right answer, and names every lesson and the exam once as a step', () => {
  const page = drawn(<CoursePage slug="cd3" edition="e1" sheet={sheet} progress={null} />)
  const steps = page.named('ol').filter(({ attributes }) => attributes.class === 'stairs')
  expect(steps[0]?.children).toHaveLength(3)
  expect(page.html).not.toMatch(/isRight|gia-cong-an-1/)
})
