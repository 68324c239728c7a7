import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { currentEditions } from '#app/courses/edition.server.ts'
import { HomePage } from '#app/courses/home-page.tsx'
import { picksOf } from '#app/courses/picks-of.ts'
import { scamCourse } from '#app/courses/scam-band.tsx'
import { sheetIn } from '#app/courses/sheet-in.ts'
import { dayOf } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import { News } from '#app/routes/news.tsx'
import { pageMeta } from '#app/routes/page-meta.ts'
import { siteOrigin } from '#app/routes/site-origin.server.ts'
import { localeOf } from '#app/web/locale.ts'

/** GET /: the same for everybody. */
export async function loader({ request }: LoaderFunctionArgs) {
  const locale = localeOf(request)
  const courses = (await currentEditions()).map(({ slug, sheet }) => ({ slug, sheet: sheetIn(sheet, locale) }))
  return {
    picks: picksOf(courses),
    courseCount: courses.length,
    scams: courses.find(({ slug }) => slug === scamCourse),
    today: dayOf(new Date()),
    locale,
    origin: siteOrigin(request),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { title, description } = messages(data.locale).courses.home
  return pageMeta({ title, description, path: '/', locale: data.locale, origin: data.origin })
}

export default function Home() {
  return (
    <>
      <HomePage {...useLoaderData<typeof loader>()} />
      <News />
    </>
  )
}
