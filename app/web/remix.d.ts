import '@remix-run/node'
import type { Preferences } from '#app/web/preferences.ts'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
  interface AppLoadContext {
    /** The address of the page script; none when the reader wants light pages. */
    script: string | null
    preferences: Preferences
    /** A public page is the same bytes for everyone: nobody is signed in while it is rendered. */
    isPublic: boolean
    /** The request as it came: what was found out about it before Remix stands under it. None for a public page. */
    asked?: object
    /** Where the request came from, as far as proxies are trusted. */
    address?: string | undefined
    /** The status that a failure's page is made for. */
    failure?: number
    /** The page that failed, if it can be opened again: what was sent by a form cannot. */
    failedPage?: string | undefined
  }
}
