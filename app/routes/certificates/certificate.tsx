import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AdministratorsDesk } from '#app/certificates/administrators-desk.tsx'
import { CertificateFactsList } from '#app/certificates/certificate-facts.tsx'
import { CertificatePicture } from '#app/certificates/certificate-picture.tsx'
import { CheckForm } from '#app/certificates/check-form.tsx'
import { codeFrom } from '#app/certificates/code.ts'
import { pictureOf } from '#app/certificates/picture-of.server.ts'
import { recordBehind } from '#app/certificates/record-behind.server.ts'
import { UnknownCode } from '#app/certificates/unknown-code.tsx'
import { VerdictNote } from '#app/certificates/verdict-note.tsx'
import { verify } from '#app/certificates/verify.server.ts'
import { formatMoment } from '#app/i18n/day.ts'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { actorOf } from '#app/routes/actor.server.ts'
import { siteOrigin } from '#app/routes/site-origin.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { localeOf } from '#app/web/locale.ts'
import { settingsNow } from '#app/web/settings.server.ts'

/** GET /certificates/:code: the verdict, for anybody who holds a paper. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const typed = params.code ?? ''
  const code = codeFrom(typed)
  const locale = localeOf(request)
  if (code && code !== typed) return redirect(localPath(locale, `/certificates/${code}`))

  const { site, help } = settingsNow()
  const common = { site, phone: help.phone, checkedAt: formatMoment(new Date(), locale), typed: typed.slice(0, 40) }
  const verdict = await verify(typed)
  if (!verdict) return data({ ...common, verdict, picture: null, record: null }, { status: 404 })
  const actor = await actorOf(request)
  const record = actor ? await recordBehind(actor, verdict.code) : null
  return data({ ...common, verdict, picture: await pictureOf(verdict, siteOrigin(request)), record })
}

export const headers: HeadersFunction = () => ({ 'X-Robots-Tag': 'noindex' })

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) => {
  const t = messages(localeOf(location.pathname)).certificates
  const verdict = page?.verdict
  return [{ title: `${verdict ? t[verdict.state].title(t.names[verdict.facts.kind]) : t.unknown.title} · Bến Số` }]
}

export default function Certificate() {
  const { site, phone, checkedAt, typed, verdict, picture, record } = useLoaderData<typeof loader>()
  const t = useWords().certificates
  const path = usePath()
  if (!verdict) return <UnknownCode site={site} phone={phone} typed={typed} />
  const { code, facts, state } = verdict
  const name = t.names[facts.kind]
  const pdf = path(`/certificates/${code}.pdf`)
  return (
    <div className="wrap cols half">
      <div className="flow">
        <h1>{t[state].title(name)}</h1>
        <VerdictNote site={site} checkedAt={checkedAt} {...verdict} />
        {facts.isSample ? (
          <Note kind="warn" title={t.sample}>
            <p>{t.sampleWhat}</p>
          </Note>
        ) : null}
        <CertificateFactsList code={code} facts={facts} />
        {picture ? (
          <p>
            <a className="btn main" href={pdf}>
              <Icon name="down" />
              {t.download}
            </a>
          </p>
        ) : null}
      </div>
      <div className="flow">
        {picture ? (
          <a className="sheet-a4" href={pdf}>
            <CertificatePicture shapes={picture} label={t.picture(name, facts.fullName, code)} />
          </a>
        ) : null}
        <section className="flow-s">
          <h2>{t.compareTitle}</h2>
          <p>{t.compare(phone)}</p>
        </section>
        <section className="flow-s">
          <h2>{t.checkAnother}</h2>
          <CheckForm />
        </section>
        {record ? <AdministratorsDesk code={code} facts={facts} state={state} deeds={record.deeds} /> : null}
      </div>
    </div>
  )
}
