import type { reminders as vi } from '#app/i18n/vi/reminders.ts'

export const reminders: typeof vi = {
  subjectOfOne: (title: string, when: string) => `Mandatory course “${title}”: ${when}`,
  subjectOfMany: (count: number, dueDay: string) =>
    `You have ${count} mandatory courses to finish. The first is due on ${dueDay}`,
  isLeft: (dueDay: string, days: number) => `due on ${dueDay}, ${days === 1 ? '1 day' : `${days} days`} left`,
  isToday: (dueDay: string) => `due on ${dueDay}, today is the last day`,
  isInGrace: (dueDay: string, lastDay: string) =>
    `was due on ${dueDay}. It still counts as in time until the end of ${lastDay}`,
  isLate: (dueDay: string, days: number) => `was due on ${dueDay}, ${days === 1 ? '1 day' : `${days} days`} late`,
  greeting: 'Hello. You have not finished yet:',
  askedBy: (number: string, day: string, unit: string) => `By document ${number} of ${day}, from ${unit}.`,
  whatNow: 'Open Bến Số, go to your page and press the name of the course to go on.',
  noTime: 'Busy, ill or away? Ask for more time on that page.',
  whomToAsk: 'If anything is unclear, ask whoever looks after training in your unit.',
  report: {
    newly: (people: number) => `${people === 1 ? '1 person' : `${people} people`} newly late with a mandatory course`,
    longLate: (people: number) => `${people === 1 ? '1 person' : `${people} people`} late by two weeks or more`,
    both: (newly: string, longLate: string) => `${newly}; ${longLate}`,
    line: (name: string, unit: string, title: string, dueDay: string) => `- ${name} (${unit}): ${title}, due ${dueDay}`,
    more: (lines: number) => `… and ${lines} more lines.`,
    whatNow:
      'Open Bến Số and go to the page of the unit. The whole list is there, and where to remind, give more time or excuse.',
    isPrivate: 'This list is for those who look after these people alone. Please do not post it.',
  },
  unreachable: {
    title: 'Who gets no reminders',
    lead: 'These people have something left to learn, and no message reaches them. Please tell them in person.',
    print: 'This page prints on A4.',
    count: (people: string) => `${people} people`,
    none: 'Nobody. Everybody with something left to learn can be told.',
    more: 'The list goes on. Open the units below one by one to see all of it.',
    person: 'Name',
    unit: 'Unit',
    due: 'Left to learn',
    why: 'Why',
    until: (title: string, dueDay: string) => `${title}: due on ${dueDay}`,
    late: (title: string, dueDay: string) => `${title}: late since ${dueDay}`,
    whys: {
      'no-contact': 'No e-mail address or phone that takes messages',
      refused: 'Chose to get no messages',
      failed: 'Messages came back',
    },
  },
}
