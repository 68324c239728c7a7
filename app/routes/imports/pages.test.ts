import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { write } from '#app/db/db.server.ts'
import { batchesOf } from '#app/intake/batches-of.server.ts'
import { workDue } from '#app/intake/work-due.server.ts'
import { resetPassword } from '#app/people/reset-password.server.ts'
import { people } from '#app/people/schema.ts'
import { loader as codes, action as issue } from '#app/routes/imports/codes.tsx'
import { loader as example } from '#app/routes/imports/example.ts'
import { action as act, loader as list } from '#app/routes/imports/list.tsx'
import { loader as lists, action as refuse } from '#app/routes/imports/lists.tsx'
import { receiveList } from '#app/routes/imports/receive-list.server.ts'
import { loader as report } from '#app/routes/imports/report.ts'
import { action as issueOfUnit, loader as unitCodes } from '#app/routes/imports/unit-codes.tsx'
import { aPerson } from '#tests/factories.ts'
import { aCommune, as, ask, leadsTo, statusOf } from '#tests/list-desk.ts'
import { aCheckedList, aList, batchAt, listOf, rowsAt, takeIn } from '#tests/lists.ts'
import { aMembership } from '#tests/units.ts'

/** The door before Remix, as the server has it; what it leaves to the page is asked of the page. */
let address = ''
const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  void (async () => {
    if (await receiveList(request, response)) return
    const token = /ben-so=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
    const unit = request.url?.split('/')[2] ?? ''
    const answer = await refuse(ask(token, { params: { unit }, form: {}, asked: request })).catch((thrown) => thrown)
    response.writeHead(answer.init?.status ?? answer.status).end(JSON.stringify(answer.data ?? null))
  })()
})
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  address = typeof at === 'object' && at ? `http://127.0.0.1:${at.port}` : ''
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

type Sent = { token: string; unit: string; content?: string | Uint8Array<ArrayBuffer>; fields?: Record<string, string> }

async function send({ token, unit, content, fields = {} }: Sent) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  body.append('list', new File(content === undefined ? [] : [content], content === undefined ? '' : 'Danh sách xã.csv'))
  const headers = { cookie: `ben-so=${token}` }
  const path = `${address}/units/${unit}/imports`
  const answer = await fetch(path, { method: 'POST', body, headers, redirect: 'manual' })
  return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() }
}

const lines = [
  { name: 'Nguyễn Thị Bé Ba', year: 1968, phone: '0912345678' },
  { name: 'Lê Văn Tám', year: 1975 },
]

test('a list is received to disk, and leads to its page; sent twice it is one', async () => {
  const { token, unit, who } = await aCommune()
  const fields = { fromDay: '2026-01-05', category: 'nguoi_dan' }
  const sent = await send({ token, unit, content: listOf(lines), fields })
  expect(sent.status).toBe(303)
  const [batch] = (await batchesOf(who, unit)) ?? []
  expect(sent.to).toBe(`/imports/${batch?.id}`)
  expect(await batchAt(batch?.id ?? '')).toMatchObject({
    ...{ fileName: 'Danh sách xã.csv', fromDay: '2026-01-05', category: 'nguoi_dan', madeBy: who.id },
  })
  const again = await send({ token, unit, content: listOf(lines), fields })
  expect(again.to).toBe(`/imports/${batch?.id}?again`)
  expect(await batchesOf(who, unit)).toHaveLength(1)
  expect((await lists(ask(token, { params: { unit } }))).batches).toHaveLength(1)
})

test('what cannot be received is told on the page, and nothing stays', async () => {
  const { token, unit, who } = await aCommune()
  expect(await send({ token, unit })).toMatchObject({ status: 422, text: '{"problem":"missing"}' })
  const early = await send({ token, unit, content: 'x', fields: { fromDay: '1990-01-01' } })
  expect(early).toMatchObject({ status: 422, text: '{"problem":"unit-not-alive"}' })
  const huge = await send({ token, unit, content: new Uint8Array(51 * 1024 * 1024) })
  expect(huge).toMatchObject({ status: 413, text: '{"problem":"too-large"}' })
  expect(await batchesOf(who, unit)).toEqual([])
  const form = await refuse(ask(token, { params: { unit }, form: {} }))
  expect(form).toMatchObject({ data: { problem: 'missing' }, init: { status: 422 } })
})

test('a body without length is refused where it becomes too large, one that breaks off leaves nothing', async () => {
  const { token, unit, who } = await aCommune()
  const headers = { cookie: `ben-so=${token}`, 'content-type': 'multipart/form-data; boundary=x' }
  const head = '--x\r\ncontent-disposition: form-data; name="list"; filename="a.csv"\r\n\r\n'
  const post = (pieces: Iterable<string | Uint8Array>) => {
    const body = new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(typeof piece === 'string' ? Buffer.from(piece) : piece)
        controller.close()
      },
    })
    return fetch(`${address}/units/${unit}/imports`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
  }
  const megabytes = Array.from({ length: 60 }, () => Buffer.alloc(1024 * 1024, 'a'))
  expect((await post([head, ...megabytes])).status).toBe(413)
  expect((await post([head, 'Họ và tên'])).status).toBe(400)
  expect(await batchesOf(who, unit)).toEqual([])
})

test('nobody sends a list to a unit that is not theirs, and nothing of it is kept', async () => {
  const { unit, who } = await aCommune()
  const strangers = [await aCommune(), await as('learner'), await as('trainer')]
  for (const { token } of strangers)
    expect((await send({ token, unit, content: listOf(lines) })).status, token).toBe(404)
  expect((await send({ token: '', unit, content: listOf(lines) })).status).toBe(302)
  expect(await batchesOf(who, unit)).toEqual([])
})

test('a list goes its way by the forms of its page: columns, dry run, a decision, taking in, and back', async () => {
  const { token, unit, who } = await aCommune()
  const known = await aPerson({ fullName: 'Lê Văn Tám' })
  await aMembership({ personId: known.id, unitId: unit })
  const id = await aList(unit, [...lines, { name: 'Đỗ Văn Bé', year: 2025 }], { who })
  const post = (form: Record<string, string>) => act(ask(token, { params: { batch: id }, form }))
  const page = (path = '/x') => list(ask(token, { path, params: { batch: id } }))
  expect((await page()).page).toBeNull()
  await workDue()
  expect((await page()).page).toMatchObject({ kind: 'understood', rows: [{ row: 2 }, { row: 3 }, { row: 4 }] })

  const twice = { deed: 'columns', 'column-3': 'position', 'column-4': 'note', 'column-5': 'note' }
  expect(await post(twice)).toMatchObject({ data: { problem: 'twice' } })
  expect(leadsTo(await post({ deed: 'columns', 'column-4': 'note' }))).toBe(`/imports/${id}`)
  await workDue()
  expect((await batchAt(id)).choices).toEqual({ 4: 'note' })
  for (const _ of [1, 2]) expect(leadsTo(await post({ deed: 'check' }))).toBe(`/imports/${id}`)
  await workDue()
  expect((await page()).page).toMatchObject({ kind: 'checked', decided: { undecided: 1 } })
  expect((await page('/x?verdict=refused')).page).toMatchObject({ rows: [{ row: 4, reasons: ['birth-impossible'] }] })
  expect((await page('/x?after=3')).page).toMatchObject({ rows: [{ row: 4 }], next: null })

  expect(await post({ deed: 'commit' })).toMatchObject({ data: { problem: 'undecided' } })
  expect(await post({ deed: 'decide', row: '3', decision: 'nonsense' })).toMatchObject({ init: { status: 422 } })
  const decide = { deed: 'decide', row: '3', decision: `same:${known.id}`, asked: 'verdict=conflict&undecided' }
  expect(leadsTo(await post(decide))).toBe(`/imports/${id}?verdict=conflict&undecided#row-3`)
  const evil = { ...decide, asked: '//evil.vn?x#' }
  expect(leadsTo(await post(evil))).toBe(`/imports/${id}#row-3`)
  for (const _ of [1, 2]) expect(leadsTo(await post({ deed: 'commit' }))).toBe(`/imports/${id}`)
  await workDue()
  expect((await page()).page).toMatchObject({ kind: 'committed', places: [{ unitId: unit, people: 1 }] })
  expect((await rowsAt(id)).map(({ outcome }) => outcome)).toEqual(['joined', 'nothing', null])

  expect(await post({ deed: 'undo', reason: ' ' })).toMatchObject({ data: { problem: 'reason-needed' } })
  expect(await post({ deed: 'cancel' })).toMatchObject({ data: { problem: 'too-late' } })
  for (const _ of [1, 2]) expect(leadsTo(await post({ deed: 'undo', reason: 'Nhầm tệp' }))).toBe(`/imports/${id}`)
  await workDue()
  expect(await batchAt(id)).toMatchObject({ state: 'undone', counts: { removed: 1 } })
})

test('many rows are decided at once and taken back, and a refused row is mended, by the forms of the page', async () => {
  const { token, unit, who } = await aCommune()
  const known = await aPerson({ fullName: 'Lê Văn Tám' })
  await write((tx) => tx.update(people).set({ birthYear: null }).where(eq(people.id, known.id)))
  await aMembership({ personId: known.id, unitId: unit })
  const id = await aCheckedList(unit, [...lines, { name: 'Đỗ Văn Bé', year: 2025 }], { who })
  const post = (form: Record<string, string>) => act(ask(token, { params: { batch: id }, form }))
  const page = async (asked: string) => (await list(ask(token, { path: `/x?${asked}`, params: { batch: id } }))).page
  const conflicts = 'verdict=conflict'
  expect(await page(conflicts)).toMatchObject({ kinds: [{ kind: 'maybe-same', undecided: 1, fitOne: 1 }] })
  expect(await page(`${conflicts}&kind=elsewhere`)).toMatchObject({ rows: [] })
  expect(await page(`${conflicts}&kind=maybe-same`)).toMatchObject({ rows: [{ row: 3 }] })

  const many = { deed: 'decide-many', kind: 'maybe-same', decision: 'same', rows: '1' }
  expect(await post({ ...many, rows: '2' })).toMatchObject({ data: { problem: 'other-count' } })
  expect(await post({ ...many, decision: 'new' })).toMatchObject({ data: { problem: 'nobody-such' } })
  expect(leadsTo(await post(many))).toBe(`/imports/${id}?verdict=conflict&many=1#rows`)
  expect(await page(`${conflicts}&many=1`)).toMatchObject({ asked: { many: 1 }, kinds: [{ same: 1, fitOne: 0 }] })
  expect(leadsTo(await post({ ...many, decision: 'back-same' }))).toContain('many=1')
  expect(leadsTo(await post({ ...many, decision: 'leave' }))).toContain('many=1')

  expect(await page('doubtful')).toMatchObject({ rows: [] })
  expect(await page('verdict=refused&mend=4')).toMatchObject({ asked: { mend: 4 }, rows: [{ row: 4 }] })
  const mend = { deed: 'mend', row: '4', fullName: 'Đỗ Văn Bé', birth: '1925', phone: '12', asked: 'verdict=refused' }
  expect(leadsTo(await post(mend))).toBe(`/imports/${id}?verdict=refused&mended=4#rows`)
  expect(await page('verdict=refused&mended=4')).toMatchObject({ rows: [], mended: { row: 4, verdict: 'new' } })
  expect(await page('doubtful')).toMatchObject({ rows: [{ row: 4 }] })
  const csv = await report(ask(token, { path: '/imports/x/report.csv', params: { batch: id } }))
  expect(await csv.text()).toContain('Ngày sinh hoặc năm sinh (trong tệp: 2025); Điện thoại')
})

test('the results and the example are files for Excel', async () => {
  const { token, unit, who } = await aCommune()
  const id = await aCheckedList(unit, lines, { who })
  const file = async (path: string) => {
    const answer = await report(ask(token, { path, params: { batch: id } }))
    return { type: answer.headers.get('content-disposition'), bytes: Buffer.from(await answer.arrayBuffer()) }
  }
  const csv = await file('/imports/x/report.csv')
  expect(csv.type).toBe('attachment; filename="ket-qua-kiem-tra.csv"')
  expect(csv.bytes.toString()).toContain('"Nguyễn Thị Bé Ba"')
  expect((await file('/imports/x/report.xlsx')).bytes.subarray(0, 2).toString()).toBe('PK')
  const shown = await example(ask(token, { path: '/imports/example.csv' }))
  const sample = await shown.text()
  const tried = await send({ token, unit, content: sample })
  await workDue()
  expect(await batchAt(tried.to?.split('/').at(-1) ?? '')).toMatchObject({ state: 'understood', counts: { people: 2 } })
})

test('codes are given once for those without a password, and opening one closes the door to the next sheet', async () => {
  const { token, unit, who } = await aCommune()
  const id = await aCheckedList(unit, lines, { who })
  const params = { batch: id, unit }
  expect(await codes(ask(token, { params }))).toMatchObject({ waiting: 'not-committed' })
  expect(await issue(ask(token, { params, form: {} }))).toMatchObject({ data: { problem: 'not-committed' } })
  await takeIn(id, who)
  expect(await codes(ask(token, { params }))).toMatchObject({ waiting: { people: 2, withCode: 0 }, validDays: 14 })

  const slips = async (give: typeof issue) => {
    const outcome = await give(ask(token, { path: '/en/x', params, form: {} }))
    if (!('sheets' in outcome)) throw new Error('no codes')
    return outcome
  }
  const first = await slips(issue)
  expect(first.address).toBe('benso.example/en/reset/code')
  expect(first.sheets.map(({ people }) => people.map(({ fullName }) => fullName))).toEqual([
    ['Nguyễn Thị Bé Ba', 'Lê Văn Tám'],
  ])
  const second = await slips(issueOfUnit)
  const codeIn = ({ sheets }: typeof first) => sheets[0]?.people[0]?.code ?? ''
  expect(await resetPassword(codeIn(first), 'bến đò chiều nay')).toHaveProperty('problems')
  expect(await resetPassword(codeIn(second), 'bến đò chiều nay')).toHaveProperty('username')
  expect(await unitCodes(ask(token, { params }))).toMatchObject({ waiting: { people: 1, withCode: 1 } })
})

test('codes of a unit are given to chosen people alone, of those who are in it', async () => {
  const { token, unit, who } = await aCommune()
  await takeIn(await aCheckedList(unit, lines, { who }), who)
  const given = await issueOfUnit(ask(token, { path: '/x', params: { unit }, form: { fresh: 'yes' } }))
  if (!('sheets' in given)) throw new Error('no codes')
  const [first] = given.sheets.flatMap(({ people }) => people)
  const path = `/x?person=${first?.personId}&person=${who.id}`
  expect(await unitCodes(ask(token, { path, params: { unit } }))).toMatchObject({ waiting: { people: 1, withCode: 1 } })
  const again = await issueOfUnit(ask(token, { path, params: { unit }, form: {} }))
  expect('sheets' in again && again.sheets.map(({ people }) => people.map(({ fullName }) => fullName))).toEqual([
    [first?.fullName],
  ])
})

test('a list that is not there, or of a unit that is somebody else’s, is a 404 on every page and for every form', async () => {
  const { unit, who } = await aCommune()
  const id = await aCheckedList(unit, lines, { who })
  const neighbour = await aCommune()
  for (const [token, batch] of [
    [neighbour.token, id],
    [(await as('learner')).token, id],
    [(await as('administrator')).token, crypto.randomUUID()],
    [neighbour.token, 'x'],
  ] as const) {
    const of = { params: { batch, unit: batch === id ? unit : batch } }
    for (const load of [list, report, codes, lists, unitCodes]) expect(await statusOf(load(ask(token, of)))).toBe(404)
    for (const give of [issue, issueOfUnit, refuse])
      expect(await statusOf(give(ask(token, { ...of, form: {} })))).toBe(404)
    for (const deed of ['columns', 'check', 'decide', 'decide-many', 'mend', 'commit', 'undo', 'cancel'])
      expect(
        await statusOf(
          act(
            ask(token, {
              ...of,
              form: { deed, row: '2', kind: 'maybe-same', rows: '0', decision: 'leave', reason: 'x' },
            }),
          ),
        ),
      ).toBe(404)
  }
  expect(await statusOf(example(ask((await as('learner')).token, {})))).toBe(404)
  expect((await batchAt(id)).state).toBe('checked')
})
