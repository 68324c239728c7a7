import { expect, test } from 'vitest'
import { dayOf, yearOf } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Authority } from '#app/people/person.ts'
import { changeDraft } from '#app/requirements/asking/change-draft.server.ts'
import { draftRequirement } from '#app/requirements/asking/draft-requirement.server.ts'
import { dropDraft } from '#app/requirements/asking/drop-draft.server.ts'
import { endRequirement } from '#app/requirements/asking/end-requirement.server.ts'
import { nameInDraft } from '#app/requirements/asking/name-in-draft.server.ts'
import { previewRequirement } from '#app/requirements/asking/preview-requirement.server.ts'
import { publishRequirement } from '#app/requirements/asking/publish-requirement.server.ts'
import { requirementPage } from '#app/requirements/asking/requirement-page.server.ts'
import { requirementsAskedBy } from '#app/requirements/asking/requirements-asked-by.server.ts'
import { learnerAtDesk } from '#app/requirements/desk/learner-at-desk.server.ts'
import { standingsFile } from '#app/requirements/desk/standings-file.server.ts'
import { unitStandings } from '#app/requirements/desk/unit-standings.server.ts'
import { decideException } from '#app/requirements/exceptions/decide.server.ts'
import { exceptionSeen } from '#app/requirements/exceptions/exception-seen.server.ts'
import { exceptionsOf } from '#app/requirements/exceptions/exceptions-of.server.ts'
import { giveExceptions } from '#app/requirements/exceptions/give.server.ts'
import { requestsFor } from '#app/requirements/exceptions/requests-for.server.ts'
import { takeBackException } from '#app/requirements/exceptions/take-back.server.ts'
import { confirmCredit } from '#app/requirements/hours/confirm-credit.server.ts'
import { creditsOf } from '#app/requirements/hours/credits-of.server.ts'
import { creditsWaiting } from '#app/requirements/hours/credits-waiting.server.ts'
import { evidenceOf } from '#app/requirements/hours/evidence-of.server.ts'
import { hoursOf } from '#app/requirements/hours/hours-of.server.ts'
import { hoursPage } from '#app/requirements/hours/hours-page.server.ts'
import { overrideQuota } from '#app/requirements/hours/override-quota.server.ts'
import { refuseCredit } from '#app/requirements/hours/refuse-credit.server.ts'
import { revokeCredit } from '#app/requirements/hours/revoke-credit.server.ts'
import { trainingRecordOf } from '#app/requirements/hours/training-record-of.server.ts'
import { idsOfStandings } from '#app/requirements/keeping/ids-of-standings.server.ts'
import { standingsOf } from '#app/requirements/keeping/standings-of.server.ts'
import { standingsPage } from '#app/requirements/keeping/standings-page.server.ts'
import { traceOf } from '#app/requirements/keeping/trace-of.server.ts'
import { remindNow } from '#app/requirements/reminders/remind-now.server.ts'
import { unreachableIn } from '#app/requirements/reminders/unreachable-in.server.ts'
import { deliveriesIn } from '#app/units/messages/deliveries-in.server.ts'
import { aForm } from '#tests/asking.ts'
import { holding, somebodyWithEverything } from '#tests/bystanders.ts'
import { aWaiver } from '#tests/exceptions.ts'
import { aPerson } from '#tests/factories.ts'

const day = dayOf(new Date())
type Scene = Awaited<ReturnType<typeof somebodyWithEverything>>
type Verbs = Record<string, (who: Authority, scene: Scene) => unknown>

/** What is decided about one person. */
const aboutPerson: Verbs = {
  give: (who, { learner, requirementId }) => giveExceptions(who, aWaiver([learner.id], requirementId)),
  allow: (who, { request }) => decideException(who, request, { decision: 'given', reason: '' }),
  decline: (who, { request }) => decideException(who, request, { decision: 'refused', reason: 'x' }),
  takeBack: (who, { excused }) => takeBackException(who, excused, 'x'),
  confirm: (who, { waiting }) => confirmCredit(who, waiting),
  refuse: (who, { waiting }) => refuseCredit(who, waiting, 'x'),
  revoke: (who, { confirmed }) => revokeCredit(who, confirmed, 'x'),
  override: (who, { learner }) =>
    overrideQuota(who, learner.id, {
      ...{ year: String(yearOf(new Date())), hours: '0', reason: 'x', approver: 'x', documentNumber: '' },
    }),
}

/** What is done for a unit and its people. */
const forUnit: Verbs = {
  remind: (who, { learner, requirementId }) => remindNow(who, { requirementId, personIds: [learner.id] }),
  choose: (who, { unitId }) => idsOfStandings(who, { unitId }),
  draft: (who, { unitId, courseId }) => draftRequirement(who, unitId, aForm(unitId, [courseId])),
  change: (who, { unitId, courseId, draft }) => changeDraft(who, draft, aForm(unitId, [courseId])),
  name: (who, { learner, draft }) => nameInDraft(who, draft, learner.id),
  preview: (who, { draft }) => previewRequirement(who, draft),
  publish: (who, { draft }) => publishRequirement(who, draft),
  drop: (who, { draft }) => dropDraft(who, draft),
  end: (who, { requirementId }) => endRequirement(who, requirementId, { day, reason: 'x' }),
  requests: (who, { unitId }) => requestsFor(who, unitId),
  waiting: (who, { unitId }) => creditsWaiting(who, { unitId }),
  deliveries: (who, { unitId }) => deliveriesIn(who, unitId),
  unreachable: (who, { unitId }) => unreachableIn(who, unitId),
}

/** What is read of a person beyond whether they have learned: marks, hours, papers, reasons. */
const ofRecord: Verbs = {
  exceptions: (who, { learner }) => exceptionsOf(who, learner.id),
  exception: (who, { excused }) => exceptionSeen(who, excused),
  request: (who, { request }) => exceptionSeen(who, request),
  hours: (who, { learner }) => hoursOf(who, learner.id, yearOf(new Date()), day),
  hoursOfUnit: (who, { unitId }) => hoursPage(who, { unitId, year: yearOf(new Date()) }),
  credits: (who, { learner }) => creditsOf(who, learner.id),
  evidence: (who, { waiting }) => evidenceOf(who, waiting),
  record: (who, { learner }) => trainingRecordOf(who, learner.id),
}

/** Whether they have learned what is asked of them. */
const ofStanding: Verbs = {
  figures: (who, { unitId }) => unitStandings(who, { unitId, day }),
  list: (who, { unitId }) => standingsPage(who, { unitId, day }),
  file: (who, { unitId }) => standingsFile(who, { unitId, day }, { t: messages('vi').standings, locale: 'vi' }),
  learner: (who, { unitId, learner }) => learnerAtDesk(who, { unitId, personId: learner.id }),
  standings: (who, { learner }) => standingsOf(who, learner.id, day),
  trace: (who, { learner, requirementId }) => traceOf(who, learner.id, requirementId, day),
  asks: (who, { unitId }) => requirementsAskedBy(who, unitId),
  requirement: (who, { requirementId }) => requirementPage(who, requirementId),
}

/** Which of them give anything at all. */
async function openTo(who: Authority, scene: Scene, verbs: Verbs): Promise<string[]> {
  const open: string[] = []
  for (const [name, verb] of Object.entries(verbs)) if ((await verb(who, scene)) !== null) open.push(name)
  return open
}

test('who managed a unit until today, manages another, the one they left, or none, finds and does nothing there', async () => {
  const scene = await somebodyWithEverything()
  const bystanders = {
    former: await holding(scene.unitId, { isOver: true }),
    other: await holding(await (await somebodyWithEverything()).unitId),
    left: await holding(scene.formerUnitId),
    nobody: await aPerson({ role: 'manager' }),
    colleague: await aPerson(),
  }
  for (const who of Object.values(bystanders))
    expect(await openTo(who, scene, { ...aboutPerson, ...forUnit, ...ofRecord, ...ofStanding })).toEqual([])
})

test('nobody decides about themselves, were they the manager of their own unit; they read what is theirs', async () => {
  const scene = await somebodyWithEverything()
  const { give, ...others } = aboutPerson
  const manager = await holding(scene.unitId)
  const own = { ...scene, learner: { ...scene.learner, ...manager } }
  for (const [who, whose] of [
    [scene.learner, scene],
    [manager, own],
  ] as const)
    expect(await give?.(who, whose)).toMatchObject({ given: [], left: [{ problem: 'self' }] })
  expect(await openTo(scene.learner, scene, { ...others, ...forUnit })).toEqual([])
})

test('who only looks at a unit, or trains in it, decides and does nothing there', async () => {
  const scene = await somebodyWithEverything()
  for (const role of ['auditor', 'trainer'] as const)
    expect(await openTo(await holding(scene.unitId, { role }), scene, { ...aboutPerson, ...forUnit })).toEqual([])
})

test('an enterprise sees whether its workers have learned, and neither hours, papers nor reasons; it decides nothing', async () => {
  const scene = await somebodyWithEverything('doanh_nghiep')
  const manager = await holding(scene.unitId)
  expect(await openTo(manager, scene, { ...aboutPerson, ...ofRecord })).toEqual([])
  expect(await openTo(manager, scene, ofStanding)).toEqual(Object.keys(ofStanding))
  const told = JSON.stringify(await Promise.all(Object.values(ofStanding).map((verb) => verb(manager, scene))))
  expect(told).not.toContain('Nghỉ thai sản')
  expect(told).not.toContain('Sắp nghỉ hưu')
})

test('whoever manages the unit may do all of it', async () => {
  const { drop, ...rest } = forUnit
  for (const verbs of [aboutPerson, rest, { drop }, ofRecord, ofStanding]) {
    const scene = await somebodyWithEverything()
    const manager = await holding(scene.unitId)
    expect(await openTo(manager, scene, verbs as Verbs)).toEqual(Object.keys(verbs))
  }
})
