import { type CertificateFacts, serialOf } from '#app/certificates/certificate.ts'
import type { CourseSheet } from '#app/courses/course-sheet.ts'
import { type Day, formatDay } from '#app/i18n/day.ts'
import { type Approval, approvalOf, type Settings, wordingOf } from '#app/web/settings.ts'

type Issue = {
  fullName: string
  sheet: CourseSheet
  settings: Settings
  number: number
  completedOn: Day
  issuedOn: Day
}

/** Everything a paper prints, taken once from the person, the edition and the settings of the day of issue. */
export function factsOf({ fullName, sheet, settings, number, completedOn, issuedOn }: Issue): CertificateFacts {
  const approval = approvalOf(settings, sheet.code)
  const { kind } = sheet.certificate
  const wording = wordingOf(settings, kind, sheet.audience)
  return {
    fullName: fullName.normalize('NFC'),
    courseCode: sheet.code,
    courseTitle: sheet.title,
    hours: sheet.hours,
    category: sheet.category,
    categoryName: settings.categories[sheet.category] ?? '',
    audience: sheet.audience,
    kind,
    title: (approval && wording.approved) || wording.title,
    subtitle: wording.subtitle,
    lead: wording.lead,
    sentence: wording.sentence,
    serial: serialOf(settings.issuer.code, Number(issuedOn.slice(0, 4)), number),
    issuerName: settings.issuer.name,
    issuerHeading: settings.issuer.heading,
    issuerParent: settings.issuer.parent,
    signerTitle: settings.signer.title,
    signerName: settings.signer.name,
    approval: approval ? approvalWords(approval) : '',
    place: settings.issuer.place,
    completedOn,
    issuedOn,
    logo: settings.logo ?? '',
    isSample: settings.sample,
  }
}

function approvalWords({ number, day }: Approval) {
  return `Quyết định số ${number} ngày ${formatDay(day, 'vi')}`
}
