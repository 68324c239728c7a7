import type { certificates as vi } from '#app/i18n/vi/certificates.ts'

export const certificates: typeof vi = {
  names: { completion: 'certificate', confirmation: 'confirmation' },

  checkTitle: 'Check a certificate',
  checkIntro:
    'Type the code printed at the left, near the foot of the paper. With a phone, scan the QR square instead.',
  checkAnother: 'Check another certificate',
  code: 'Code on the paper',
  codeExample: 'For example: BS-7K4M-Q9TX. Capitals do not matter.',
  codeWrong: 'A code is BS and 8 letters and digits. Look at the paper and type it again.',
  check: 'Check',

  valid: {
    title: (name) => `This ${name} is genuine`,
    state: 'Valid',
    what: (site) => `${site} issued this paper and has not revoked it.`,
  },
  replaced: {
    title: (name) => `This ${name} has been replaced`,
    state: 'No longer in use',
    what: (site) =>
      `${site} issued this paper and then another for the same person and course. Only the new one counts.`,
    newer: 'See the new paper',
  },
  revoked: {
    title: (name) => `This ${name} has been revoked`,
    state: 'No longer valid',
    what: (site, day) => `${site} revoked this paper on ${day}. It counts no more.`,
  },
  unknown: {
    title: 'No paper has this code',
    state: 'Not found',
    what: (site) => `${site} has issued no paper with this code.`,
    now: 'Look at each letter on the paper and type it again. Zero and O, one and I are understood either way.',
    ask: (phone) => `If the code is right and still not found, call ${phone}. Do not trust the paper before asking.`,
  },
  checkedAt: (moment) => `Checked at ${moment}`,
  sample: 'Sample',
  sampleWhat: 'Issuer and signer on this paper are sample names. It certifies nothing.',

  fullName: 'Issued to',
  course: 'Course',
  hours: 'Hours',
  hoursOf: (hours) => `${hours} tiết (45-minute periods)`,
  category: 'Content',
  completedOn: 'Completed on',
  issuedOn: 'Issued on',
  serial: 'Number',
  paperCode: 'Code',
  issuer: 'Issuer',
  signer: 'Signed by',
  approval: 'Programme under',

  download: 'Download (PDF)',
  picture: (name, person, code) => `The ${name} of ${person}, code ${code}. Press to download it for print.`,
  compareTitle: 'Is the name on the paper another?',
  compare: (phone) =>
    `Compare name, number and code on the paper you hold with this page. If they differ, call ${phone}.`,
  busy: 'Many people are downloading at once. Wait a minute and press again.',

  desk: 'For administrators',
  deeds: 'What was done to this paper',
  deed: { reissue: 'Re-issued', revoke: 'Revoked', other: 'Something else' },
  reissueTitle: 'Re-issue with the right name',
  reissueWhat: 'The new paper has its own number and code. This one will say that it was replaced.',
  rightName: 'Right full name',
  reason: 'Reason',
  reasonExample: 'With the number of the document, if there is one. Only administrators read it.',
  reissue: 'Issue a new paper in place of this',
  revokeTitle: 'Revoke the paper',
  revokeWhat: 'Whoever checks this code will see that it was revoked. This cannot be undone.',
  revoke: 'Revoke this paper',
  refusedTitle: 'Not done yet',
  refused: {
    name: 'Type a full name of at most 120 letters.',
    reason: 'Type a reason of at most 1,000 letters.',
    replaced: 'This paper has been replaced. Open the new one and do it there.',
    revoked: 'This paper has been revoked and cannot be issued again.',
  },
  back: 'Back to the paper',
}
