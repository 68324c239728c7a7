import { catalogueVersion } from '#app/courses/catalogue-version.server.ts'
import { answerEvents } from '#app/routes/events.server.ts'
import { health } from '#app/routes/health.server.ts'
import { receiveCredit } from '#app/routes/hours/receive-credit.server.ts'
import { receiveList } from '#app/routes/imports/receive-list.server.ts'
import { answerSignIn } from '#app/routes/people/sign-in.server.ts'
import { answerSummary } from '#app/routes/summary.server.ts'
import { metrics } from '#app/web/metrics.server.ts'
import { pageCache } from '#app/web/page-cache.server.ts'
import type { EarlyHandlers } from '#app/web/worker.server.ts'

/** Pages that are the same bytes for everybody: home, catalogue, course, lesson. Anything after `?` makes them personal. */
const publicPath = /^(\/en)?(\/|\/courses(\/[a-z0-9-]+(\/[a-z0-9-]+)?)?)?$/

/** What is answered before Remix, the most asked first. */
export const early: EarlyHandlers = (render) => {
  const pages = pageCache({
    isPublic: (path) => publicPath.test(path) && path !== '',
    render,
    version: pagesVersion,
    limitBytes: 64 * 1024 * 1024,
  })
  return [pages.serve, answerEvents, answerSummary, answerSignIn, receiveList, receiveCredit, health, metrics]
}

const dayMs = 24 * 60 * 60_000
const aheadMs = 7 * 60 * 60_000

/** Pages grow old when something is published, and at midnight in Vietnam: they tell the scam of the week and reviews that are due. */
function pagesVersion(): number | Promise<number> {
  const day = Math.floor((Date.now() + aheadMs) / dayMs)
  const version = catalogueVersion()
  return typeof version === 'number' ? version * 100_000 + day : version.then((settled) => settled * 100_000 + day)
}
