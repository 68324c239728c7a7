import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { certificatePdf } from '#app/certificates/pdf.server.ts'
import { verify } from '#app/certificates/verify.server.ts'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { siteOrigin } from '#app/routes/site-origin.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

/** GET /certificates/:code.pdf: the paper itself; one that counts no more is not handed out, its page says why. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const verdict = found(await verify(params.code ?? ''))
  const locale = localeOf(request)
  const pdf = await certificatePdf(verdict, siteOrigin(request))
  if (!pdf) return redirect(localPath(locale, `/certificates/${verdict.code}`), 303)
  if (pdf === 'busy')
    return new Response(`${messages(locale).certificates.busy}\n`, { status: 503, headers: { 'Retry-After': '60' } })
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(pdf.length),
      'Content-Disposition': `inline; filename="${verdict.code}.pdf"`,
      'X-Robots-Tag': 'noindex',
    },
  })
}
