import type { courses as vi } from '#app/i18n/vi/courses.ts'

export const courses: typeof vi = {}
