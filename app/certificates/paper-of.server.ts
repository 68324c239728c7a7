import type { Paper } from '#app/certificates/paper.ts'
import type { Verdict } from '#app/certificates/verify.server.ts'
import { environment } from '#app/db/environment.server.ts'
import { settingsOn } from '#app/web/settings.server.ts'

/** A verdict as the paper that goes with it. The QR leads to PUBLIC_URL, or to `origin` where that is not set. */
export function paperOf({ code, facts }: Verdict, origin: string): Paper {
  const site = (environment.PUBLIC_URL ?? origin).replace(/\/+$/, '')
  return { code, facts, site, logo: settingsOn(facts.issuedOn).logo }
}
