import type { me as vi } from '#app/i18n/vi/me.ts'

export const me: typeof vi = {}
