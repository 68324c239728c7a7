import type { Paper } from '#app/certificates/paper.ts'
import type { Verdict } from '#app/certificates/verify.server.ts'
import { logoFile } from '#app/web/logo.server.ts'
import { settingsOn } from '#app/web/settings.server.ts'

/**
 * A verdict as the paper that goes with it, with the logo of its day: papers from before facts told it take the one that
 * stands in the settings of that day.
 * `site` is where its QR leads: https://benso.example
 */
export function paperOf({ code, facts }: Verdict, site: string): Paper {
  const logo = facts.logo ?? settingsOn(facts.issuedOn).logo
  return { code, facts, site, ...(logo && { logo: logoFile(logo) }) }
}
