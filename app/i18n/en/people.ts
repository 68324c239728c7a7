import type { people as vi } from '#app/i18n/vi/people.ts'

export const people: typeof vi = {}
