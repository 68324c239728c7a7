/** What a person may agree to, in the order asked. None is ever ticked beforehand, and nothing is asked that nothing uses. */
export const purposes = ['account', 'guardian'] as const
export type Purpose = (typeof purposes)[number]

/** Asked for until November 2026 and never used: no longer asked; what was given stands until it is withdrawn. */
export const formerPurposes = ['reminders', 'statistics'] as const
export type FormerPurpose = (typeof formerPurposes)[number]

/** The version of the text that was shown (i18n people.consents): change it with the text. */
export const consentTextVersion = '2026-10'
