import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { localPath } from '#app/i18n/local-path.ts'
import { withdrawMaintenance } from '#app/ledger/withdraw-maintenance.server.ts'
import { requireRole } from '#app/routes/actor.server.ts'
import { localeOf } from '#app/web/locale.ts'

/** Nothing to see here by itself: back to the announcements. */
export function loader({ request }: LoaderFunctionArgs) {
  return redirect(localPath(localeOf(request), '/admin/maintenance'))
}

/** POST /admin/maintenance/:window/withdrawal: pressed twice is pressed once; what is gone or over needs no word. */
export async function action({ request, params }: ActionFunctionArgs) {
  const administrator = await requireRole(request, 'administrator')
  const outcome = await withdrawMaintenance(administrator, params.window ?? '')
  const list = localPath(localeOf(request), '/admin/maintenance')
  if (!outcome || 'refusal' in outcome) return redirect(list, 303)
  return redirect('ended' in outcome ? `${list}?ended` : `${list}?withdrawn=${outcome.withdrawn.moved}`, 303)
}
