import { environment } from '#app/db/environment.server.ts'

/** Where the site stands, for addresses that must be whole: as the operator said, else as it was asked. */
export function siteOrigin(request: Request): string {
  return new URL(environment.PUBLIC_URL ?? request.url).origin
}
