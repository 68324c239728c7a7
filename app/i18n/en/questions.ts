import type { questions as vi } from '#app/i18n/vi/questions.ts'

export const questions: typeof vi = {}
