import type { Browser, BrowserContext } from 'playwright-core'
import { z } from 'zod'
import { wrongFields } from '#tests/answers.ts'
import { aReader } from '#tests/e2e/browsing.ts'
import { learnAll, openExam, sitExam } from '#tests/e2e/learning.ts'
import { listsIn } from '#tests/e2e/lists.ts'
import { post, signedUp, somebody } from '#tests/e2e/people.ts'
import { recordsIn } from '#tests/e2e/records.ts'
import { refusalTokenOf } from '#tests/e2e/refusing.ts'
import type { Serving } from '#tests/e2e/serving.ts'

export type Scene = Awaited<ReturnType<typeof setScene>>

/** A server with somebody in every state that a page can show. */
export async function setScene(browser: Browser, server: Serving) {
  const records = recordsIn(server.folder)
  const someone = async (): Promise<BrowserContext> => (await aReader(browser)).context

  const visitor = await someone()
  const english = await someone()
  const guest = await someone() // a visitor too, who does what is done on pages
  const unscripted = await someone()
  await unscripted.addCookies([{ name: 'scripts', value: 'off', url: server.url }]) // axe itself needs a browser that runs scripts
  const full = await someone()
  await signedUp(full, server.url)
  await learnAll(full, server, 'cd3')
  const failed = await sitExam(full, server, 'cd3', (question, place) => (place > 7 ? [] : wrongFields(question)))
  const passed = await sitExam(full, server, 'cd3')
  await learnAll(full, server, 'cb2')
  const open = await openExam(full, server, 'cb2')

  const fallen = await someone()
  await signedUp(fallen, server.url)
  await learnAll(fallen, server, 'cd3')
  await sitExam(fallen, server, 'cd3')

  const empty = await someone()
  await signedUp(empty, server.url)

  const administrator = await someone()
  const code = /first-administrator\?code=(\S+)/.exec(server.printed())?.[1] ?? ''
  await post(administrator, `${server.url}/first-administrator?code=${code}`, { ...somebody(), code })

  const [valid = '', revoked = ''] = records
    .read(z.object({ code: z.string() }), 'SELECT code FROM certificates ORDER BY number')
    .map((row) => row.code)
  await post(administrator, `${server.url}/certificates/${revoked}/revocation`, {
    'revocation-reason': 'Công văn 12/SKHCN: thi hộ',
  })
  const [someoneElse = ''] = records
    .read(z.object({ id: z.string() }), "SELECT id FROM people WHERE role = 'learner' LIMIT 1")
    .map(({ id }) => id)
  const unit = records.aUnit('Sở Khoa học và Công nghệ', 'so_nganh')
  const membership = records.aMembership(someoneElse, unit)
  const holding = records.aHolding(someoneElse, unit)
  await post(administrator, `${server.url}/units/${unit}/reorganisations?kind=rename`, {
    step: 'write',
    name: 'Sở Khoa học, Công nghệ và Chuyển đổi số',
    number: '12/QĐ-UBND',
    decisionDay: '2026-01-05',
    effectiveDay: '2026-02-01',
  })
  const [decided] = records.read(z.object({ id: z.string() }), 'SELECT id FROM reorganisations')
  const reorganisation = decided?.id ?? ''
  const [known] = records.read(
    z.object({ name: z.string() }),
    'SELECT full_name AS name FROM people WHERE id = ?',
    someoneElse,
  )
  const [request, exception] = [records.anException(someoneElse, 'asked'), records.anException(someoneElse)]
  const lists = await listsIn(administrator, server, unit, known?.name ?? '')
  const requirements = {
    draft: records.aRequirement(unit, 'cb2', null),
    asked: records.aRequirement(unit, 'cd3', Date.now()),
  }
  return {
    requirements,
    readers: { visitor, full, guest, english, unscripted, fallen, empty, administrator },
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
    refusal: await refusalTokenOf(server, someoneElse),
  }
}
