import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { localPath } from '#app/i18n/local-path.ts'
import { setLanguage } from '#app/people/set-language.server.ts'
import { requirePerson } from '#app/routes/actor.server.ts'
import { formOf } from '#app/routes/people/form.server.ts'
import { localeOf } from '#app/web/locale.ts'

const formSchema = z.object({ language: z.enum(['vi', 'en']).catch('vi') })

export function loader({ request }: { request: Request }) {
  return redirect(localPath(localeOf(request), '/account'))
}

/** POST /account/language */
export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const { language } = await formOf(request, formSchema)
  await setLanguage(person, language)
  return redirect(`${localPath(localeOf(request), '/account')}?done=languageChanged`, 303)
}
