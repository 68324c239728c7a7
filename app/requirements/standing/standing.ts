/** How somebody stands to a requirement on a day. `soon`: due within two weeks, or in grace. `done-late`: after both. */
export const standingKinds = ['not-due', 'due', 'soon', 'overdue', 'done', 'done-late', 'excused'] as const
export type Standing = (typeof standingKinds)[number]

/** From so many days before the due day on it is `soon`. */
export const soonDays = 14
