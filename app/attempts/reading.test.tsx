import { expect, test } from 'vitest'
import { ResultView } from '#app/attempts/result-view.tsx'
import { drawn } from '#tests/drawn.tsx'
import { about, exam, line, noon, places, result, start, submission } from '#tests/exam-pages.tsx'

test.each(['vi', 'en'] as const)(
  'no page of an exam stands in the way of who listens, tabs or enlarges: %s',
  (locale) => {
    const pages = [
      start({ attempts: [line], refusal: { kind: 'wait', until: noon } }, true, locale),
      start({}, false, locale),
      exam(1, { flags: [2] }, locale),
      exam(3, { isRefused: true }, locale),
      submission([2], [1], locale),
      submission([], [], locale),
      drawn(<ResultView {...result} late={[1]} refusal={{ kind: 'passed', attempt: 'a2' }} />, locale),
      drawn(<ResultView {...result} places={places('own')} exam={{ ...result.exam, review: 'own-answers' }} />, locale),
      about({ 'late-reason-a1-3': 'x' }, {}, locale),
    ]
    for (const page of pages) {
      expect(page.troubles).toEqual([])
      for (const [, href] of page.links)
        expect(href).toMatch(locale === 'en' ? /^(\/en(\/|$)|tel:|#)/ : /^(?!\/en(\/|$))/)
    }
  },
)
