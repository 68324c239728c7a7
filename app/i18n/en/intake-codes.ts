import type { intakeCodes as vi } from '#app/i18n/vi/intake-codes.ts'

export const intakeCodes: typeof vi = {
  title: 'Slips with first codes',
  ofUnit: 'Give out first codes',
  waiting: (count) => `People without a password: ${count}.`,
  once: 'Codes are shown once, right after you press. Print them before you leave the page.',
  old: 'When codes are given anew, the old ones of these people open nothing any more.',
  until: (days) => `Codes are good for ${days} days.`,
  untilDay: (moment) => `The codes are good until ${moment}. They are shown once: print before you leave.`,
  issue: (count) => `Make codes (${count})`,
  again: 'Make other codes',
  print: 'Press Ctrl + P, or choose Print in the browser. It prints on A4, each unit on sheets of its own.',
  sheet: (unit, count) => `${unit} (${count})`,
  name: 'User name',
  code: 'Code',
  site: 'Bến Số',
  lines: (address) => [
    `On a phone, open the address ${address}`,
    'Type the code above, then choose a password of your own.',
    'From then on, sign in with user name and password.',
  ],
  slipUntil: (day) => `The code works once, until ${day}. Give it to nobody.`,
  back: 'Back to the list',
}
