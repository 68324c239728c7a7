import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { personOfRefusal } from '#app/messages/refusal-token.server.ts'
import { refuseByLetter } from '#app/messages/refuse-by-letter.server.ts'
import { Note } from '#app/ui/note.tsx'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

/** GET /unsubscribe/:token: changes nothing, since mail programs open addresses before anybody presses them. */
export function loader({ params }: LoaderFunctionArgs) {
  found(personOfRefusal(params.token ?? ''))
  return { token: params.token ?? '' }
}

/**
 * POST /unsubscribe/:token: by the button here, or by a mailbox (RFC 8058), which sends no cookie and no origin. Who it is
 * tells the token alone, so a page of somebody else's can do nothing here that the letter could not.
 */
export async function action({ params }: ActionFunctionArgs) {
  return { refused: found(await refuseByLetter(params.token ?? '')) }
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).telling.unsubscribe.title} · Bến Số` },
  { name: 'robots', content: 'noindex' },
]

export default function Unsubscribe() {
  const { token } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const t = useWords().telling.unsubscribe
  const path = usePath()
  return (
    <div className="wrap flow">
      <h1>{t.title}</h1>
      {done ? (
        <Note kind="right" role="status" title={t.doneTitle}>
          <p>{t.keeps}</p>
        </Note>
      ) : (
        <form className="flow" method="post" action={path(`/unsubscribe/${token}`)}>
          <p>{t.why}</p>
          <p>{t.keeps}</p>
          <button type="submit" className="btn main">
            {t.button}
          </button>
        </form>
      )}
    </div>
  )
}
