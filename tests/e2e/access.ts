import type { Role } from '#app/people/person.ts'

/**
 * Who may: `anyone`; a `person` (others are led to the door); the person it `belongs` to (a 404 for others);
 * people of some roles (a 404 for others); `nobody` (405, or a redirect to the page it belongs to).
 */
export type Who = 'anyone' | 'person' | 'belongs' | 'nobody' | readonly Role[]

const administrators: readonly Role[] = ['administrator']
const managers: readonly Role[] = ['administrator', 'manager']
const trainers: readonly Role[] = ['administrator', 'trainer']

/** Every address of the site, and who may read it and post to it. A route that does not stand here fails the test. */
export const access: Record<string, { read: Who; post: Who }> = {
  '': { read: 'anyone', post: 'nobody' },
  courses: { read: 'anyone', post: 'nobody' },
  'courses/:course': { read: 'anyone', post: 'nobody' },
  'courses/:course/enrolments': { read: 'nobody', post: 'person' },
  'courses/:course/handouts/:handout': { read: 'anyone', post: 'nobody' },
  'courses/:course/:lesson': { read: 'anyone', post: 'nobody' },
  'courses/:course/:lesson/answers': { read: 'anyone', post: 'anyone' },
  'courses/:course/:lesson/reading': { read: 'nobody', post: 'anyone' },
  'courses/:course/exams/:exam': { read: 'anyone', post: 'person' },
  'courses/:course/media/:file': { read: 'anyone', post: 'nobody' },
  'attempts/:attempt': { read: 'belongs', post: 'nobody' },
  'attempts/:attempt/paper': { read: 'belongs', post: 'nobody' },
  'attempts/:attempt/answers': { read: 'nobody', post: 'belongs' },
  'attempts/:attempt/submission': { read: 'belongs', post: 'belongs' },
  'attempts/:attempt/result': { read: 'belongs', post: 'nobody' },
  'sign-in': { read: 'anyone', post: 'anyone' },
  'sign-up': { read: 'anyone', post: 'anyone' },
  'sign-out': { read: 'nobody', post: 'anyone' },
  reset: { read: 'anyone', post: 'anyone' },
  'reset/code': { read: 'anyone', post: 'anyone' },
  account: { read: 'person', post: 'nobody' },
  'account/contact': { read: 'person', post: 'person' },
  'account/password': { read: 'person', post: 'person' },
  'account/language': { read: 'nobody', post: 'person' },
  'account/consents': { read: 'nobody', post: 'person' },
  'account/sessions/:handle': { read: 'nobody', post: 'belongs' },
  'account/data': { read: 'person', post: 'nobody' },
  'account/closure': { read: 'person', post: 'person' },
  'first-administrator': { read: 'belongs', post: 'belongs' },
  admin: { read: ['administrator', 'manager', 'trainer'], post: 'nobody' },
  'admin/courses': { read: trainers, post: 'nobody' },
  'admin/maintenance': { read: administrators, post: administrators },
  'admin/maintenance/:window/withdrawal': { read: 'nobody', post: administrators },
  'admin/people': { read: managers, post: 'nobody' },
  // And to managers of the person's unit: the one who asks here manages another.
  'admin/people/:person': { read: administrators, post: administrators },
  'admin/people/:person/identity-number': { read: administrators, post: administrators },
  'admin/people/:person/merges': { read: administrators, post: administrators },
  'admin/duplicates': { read: managers, post: 'nobody' },
  // And to who acts for the person's unit, as long as the person has never been in.
  'admin/people/:person/codes': { read: administrators, post: administrators },
  units: { read: managers, post: 'nobody' },
  // And to managers above it: the unit asked for is an enterprise of somebody else.
  'units/:unit': { read: administrators, post: 'nobody' },
  'units/:unit/memberships': { read: administrators, post: administrators },
  'units/:unit/reorganisations': { read: administrators, post: administrators },
  'units/top': { read: administrators, post: administrators },
  'units/:unit/aliases': { read: administrators, post: administrators },
  'units/:unit/sites': { read: administrators, post: administrators },
  'units/:unit/roles': { read: administrators, post: administrators },
  // And to who sees the people of the unit.
  'units/:unit/standings': { read: administrators, post: 'nobody' },
  'units/:unit/standings.xlsx': { read: administrators, post: 'nobody' },
  'units/:unit/standings.csv': { read: administrators, post: 'nobody' },
  // And to who sees the person.
  'units/:unit/learners/:person': { read: administrators, post: 'nobody' },
  'units/:unit/standings/people': { read: administrators, post: administrators },
  // And to who looks after the unit, as its page is.
  'units/:unit/imports': { read: administrators, post: administrators },
  'units/:unit/unreachable': { read: administrators, post: 'nobody' },
  'units/:unit/codes': { read: administrators, post: administrators },
  'units/:unit/requirements': { read: administrators, post: 'nobody' },
  'units/:unit/requirements/new': { read: administrators, post: administrators },
  // And to who acts for the unit that asks; once it is published, to who sees people whom it means.
  'requirements/:requirement': { read: administrators, post: administrators },
  'requirements/:requirement/draft': { read: administrators, post: administrators },
  'requirements/:requirement/people': { read: administrators, post: administrators },
  'imports/example.xlsx': { read: managers, post: 'nobody' },
  'imports/example.csv': { read: managers, post: 'nobody' },
  'imports/:batch': { read: administrators, post: administrators },
  'imports/:batch/report.xlsx': { read: administrators, post: 'nobody' },
  'imports/:batch/report.csv': { read: administrators, post: 'nobody' },
  'imports/:batch/codes': { read: administrators, post: administrators },
  'reorganisations/:reorganisation': { read: administrators, post: administrators },
  'roles/:holding': { read: administrators, post: administrators },
  'memberships/:membership': { read: administrators, post: administrators },
  'memberships/:membership/end': { read: administrators, post: administrators },
  'me/messages': { read: 'person', post: 'nobody' },
  'me/messages/reading': { read: 'nobody', post: 'person' },
  'me/messages/ways': { read: 'nobody', post: 'person' },
  'me/messages/calendar': { read: 'person', post: 'person' },
  // Whoever has the letter, or the secret; the token and the secret asked with are nobody's, and lead to a 404.
  'unsubscribe/:token': { read: 'anyone', post: 'anyone' },
  'calendar/:secret.ics': { read: 'anyone', post: 'nobody' },
  // And to who acts for the unit.
  'units/:unit/messages': { read: administrators, post: 'nobody' },
  'me/credits': { read: 'person', post: 'person' },
  'me/training-record': { read: 'person', post: 'nobody' },
  'me/training-record.xlsx': { read: 'person', post: 'nobody' },
  'me/training-record.pdf': { read: 'person', post: 'nobody' },
  // And to who looks after the person, as all of the next.
  'credits/:credit/evidence': { read: 'belongs', post: 'nobody' },
  'admin/people/:person/training-record.xlsx': { read: 'belongs', post: 'nobody' },
  'admin/people/:person/training-record.pdf': { read: 'belongs', post: 'nobody' },
  'admin/people/:person/hours': { read: administrators, post: administrators },
  'units/:unit/hours': { read: administrators, post: 'nobody' },
  'units/:unit/credits': { read: administrators, post: administrators },
  privacy: { read: 'anyone', post: 'nobody' },
  accessibility: { read: 'anyone', post: 'nobody' },
  me: { read: 'person', post: 'nobody' },
  'me/requests': { read: 'person', post: 'person' },
  // And to who looks after the unit, and after the person.
  'units/:unit/requests': { read: administrators, post: administrators },
  'units/:unit/exceptions': { read: administrators, post: administrators },
  'units/:unit/exceptions/new': { read: administrators, post: administrators },
  'exceptions/:exception': { read: 'belongs', post: 'belongs' },
  certificates: { read: 'anyone', post: 'nobody' },
  'certificates/:code': { read: 'anyone', post: 'nobody' },
  'certificates/:code.pdf': { read: 'anyone', post: 'nobody' },
  'certificates/:code.json': { read: 'anyone', post: 'nobody' },
  'certificates/:code/reissue': { read: administrators, post: administrators },
  'certificates/:code/revocation': { read: administrators, post: administrators },
  preferences: { read: 'nobody', post: 'anyone' },
  '*': { read: 'nobody', post: 'nobody' },
}
