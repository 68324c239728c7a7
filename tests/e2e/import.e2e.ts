import type { Browser, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { aReader, desk, expectGoodPage, phone } from '#tests/e2e/browsing.ts'
import { learn } from '#tests/e2e/learning.ts'
import { officeList } from '#tests/e2e/lists.ts'
import { managersOf } from '#tests/e2e/managers.ts'
import { recordsIn } from '#tests/e2e/records.ts'
import { openStage } from '#tests/e2e/stage.ts'
import { aFile } from '#tests/workbook.ts'

const { server, browser } = await openStage()
const records = recordsIn(server.folder)
const managers = managersOf({ server, browser })
const minuteMs = 60_000

/** Somebody who was made the manager of a commune today, in which one person is known already. */
async function aManager(options: Parameters<Browser['newContext']>[0]) {
  const manager = await managers.aManager('Xã Tân Thuận Bình', 'xa', options)
  const { id, fullName } = await managers.somebodyIn(manager.unit)
  records.change('UPDATE people SET birth_year = NULL WHERE id = ?', id)
  return { ...manager, knownName: fullName }
}

async function sendFile(page: Page, unit: string, path: string) {
  await page.goto(`${server.url}/units/${unit}`)
  await page.getByRole('link', { name: 'Nhận danh sách' }).click()
  await page.getByLabel('Chọn tệp Excel').setInputFiles(path)
  await page.getByRole('button', { name: 'Gửi tệp và đọc thử' }).click()
}

for (const [size, viewport] of [
  ['a phone', phone],
  ['a desk', desk],
] as const)
  test(
    `a first-time manager at ${size} takes in a list with faults, prints codes, and somebody of it signs in and learns`,
    async () => {
      const { page, context, unit, knownName } = await aManager({ viewport })
      const newcomer = `Lâm Thị Mới ${size === 'a phone' ? 'Hai' : 'Ba'}`
      const rows = [
        [newcomer.toUpperCase(), '15/08/68', '912345678', null, 'Chuyên viên'],
        [knownName, '1968', null, null, 'Công chức'],
        ['NguyÔn ThÞ §Ñp', '1971', null, null, 'Công chức'],
        ['Võ Văn Ngày', '31/02/1980', null, null, null],
        ['Đỗ Văn Lạc', '1990', null, 'Phòng Không Có', null],
      ]
      await sendFile(page, unit, await officeList(rows))
      const understood = page.getByRole('heading', { name: 'Máy hiểu tệp này như sau' })
      await understood.waitFor()
      const first = page.getByRole('row').filter({ hasText: newcomer })
      expect(await first.textContent()).toContain('Năm sinh chỉ có 2 số')
      expect(await page.getByRole('main').textContent()).toContain('Nguyễn Thị Đẹp')
      await expectGoodPage(page)

      await page.getByRole('button', { name: 'Kiểm tra từng người' }).click()
      await page.getByRole('heading', { name: 'Kết quả kiểm tra' }).waitFor()
      const figures = page.locator('.figures a b')
      expect(await figures.allTextContents()).toEqual(['2', '0', '1', '2'])
      await page.getByRole('link', { name: /Không nhận/ }).click()
      expect(await page.getByRole('main').textContent()).toContain('Ngày sinh không có thật')
      expect(await page.getByRole('main').textContent()).toContain('Không thấy đơn vị này')
      await expectGoodPage(page)

      await page.getByRole('link', { name: 'Xem các dòng chưa quyết' }).click()
      await page.getByLabel(`Là ${knownName}`).check()
      await page.getByRole('button', { name: /^Ghi ?:/ }).click()
      await page.getByRole('button', { name: 'Nhập 3 người' }).click()
      await page.getByText('Đã nhập xong.').waitFor()
      expect(await page.getByRole('main').textContent()).toContain('2 tài khoản mới.')

      await page.getByRole('link', { name: 'Phát mã vào lần đầu' }).click()
      await page.getByRole('button', { name: 'Phát mã cho 2 người' }).click()
      const slip = page.locator('.slip').filter({ hasText: newcomer })
      await slip.waitFor()
      await expectGoodPage(page)
      const [code = '', username = ''] = await slip.locator('dd').allTextContents()
      const address = /\S+\/reset\/code/.exec((await slip.textContent()) ?? '')?.[0] ?? ''
      expect(`http://${address}`).toBe(`${server.url}/reset/code`)
      await context.close()

      await signInWith({ code, username, newcomer })
    },
    4 * minuteMs,
  )

/** What the slip says to do, then a lesson. */
async function signInWith({ code, username, newcomer }: Record<'code' | 'username' | 'newcomer', string>) {
  const { page, context } = await aReader(browser, { viewport: phone })
  const password = 'sông nước miền Tây'
  await page.goto(`${server.url}/reset/code`)
  await page.locator('#code').fill(code.toLowerCase())
  await page.locator('#password').fill(password)
  await page.locator('main button[type="submit"]').first().click()
  await page.waitForURL(/sign-in/)
  await page.locator('#account').fill(username)
  await page.locator('#password').fill(password)
  await page.locator('[data-signs-in] button.main').click()
  await page.waitForURL(/\/me$/)
  expect(await page.locator('body').textContent()).toContain(newcomer)
  await learn(page, server, 'cd3', 'gia-cong-an')
  await page.locator('[data-finish] button').click()
  await page.waitForURL(/gia-ngan-hang/)
  await page.goto(`${server.url}/me`)
  await page.getByText('Xong 1 trong 5 bài').waitFor()
  await context.close()
}

test(
  'without JavaScript a list goes from file to people: the page looks again by itself',
  async () => {
    const { page, context, unit } = await aManager({ viewport: phone, javaScriptEnabled: false })
    const list = await aFile('Họ và tên;Năm sinh\nMai Thị Không Mã;1970\n')
    await sendFile(page, unit, list)
    await page.getByRole('button', { name: 'Kiểm tra từng người' }).click()
    await page.getByRole('button', { name: 'Nhập 1 người' }).click()
    await page.getByText('Đã nhập xong.').waitFor()
    await page.getByText('Trả lại như trước khi nhập').click()
    await page.getByLabel('Lý do').fill('gửi thử')
    await page.getByRole('button', { name: 'Trả lại 1 người' }).click()
    await page.getByText('Đã xóa 1 tài khoản chưa dùng.').waitFor()
    await context.close()
  },
  2 * minuteMs,
)

test(
  'what is no list is told as what it is, and what is too large is refused while it comes',
  async () => {
    const { page, context, unit } = await aManager({ viewport: phone })
    await sendFile(page, unit, await aFile('%PDF-1.7 không phải bảng', 'danh-sach.xlsx'))
    await page.getByText('Máy không đọc được tệp này.').waitFor()
    expect(await page.getByRole('alert').textContent()).toMatch(/PDF.*Xin người gửi tệp Excel.*gọi người quản trị/)
    await expectGoodPage(page)

    await sendFile(page, unit, await aFile(Buffer.alloc(52 * 1024 * 1024, 'a'), 'lớn.csv'))
    await page.getByText('Tệp quá lớn, máy đã dừng nhận.').waitFor()
    await expectGoodPage(page)
    await context.close()
  },
  2 * minuteMs,
)

test('a list sent from another site, or by nobody, is stopped, and nothing of it is kept', async () => {
  const { context, unit } = await aManager({ viewport: phone })
  const stranger = await aReader(browser)
  const lists = () => records.read(z.object({ n: z.number() }), 'SELECT count(*) AS n FROM intake_batches')[0]?.n
  const before = lists()
  const send = async (from: typeof context, origin: string) => {
    const list = { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('Họ và tên\nMai Thị Lạ\n') }
    const options = { multipart: { list }, headers: { origin }, maxRedirects: 0 }
    const answer = await from.request.post(`${server.url}/units/${unit}/imports`, options)
    return [answer.status(), answer.headers().location ?? '']
  }
  expect(await send(context, 'https://evil.example')).toEqual([403, ''])
  expect(await send(stranger.context, server.url)).toEqual([302, '/sign-in?next=%2Fme'])
  expect(lists()).toBe(before)
  await context.close()
  await stranger.context.close()
})
