import type { exceptions as vi } from '#app/i18n/vi/exceptions.ts'

const problems = {
  'reason-needed': 'No reason was given. Write why, then press again.',
  'day-wrong': 'The calendar has no such day. Choose another.',
  'ends-before-begin': 'The last day is before the first. Choose one of them anew.',
  'past-already': 'These days are all past. Choose a last day from today on.',
  'due-past': 'This day is past. Choose a day from today on.',
  'requirement-needed': 'No learning was chosen. Choose one from the list.',
  'requirement-unknown': 'This learning is asked no longer. Choose another.',
  'people-needed': 'Nobody was chosen. Go back to the list and choose at least one person.',
  'not-yours': 'This person is in no unit that you look after.',
  self: 'Nobody decides about themselves. Ask whoever manages the unit above.',
  'not-asked': 'This learning is not asked of this person now, so there is nothing to change.',
  'done-already': 'This is done already; nothing needs to be changed.',
  'due-not-later': 'This day is not after the day that stands. Choose a later one.',
  'due-beyond-window': 'This day is in the next turn. Choose a day within this one.',
  'excused-already': 'These days are excused already.',
  'away-already': 'These days are paused already.',
  'asked-already': 'You have asked about this already. Wait for the answer, or withdraw it and ask again.',
}

const told: typeof vi.told = {
  what: (kind, title) => (title ? `${kind}: ${title}` : kind),
  subject: {
    given: (what) => `Agreed. ${what}`,
    refused: (what) => `Not agreed. ${what}`,
    takenBack: (what) => `Taken back. ${what}`,
  },
  because: (reason) => `Reason: ${reason}`,
  next: {
    given: 'See it on your page, under More time, or to be excused.',
    refused: 'The due day stays as it was. If something is unclear, ask whoever manages your unit.',
    takenBack: 'From today on it is as before. If something is unclear, ask whoever manages your unit.',
  },
}

export const exceptions: typeof vi = {
  kinds: { extension: 'More time', waiver: 'Excused', pause: 'Paused' },
  period: {
    extension: (_from, last) => `Until the end of ${last ?? ''}.`,
    waiver: (from, last) => (last === null ? `From ${from}, with no end.` : `From ${from} until the end of ${last}.`),
    pause: (from, last) => (last === null ? `From ${from}, with no end.` : `From ${from} until the end of ${last}.`),
  },
  problems,
  told,
}
