import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CataloguePage } from '#app/courses/catalogue-page.tsx'
import { currentEditions } from '#app/courses/edition.server.ts'
import { choicesIn, filterCourses, filterFrom } from '#app/courses/filter-courses.ts'
import { searchCourses } from '#app/courses/search.server.ts'
import { inOrderOf } from '#app/courses/search-index.ts'
import { sheetIn } from '#app/courses/sheet-in.ts'
import { messages } from '#app/i18n/messages.ts'
import { News } from '#app/routes/news.tsx'
import { pageMeta } from '#app/routes/page-meta.ts'
import { siteOrigin } from '#app/routes/site-origin.server.ts'
import { localeOf } from '#app/web/locale.ts'

/** GET /courses?q=&audience=&level=&competence=&minutes= */
export async function loader({ request }: LoaderFunctionArgs) {
  const locale = localeOf(request)
  const filter = filterFrom(new URL(request.url).searchParams)
  const all = (await currentEditions()).map(({ slug, sheet }) => ({ slug, sheet: sheetIn(sheet, locale) }))
  const fitting = filterCourses(all, filter)
  return {
    filter,
    ...choicesIn(all),
    courses: filter.q
      ? inOrderOf(await searchCourses(filter.q, locale), fitting)
      : fitting.map((course) => ({ ...course, hit: null })),
    isEmpty: all.length === 0,
    locale,
    origin: siteOrigin(request),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { title, description } = messages(data.locale).courses.catalogue
  const named = data.filter.q ? `${data.filter.q} · ${title}` : title
  return pageMeta({ title: named, description, path: '/courses', locale: data.locale, origin: data.origin })
}

export default function Catalogue() {
  return (
    <>
      <CataloguePage {...useLoaderData<typeof loader>()} />
      <News />
    </>
  )
}
