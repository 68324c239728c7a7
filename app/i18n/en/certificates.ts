import type { certificates as vi } from '#app/i18n/vi/certificates.ts'

export const certificates: typeof vi = {}
