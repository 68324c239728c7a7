import type { Paper } from '#app/certificates/paper.ts'
import type { Verdict } from '#app/certificates/verify.server.ts'
import { settingsOn } from '#app/web/settings.server.ts'

/** A verdict as the paper that goes with it. `site` is where its QR leads: https://benso.example */
export function paperOf({ code, facts }: Verdict, site: string): Paper {
  return { code, facts, site, logo: settingsOn(facts.issuedOn).logo }
}
