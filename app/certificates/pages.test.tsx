import { expect, test } from 'vitest'
import { AdministratorsDesk } from '#app/certificates/administrators-desk.tsx'
import { CertificateFactsList } from '#app/certificates/certificate-facts.tsx'
import { CertificatePicture } from '#app/certificates/certificate-picture.tsx'
import { CheckForm } from '#app/certificates/check-form.tsx'
import { measure } from '#app/certificates/fonts.server.ts'
import { HeldCertificates } from '#app/certificates/held-certificates.tsx'
import { ReissueForm, RevocationForm } from '#app/certificates/mend-forms.tsx'
import { shapesOf } from '#app/certificates/paper.ts'
import { PapersAbout } from '#app/certificates/papers-about.tsx'
import { RefusedMending } from '#app/certificates/refused-mending.tsx'
import { UnknownCode } from '#app/certificates/unknown-code.tsx'
import { VerdictNote } from '#app/certificates/verdict-note.tsx'
import { drawn } from '#tests/drawn.tsx'
import { aPaper, sampleFacts } from '#tests/paper.ts'

const code = 'BS-7K4M-Q9TX'
const site = 'Bến Số'
const phone = '0273 000 1022'

test('the facts to compare are those of the paper, its own words in Vietnamese on every page', () => {
  const page = drawn(<CertificateFactsList code={code} facts={sampleFacts} />, 'en')
  const values = page.named('dd').map(({ attributes, children }) => [children.join(''), attributes.lang])

  expect(values).toContainEqual([sampleFacts.fullName, 'vi'])
  expect(values).toContainEqual([sampleFacts.courseTitle, 'vi'])
  expect(values).toContainEqual([code, undefined])
  expect(values).toContainEqual(['0001/2026/GCN-BS', undefined])
  expect(values).toContainEqual(['18 November 2026', undefined])
  expect(page.named('dt')).toHaveLength(values.length)
})

test('hours, their category and a decision are told only when the paper has them', () => {
  const without = drawn(<CertificateFactsList code={code} facts={{ ...sampleFacts, hours: 0 }} />).text
  expect(without).not.toContain('tiết')
  expect(without).not.toContain(sampleFacts.categoryName)
  expect(without).not.toContain('Quyết định')
  const approval = 'Quyết định số 12/QĐ ngày 01/09/2026'
  expect(drawn(<CertificateFactsList code={code} facts={{ ...sampleFacts, hours: 7.5, approval }} />).text).toMatch(
    /7,5 tiết.*Quyết định số 12\/QĐ/,
  )
})

test.each([
  ['valid', 'Còn hiệu lực'],
  ['replaced', 'Không dùng nữa'],
  ['revoked', 'Không còn hiệu lực'],
] as const)('the verdict on a %s paper is said in words, to who listens too', (state, words) => {
  const page = drawn(<VerdictNote site={site} state={state} revokedOn="2026-11-20" checkedAt="9:12 ngày 22/11/2026" />)
  expect(page.text.startsWith(words)).toBe(true)
  expect(page.text).toContain('Kiểm tra lúc 9:12 ngày 22/11/2026')
  expect(page.all.filter(({ attributes }) => attributes.role === 'status')).toHaveLength(1)
  expect(page.text.includes('20/11/2026')).toBe(state === 'revoked')
})

test('a paper that was replaced leads to the newer one, in the language of the page', () => {
  const note = (locale: 'vi' | 'en') =>
    drawn(<VerdictNote site={site} state="replaced" replacedBy="BS-AAAA-BBBB" checkedAt="" />, locale).links
  expect(note('vi')).toEqual([['Xem giấy mới', '/certificates/BS-AAAA-BBBB']])
  expect(note('en')).toEqual([[expect.stringMatching(/\w/), '/en/certificates/BS-AAAA-BBBB']])
  expect(drawn(<VerdictNote site={site} state="valid" checkedAt="" />).links).toEqual([])
})

test('the picture of a paper is one image with a name, and says what the PDF says', () => {
  const paper = aPaper()
  const page = drawn(<CertificatePicture shapes={shapesOf(paper, measure)} label={`Giấy chứng nhận, mã ${code}`} />)
  const [picture] = page.named('svg')
  expect(picture?.attributes).toMatchObject({ role: 'img', 'aria-label': `Giấy chứng nhận, mã ${code}`, lang: 'vi' })
  expect(page.text).toContain(paper.facts.fullName)
  expect(page.text).toContain(code)
  expect(page.troubles).toEqual([])
})

test('one’s papers can be opened and downloaded; one that was taken back is told and cannot be downloaded', () => {
  const paper = { code, state: 'valid', title: 'An toàn thông tin', day: '2026-11-18', serial: '0001/2026/GCN-BS' }
  const page = drawn(<HeldCertificates papers={[paper, { ...paper, code: 'BS-AAAA-BBBB', state: 'revoked' }]} />)
  expect(page.links.map(([, href]) => href)).toEqual([
    `/certificates/${code}`,
    `/certificates/${code}.pdf`,
    '/certificates/BS-AAAA-BBBB',
  ])
  expect(page.text).toContain('Đã thu hồi')
  expect(page.text).toContain('18/11/2026')
  expect(page.troubles).toEqual([])
  expect(drawn(<HeldCertificates papers={[]} />).links).toEqual([])
})

test('a code is asked for in one labelled box that says what is wrong with it', () => {
  const page = drawn(<CheckForm typed="BS-1" problem="Mã chưa đủ." />)
  const [form] = page.named('form')
  const [box] = page.named('input')
  expect(form?.attributes).toMatchObject({ action: '/certificates', method: 'get' })
  expect(page.boxes).toEqual([['Mã trên giấy', 'BS-1']])
  expect(box?.attributes).toMatchObject({ 'aria-invalid': 'true', name: 'code' })
  expect(page.text).toContain('Mã chưa đủ.')
  expect(drawn(<CheckForm />, 'en').named('form')[0]?.attributes.action).toBe('/en/certificates')
})

test('nothing under a code: what happened, what to do, whom to ask, and the box again', () => {
  const page = drawn(<UnknownCode site={site} phone={phone} typed="BS-7K4M-Q9TA" />)
  expect(page.headings).toEqual(['h1 Không có giấy nào mang mã này'])
  expect(page.text).toContain(phone)
  expect(page.boxes).toEqual([['Mã trên giấy', 'BS-7K4M-Q9TA']])
  expect(page.troubles).toEqual([])
})

test('administrators see what was done, and both forms while the paper counts; afterwards none', () => {
  const at = new Date('2026-11-22T05:00:00Z')
  const deeds = [
    { at, verb: 'certificates.reissue', reason: 'Sai dấu' },
    { at: new Date(at.getTime() + 1), verb: 'certificates.revoke', reason: 'Thi hộ' },
  ]
  const desk = (state: 'valid' | 'replaced' | 'revoked', done = deeds) =>
    drawn(<AdministratorsDesk code={code} facts={sampleFacts} state={state} deeds={done} />)

  expect(desk('valid').text).toContain('Cấp lại, 12:00 ngày 22/11/2026: Sai dấu')
  expect(desk('valid').text).toContain('Thu hồi, 12:00 ngày 22/11/2026: Thi hộ')
  expect(
    desk('valid')
      .named('form')
      .map(({ attributes }) => [attributes.method, attributes.action]),
  ).toEqual([
    ['post', `/certificates/${code}/reissue`],
    ['post', `/certificates/${code}/revocation`],
  ])
  expect(desk('valid').troubles).toEqual([])
  for (const state of ['replaced', 'revoked'] as const) expect(desk(state).named('form')).toEqual([])
  expect(desk('valid', []).text).not.toContain('Đã làm với giấy này')
})

test('a form that was refused keeps what was typed and says at its own box what is wrong', () => {
  const reissue = drawn(<ReissueForm code={code} fullName="" reason="Sai dấu" problem="name" />)
  expect(reissue.boxes).toEqual([
    ['Họ và tên đúng', ''],
    ['Lý do', 'Sai dấu'],
  ])
  const invalid = (page: ReturnType<typeof drawn>) =>
    page.named('input').flatMap(({ attributes }) => (attributes['aria-invalid'] ? [attributes.name] : []))
  expect(invalid(reissue)).toEqual(['fullName'])
  expect(invalid(drawn(<ReissueForm code={code} fullName="A" problem="reason" />))).toEqual(['reissue-reason'])
  expect(invalid(drawn(<RevocationForm code={code} problem="reason" />))).toEqual(['revocation-reason'])
})

test('why a paper was neither re-issued nor revoked is said at once, with the way back', () => {
  for (const refused of ['name', 'reason', 'replaced', 'revoked'] as const) {
    const page = drawn(<RefusedMending code={code} refused={refused} />, 'en')
    expect(page.all.filter(({ attributes }) => attributes.role === 'alert')).toHaveLength(1)
    expect(page.links).toEqual([[expect.stringMatching(/\w/), `/en/certificates/${code}`]])
    expect(page.troubles).toEqual([])
  }
  expect(drawn(<RefusedMending code={code} refused={null} />).html).not.toContain('alert')
})

test('papers of a person show the name they were issued in, and which one is not the present name', () => {
  const paper = {
    code,
    state: 'valid',
    title: 'An toàn',
    fullName: 'Nguyen Thi Be Ba',
    serial: '0001',
    issuedOn: '2026-11-18',
  }
  const page = drawn(
    <PapersAbout
      fullName="Nguyễn Thị Bé Ba"
      papers={[paper, { ...paper, code: 'BS-AAAA-BBBB', fullName: 'Nguyễn Thị Bé Ba' }]}
    />,
  )
  expect(page.text.match(/khác tên hiện nay/g)).toHaveLength(1)
  expect(page.links).toEqual([
    [code, `/certificates/${code}`],
    ['BS-AAAA-BBBB', '/certificates/BS-AAAA-BBBB'],
  ])
  expect(page.troubles).toEqual([])
  expect(drawn(<PapersAbout fullName="A" papers={[]} />).named('table')).toEqual([])
})
