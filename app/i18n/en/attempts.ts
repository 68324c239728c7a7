import type { attempts as vi } from '#app/i18n/vi/attempts.ts'

export const attempts: typeof vi = {}
