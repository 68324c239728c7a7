import type { Page } from 'playwright-core'
import type { Scene } from '#tests/e2e/scene.ts'

export type Sight = {
  name: string
  path: string
  who: keyof Scene['readers']
  /** What is done on the page before it is looked at. */
  act?: (page: Page) => Promise<void>
}

/** Every page that there is, in every state that it has. */
export function sightsOf({
  failed,
  passed,
  open,
  valid,
  revoked,
  someoneElse,
  unit,
  membership,
  holding,
  reorganisation,
  request,
  exception,
  lists,
  refusal,
  requirements,
}: Scene): Sight[] {
  const exam = '/courses/cd3/exams/cuoi-khoa'
  return [
    ...seenBy('visitor', {
      home: '/',
      catalogue: '/courses',
      'search-hits': '/courses?q=lua+dao',
      'search-none': '/courses?q=qwertzuiop',
      filters: '/courses?audience=officials&level=3',
      'filters-none': '/courses?audience=workers',
      'course-cd3': '/courses/cd3',
      'course-cb2': '/courses/cb2',
      'lesson-cd3': '/courses/cd3/gia-cong-an',
      'lesson-cb2': '/courses/cb2/thu-gia-mao',
      'handout-cd3': '/courses/cd3/handouts/huong-dan-lop',
      'sign-in': '/sign-in',
      'sign-up': '/sign-up',
      reset: '/reset',
      'exam-account-first': exam,
      'check-form': '/certificates',
      'certificate-valid': `/certificates/${valid}`,
      'certificate-revoked': `/certificates/${revoked}`,
      'certificate-unknown': '/certificates/BS-2222-2222',
      privacy: '/privacy',
      'letters-refused': `/unsubscribe/${refusal}`,
      accessibility: '/accessibility',
      'not-found': '/khong-co-trang-nay',
      'first-administrator-gone': '/first-administrator?code=x',
    }),
    ...seenBy('english', {
      'home-en': '/en',
      'catalogue-en': '/en/courses',
      'course-en': '/en/courses/cd3',
      'lesson-en': '/en/courses/cd3/gia-ngan-hang',
      'handout-en': '/en/courses/cd3/handouts/huong-dan-lop',
      'sign-in-en': '/en/sign-in',
      'sign-up-en': '/en/sign-up',
      'certificate-en': `/en/certificates/${valid}`,
      'privacy-en': '/en/privacy',
      'not-found-en': '/en/no-such-page',
    }),
    ...seenBy('full', {
      'course-mine': '/courses/cd3?mine',
      'course-mine-cb2': '/courses/cb2?mine',
      'lesson-mine': '/courses/cd3/gia-cong-an?mine',
      'me-full': '/me',
      'me-en': '/en/me',
      'me-credits': '/me/credits',
      'me-credits-en': '/en/me/credits',
      'me-record': '/me/training-record',
      'me-requests': '/me/requests',
      account: '/account',
      notices: '/me/messages',
      'notices-en': '/en/me/messages?done=ways',
      'due-days': '/me/messages/calendar',
      'exam-start-passed': exam,
      'exam-start-open': '/courses/cb2/exams/cuoi-khoa',
      'exam-question-1': `/attempts/${open}?q=1`,
      'exam-question-5': `/attempts/${open}?q=5&flags=2.5`,
      'exam-question-20': `/attempts/${open}?q=20`,
      'exam-submission': `/attempts/${open}/submission?flags=2`,
      'result-failed': `/attempts/${failed}/result`,
      'result-passed': `/attempts/${passed}/result`,
      'result-passed-en': `/en/attempts/${passed}/result`,
    }),
    ...seenBy('empty', { 'me-empty': '/me', 'account-new': '/account?welcome=/', 'exam-start': exam }),
    ...seenBy('administrator', {
      admin: '/admin',
      'admin-en': '/en/admin',
      'admin-maintenance': '/admin/maintenance',
      'admin-courses': '/admin/courses',
      'admin-people': '/admin/people?q=be',
      'admin-person': `/admin/people/${someoneElse}`,
      'admin-person-number': `/admin/people/${someoneElse}/identity-number`,
      'admin-person-merges': `/admin/people/${someoneElse}/merges`,
      'admin-duplicates': '/admin/duplicates',
      'admin-nobody': '/admin/people?q=zzzz',
      units: '/units',
      'units-found': '/units?q=so+khoa',
      'units-none': '/units?q=zzzz',
      unit: `/units/${unit}`,
      'unit-before': `/units/${unit}?day=2019-12-31`,
      'unit-add': `/units/${unit}/memberships?q=be`,
      'unit-add-nobody': `/units/${unit}/memberships?q=zzzz`,
      'unit-add-person': `/units/${unit}/memberships?person=${someoneElse}`,
      'unit-add-new': `/units/${unit}/memberships?new`,
      'unit-reorganise': `/units/${unit}/reorganisations`,
      'unit-merge': `/units/${unit}/reorganisations?kind=merge`,
      'unit-split': `/units/${unit}/reorganisations?kind=split`,
      'unit-dissolve': `/units/${unit}/reorganisations?kind=dissolve`,
      'reorganisation-withdraw': `/reorganisations/${reorganisation}`,
      'unit-sites': `/units/${unit}/sites`,
      'unit-aliases': `/units/${unit}/aliases`,
      'units-top': '/units/top',
      'unit-roles': `/units/${unit}/roles`,
      'unit-roles-person': `/units/${unit}/roles?person=${someoneElse}`,
      'role-end': `/roles/${holding}`,
      'membership-move': `/memberships/${membership}`,
      'membership-end': `/memberships/${membership}/end`,
      'unit-requests': `/units/${unit}/requests`,
      'unit-requests-en': `/en/units/${unit}/requests`,
      'unit-excuse': `/units/${unit}/exceptions/new?kind=waiver&person=${someoneElse}`,
      'unit-extend': `/units/${unit}/exceptions/new?kind=extension&person=${someoneElse}`,
      'unit-excuse-nobody': `/units/${unit}/exceptions/new`,
      'exception-asked': `/exceptions/${request}`,
      'exception-given': `/exceptions/${exception}`,
      'exception-given-en': `/en/exceptions/${exception}`,
      'unit-en': `/en/units/${unit}`,
      'unit-hours': `/units/${unit}/hours`,
      'unit-hours-en': `/en/units/${unit}/hours?filter=below`,
      'unit-credits': `/units/${unit}/credits`,
      'person-hours': `/admin/people/${someoneElse}/hours`,
      'unit-messages': `/units/${unit}/messages`,
      'unit-messages-en': `/en/units/${unit}/messages?state=failed`,
      'unit-lists': `/units/${unit}/imports`,
      'unit-lists-en': `/en/units/${unit}/imports`,
      'unit-codes': `/units/${unit}/codes`,
      'unit-unreachable': `/units/${unit}/unreachable`,
      'unit-unreachable-en': `/en/units/${unit}/unreachable`,
      'list-understood': `/imports/${lists.understood}`,
      'list-checked': `/imports/${lists.checked}`,
      'list-checked-en': `/en/imports/${lists.checked}`,
      'list-conflict': `/imports/${lists.checked}?verdict=conflict`,
      'list-many': `/imports/${lists.checked}?verdict=conflict&many=3`,
      'list-kind-en': `/en/imports/${lists.checked}?verdict=conflict&kind=maybe-same`,
      'list-mend': `/imports/${lists.checked}?verdict=refused&mend=4`,
      'list-mended-en': `/en/imports/${lists.checked}?doubtful&mended=4`,
      'list-none': `/imports/${lists.checked}?verdict=matched`,
      'list-again': `/imports/${lists.checked}?again`,
      'list-before': `/imports/${lists.checked}?before=${lists.committed}`,
      'list-failed': `/imports/${lists.failed}`,
      'list-committed': `/imports/${lists.committed}`,
      'list-undone': `/imports/${lists.undone}`,
      'list-cancelled': `/imports/${lists.cancelled}`,
      'list-codes': `/imports/${lists.committed}/codes`,
      'certificate-desk': `/certificates/${valid}`,
      'unit-requirements': `/units/${unit}/requirements`,
      'unit-standings': `/units/${unit}/standings`,
      'unit-standings-en': `/en/units/${unit}/standings`,
      'unit-standings-people': `/units/${unit}/standings/people?requirement=${requirements.asked}`,
      'unit-standings-people-en': `/en/units/${unit}/standings/people`,
      'unit-standings-none': `/units/${unit}/standings/people?q=zzzz`,
      'unit-learner': `/units/${unit}/learners/${someoneElse}`,
      'unit-learner-events': `/units/${unit}/learners/${someoneElse}?requirement=${requirements.asked}`,
      'unit-requirements-en': `/en/units/${unit}/requirements`,
      'requirement-new': `/units/${unit}/requirements/new`,
      'requirement-new-en': `/en/units/${unit}/requirements/new`,
      'requirement-draft': `/requirements/${requirements.draft}`,
      'requirement-draft-en': `/en/requirements/${requirements.draft}`,
      'requirement-change': `/requirements/${requirements.draft}/draft`,
      'requirement-people': `/requirements/${requirements.draft}/people?q=be`,
      'requirement-asked': `/requirements/${requirements.asked}`,
      'requirement-asked-en': `/en/requirements/${requirements.asked}`,
    }),
    { name: 'practice-answered', path: '/courses/cd3/gia-ngan-hang', who: 'unscripted', act: answerOne },
    { name: 'practice-empty', path: '/courses/cd3/gia-ngan-hang', who: 'unscripted', act: (page) => send(page) },
    { name: 'lists-refused', path: `/units/${unit}/imports`, who: 'administrator', act: sendNothing },
    { name: 'list-undo-refused', path: `/imports/${lists.committed}`, who: 'administrator', act: undoWithoutReason },
    { name: 'list-slips', path: `/imports/${lists.committed}/codes`, who: 'administrator', act: makeCodes },
    { name: 'lesson-unscripted', path: '/courses/cd3/gia-ngan-hang', who: 'unscripted' },
    {
      name: 'catalogue-filters',
      path: '/courses',
      who: 'guest',
      act: (page) => page.locator('summary').first().click(),
    },
    { name: 'sign-in-wrong', path: '/sign-in', who: 'guest', act: signInWrongly },
    { name: 'sign-up-wrong', path: '/sign-up', who: 'guest', act: signUpWrongly },
    { name: 'lesson-wrong-answers', path: '/courses/cd3/gia-cong-an', who: 'guest', act: answerAll(0) },
    { name: 'lesson-cb2-answers', path: '/courses/cb2/24-gio-dau', who: 'guest', act: answerAll(1) },
  ]
}

function seenBy(who: Sight['who'], pages: Record<string, string>): Sight[] {
  return Object.entries(pages).map(([name, path]) => ({ name, path, who }))
}

async function sendNothing(page: Page) {
  await page.locator('form[enctype]').evaluate((form: HTMLFormElement) => {
    form.noValidate = true
  })
  await page.getByRole('button', { name: 'Gửi tệp và đọc thử' }).click()
  await page.getByRole('alert').waitFor()
}

async function undoWithoutReason(page: Page) {
  await page.getByText('Trả lại như trước khi nhập').click()
  await page.getByRole('button', { name: 'Trả lại 1 người' }).click()
  await page.getByRole('alert').waitFor()
}

async function makeCodes(page: Page) {
  await page
    .getByRole('button', { name: /^Phát (mã|lại) cho/ })
    .first()
    .click()
  await page.locator('.slip').first().waitFor()
}

async function answerOne(page: Page) {
  await page.locator('form[data-practice] input[type="radio"]').first().check()
  await send(page)
}

async function send(page: Page) {
  await page.locator('form[data-practice] button').first().click()
  await page.getByRole('heading', { level: 1, name: 'Câu trả lời của bạn' }).waitFor()
}

async function signInWrongly(page: Page) {
  await page.locator('#account').fill('beba')
  await page.locator('#password').fill('sai rồi')
  await page.locator('[data-signs-in] button.main').click()
  await page.getByRole('alert').waitFor()
}

async function signUpWrongly(page: Page) {
  await page.locator('#fullName').fill('B')
  await page.locator('#contact').fill('09')
  await page.locator('#password').fill('1')
  await page.locator('#birthYear').fill('1700')
  await page.locator('[data-signs-in] button.main').click()
  await page.getByRole('alert').waitFor()
}

/** Answers every choice with the option that stands at `place`, and waits for what is said of it. */
function answerAll(place: number) {
  return async (page: Page) => {
    for (const form of await page.locator('form[data-practice]').all()) {
      const options = form.locator('input[type="radio"], input[type="checkbox"]')
      if ((await options.count()) === 0) continue
      await options.nth(place).check()
      await form.locator('[data-ask] button.btn').last().click()
      await form.locator('[data-reviewed]').waitFor()
    }
  }
}
