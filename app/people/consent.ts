/** What a person may agree to, in the order asked. None is ever ticked beforehand. */
export const purposes = ['account', 'guardian', 'reminders', 'statistics'] as const
export type Purpose = (typeof purposes)[number]

/** May be refused, given and withdrawn at any time; learning does not depend on them. */
export const optionalPurposes = ['reminders', 'statistics'] as const
export type OptionalPurpose = (typeof optionalPurposes)[number]

/** The version of the text that was shown (i18n people.consents): change it with the text. */
export const consentTextVersion = '2026-10'
