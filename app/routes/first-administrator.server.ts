import { environment } from '#app/db/environment.server.ts'
import { firstAdministratorCode } from '#app/people/first-administrator.server.ts'

/** At the first start nobody may do anything yet: prints a one-time link that makes the first administrator. */
export async function tellFirstAdministrator() {
  const code = await firstAdministratorCode()
  if (!code) return
  const address = environment.PUBLIC_URL ?? `http://localhost:${environment.PORT}`
  process.stdout.write(`First administrator (once, within a day): ${address}/first-administrator?code=${code}\n`)
}
