import type { accessibility as viAccessibility, privacy as viPrivacy } from '#app/i18n/vi/privacy.ts'

export const privacy: typeof viPrivacy = {
  title: 'How your information is protected',
  short:
    'Learning needs no account. With one, we keep only what learning needs. Nothing is sold or given away for advertising.',
  keptTitle: 'What is kept, why, how long',
  what: 'What',
  why: 'Why',
  howLong: 'How long',
  kept: [
    {
      what: 'Name, year of birth, user name',
      why: 'To know whose work and certificates they are. The year tells who needs a parent to agree.',
      howLong: 'Until you close the account.',
    },
    {
      what: 'Phone number or e-mail',
      why: 'To sign in and to set a new password.',
      howLong: 'Until you change it or close the account.',
    },
    {
      what: 'Password',
      why: 'So that only you get in. Only a hash is kept, which nobody can read back.',
      howLong: 'Until you change it or close the account.',
    },
    {
      what: 'Learning: lessons opened, answers, exams',
      why: 'To go on where you stopped, to mark, and to count hours.',
      howLong: 'After you close the account what stays has no name.',
    },
    {
      what: 'Certificates given',
      why: 'The register must be kept by law, so that anybody can tell a true paper from a forged one.',
      howLong: 'For good, also after you close the account.',
    },
    {
      what: 'Devices you are signed in on: kind, last use',
      why: 'So that you see a strange one and sign it out.',
      howLong: 'Until it is signed out; at most 30 days without use.',
    },
    {
      what: 'Name of a parent or guardian (under 16)',
      why: 'The law asks for an adult who agrees.',
      howLong: 'Until the account is closed.',
    },
    {
      what: 'What you agreed to, or not',
      why: 'To prove that we do as you wish.',
      howLong: 'For good, without a name after the account is closed.',
    },
  ],
  notTitle: 'Never asked, never kept',
  not: [
    'Identity numbers, pictures of identity cards, faces, where you are.',
    'Bank accounts, OTP codes. Whoever asks for them is not Bến Số.',
    'What you do on other sites. There are no trackers here.',
  ],
  whoTitle: 'Who can see it',
  who: [
    'You see everything about yourself.',
    'Administrators see your name, contact and role, to help you back in.',
    'Who has the code on a certificate sees just what is printed on it.',
  ],
  deviceTitle: 'Learning without an account',
  device: 'Your work is kept on your device alone. We get none of it until you make an account and agree to send it.',
  rightsTitle: 'Your rights and our deadlines',
  rights: [
    'See, download, change phone or e-mail, withdraw what you agreed to, close the account: at once, by yourself, in “My account”.',
    'If you disagree with what we do, you have the right to complain.',
  ],
  deadlines: {
    answer: (days) => `Any other request: answered within ${days} working days.`,
    seeOrMend: (days) => `To see or mend information: done within ${days} days.`,
    erase: (days) => `To delete it: done within ${days} days.`,
    withdraw: (days) => `To withdraw what you agreed to, restrict or object: done within ${days} days.`,
  },
  law: (basis) => `By ${basis}.`,
  askTitle: 'Whom to ask',
  toAccount: 'Open my account',
}

export const accessibility: typeof viAccessibility = {
  title: 'Accessibility of this site',
  goal: 'Everybody can learn here, with a mouse, a keyboard, a voice or a large screen. We follow WCAG 2.2 level AA, with the contrast of level AAA.',
  doesTitle: 'What works',
  does: [
    'Three sizes of text, three colour schemes and a high-contrast one, at the foot of each page. Reads well at 400 % zoom.',
    'Every button and question works by keyboard. Nothing needs dragging.',
    'Screen readers read every box, every problem and every result.',
    'Learning and exams work with JavaScript off.',
    'Timed exams: who needs more time gets it. Ask an administrator.',
    'Video and sound come with words.',
  ],
  limitsTitle: 'What does not work well yet',
  limits: [
    '“Listen” shows only on devices that have a Vietnamese voice.',
    'The PDF of a certificate is not tagged for screen readers. The page that checks it holds the same words.',
    'There are no sign-language films yet.',
  ],
  tellTitle: 'Is something hard to use?',
  tell: (phone, email) => `Call ${phone} or write to ${email}. Tell us which page and what device you use.`,
}
