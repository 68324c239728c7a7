import type { renewals as vi } from '#app/i18n/vi/renewals.ts'

export const renewals: typeof vi = {
  title: 'Due again: passing the exam is enough',
  enough:
    'What you learnt stays; you need not begin again. Passing the exam gives a new certificate; the old one stays as it is.',
}
