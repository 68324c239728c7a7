import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { twinPath } from '#app/i18n/twin-path.ts'
import { useWords, WordsProvider } from '#app/i18n/words.tsx'
import { actorOf } from '#app/routes/actor.server.ts'
import { IdleWarning } from '#app/routes/idle-warning.tsx'
import { ImportOffer } from '#app/routes/import-offer.tsx'
import { Who } from '#app/routes/who.tsx'
import { ProblemPage } from '#app/ui/problem-page.tsx'
import { River } from '#app/ui/river.tsx'
import { Shell } from '#app/ui/shell.tsx'
import styles from '#app/ui/styles.css?url'
import { failureKind } from '#app/web/failure-kind.ts'
import { localeOf } from '#app/web/locale.ts'
import { usualPreferences } from '#app/web/preferences.ts'
import { PreferencesForm } from '#app/web/preferences-form.tsx'
import { settingsNow } from '#app/web/settings.server.ts'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/art/mark.svg', type: 'image/svg+xml' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
]

/** What every page needs: language, looks, help desk, and who is signed in (nobody, on public pages). */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { site, help } = settingsNow()
  const person = context.isPublic ? null : await actorOf(request)
  return {
    locale: localeOf(request),
    script: context.script,
    preferences: context.preferences,
    isPublic: context.isPublic,
    pathname: context.failure ? context.failedPage : new URL(request.url).pathname,
    site,
    help,
    person: person ? { fullName: person.fullName, isShared: person.isShared, role: person.role } : null,
  }
}

/** The title of pages that have none of their own: those that failed. */
export const meta: MetaFunction = ({ error, location }) => {
  const { errors, shell } = messages(localeOf(location.pathname))
  return [{ title: error ? `${errors[failureKind(...toldOf(error))].title} · ${shell.siteName}` : shell.siteName }]
}

export default function App() {
  return (
    <Page>
      <Outlet />
    </Page>
  )
}

function Page({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  const { pathname } = useLocation()
  const locale = data?.locale ?? localeOf(pathname)
  const preferences = data?.preferences ?? usualPreferences
  return (
    <WordsProvider locale={locale}>
      <html
        lang={locale}
        data-text={preferences.text}
        data-theme={preferences.theme === 'auto' ? undefined : preferences.theme}
        className={isDesk(useMatches()) ? 'desk' : undefined}
      >
        <head>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="theme-color" content="#06343b" />
          <Meta />
          <Links />
          {data?.script ? <script type="module" src={data.script} /> : null}
        </head>
        <Body>{children}</Body>
      </html>
    </WordsProvider>
  )
}

function Body({ children }: { children: ReactNode }) {
  const t = useWords().shell
  const data = useRouteLoaderData<typeof loader>('root')
  const { pathname } = useLocation()
  const locale = localeOf(pathname)
  const path = (to: string) => localPath(locale, to)
  const isBare = useMatches().some(({ handle }) => isHandle(handle) && handle.bare)
  const tiles = [
    { href: path('/courses'), icon: 'book', words: t.courses, isHere: pathname.startsWith(path('/courses')) },
    { href: path('/me'), icon: 'me', words: t.mine, isHere: pathname === path('/me') },
    { href: '#help', icon: 'help', words: t.help, isHere: false },
  ] as const
  const other = data?.pathname
  const site = data?.site ?? t.siteName
  return (
    <body className={isBare ? 'bare' : undefined} data-public={data?.isPublic ? '' : undefined}>
      <Shell
        words={{ skip: t.skip, navigation: t.mainNavigation, siteName: site }}
        homeHref={path('/')}
        tiles={isBare ? [] : [...tiles]}
        who={<Who person={data?.person ?? null} isBare={isBare} />}
        footer={
          <River
            help={{
              head: t.getHelp,
              who: t.helpWho,
              phone: data?.help.phone ?? '',
              promise: t.helpPromise(data?.help.hours[locale] ?? ''),
            }}
            easier={{ head: t.easier, form: <PreferencesForm preferences={data?.preferences ?? usualPreferences} /> }}
            about={{
              head: site,
              words: t.about,
              links: [
                { href: path('/certificates'), words: t.checkCertificate },
                { href: path('/privacy'), words: t.privacy },
                { href: path('/accessibility'), words: t.accessibility },
                ...(other
                  ? [{ href: twinPath(other), words: t.otherLanguage, lang: locale === 'vi' ? 'en' : 'vi' }]
                  : []),
              ],
            }}
          />
        }
      >
        {children}
        <ImportOffer />
        <IdleWarning />
      </Shell>
    </body>
  )
}

type Handle = { bare?: boolean; desk?: boolean }

function isHandle(handle: unknown): handle is Handle {
  return typeof handle === 'object' && handle !== null
}

function isDesk(matches: ReturnType<typeof useMatches>): boolean {
  return matches.some(({ handle }) => isHandle(handle) && handle.desk === true)
}

/** Every failure of a page, in three lines: what happened, what to do now, whom to ask. */
export function ErrorBoundary() {
  const error = useRouteError()
  return (
    <Page>
      <Failure error={error} />
    </Page>
  )
}

function Failure({ error }: { error: unknown }) {
  const { errors: t } = useWords()
  const data = useRouteLoaderData<typeof loader>('root')
  const locale = localeOf(useLocation().pathname)
  const problem = t[failureKind(...toldOf(error))]
  return (
    <ProblemPage
      title={problem.title}
      lines={[
        { head: t.whatHead, text: problem.what },
        { head: t.nowHead, text: problem.now },
        { head: t.askHead, text: t.ask(data?.help.phone ?? '') },
      ]}
      phone={data?.help.phone ?? ''}
      code={t.code(`T${statusOf(error)}`)}
      home={{ href: localPath(locale, '/'), words: t.home }}
      courses={{ href: localPath(locale, '/courses'), words: t.courses }}
    />
  )
}

/** The status, and the word that came with it. */
function toldOf(error: unknown): [number, unknown] {
  return [statusOf(error), isRouteErrorResponse(error) ? error.data : undefined]
}

function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500
}
