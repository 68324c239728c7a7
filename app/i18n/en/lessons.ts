import type { lessons as vi } from '#app/i18n/vi/lessons.ts'

export const lessons: typeof vi = {}
