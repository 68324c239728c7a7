import type { BrowserContext, Page } from 'playwright-core'

let count = 0

/** Somebody who has no account yet. */
export function somebody() {
  count++
  return {
    fullName: `Nguyễn Thị Bé ${count}`,
    contact: `0912${String(345_000 + count)}`,
    password: `bến đò chiều ${count}`,
    birthYear: '1968',
  }
}

/** Signs up through the page, as a citizen would; returns what was typed. */
export async function signUp(page: Page, url: string) {
  const account = somebody()
  await page.goto(`${url}/sign-up`)
  await page.getByLabel('Họ và tên', { exact: true }).fill(account.fullName)
  await page.getByLabel('Số điện thoại hoặc e-mail').fill(account.contact)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(account.password)
  await page.getByLabel('Năm sinh').fill(account.birthYear)
  await page.getByLabel(/Tôi đồng ý để Bến Số giữ/).check()
  await page.getByRole('button', { name: 'Tạo tài khoản' }).click()
  await page.waitForURL((address) => !address.pathname.endsWith('/sign-up'))
  await page.goto(`${url}/me`)
  return account
}

/** Signs a browser's reader up without opening a page, for tests that are about something else. */
export async function signedUp(context: BrowserContext, url: string) {
  const account = somebody()
  await post(context, `${url}/sign-up`, { ...account, account: 'yes', next: '' })
  return account
}

/** Sends a form as a page of ours would; where it leads to, or null. */
export async function post(
  context: BrowserContext,
  address: string,
  form: Record<string, string>,
): Promise<string | null> {
  const headers = { origin: new URL(address).origin }
  const response = await context.request.post(address, { form, headers, maxRedirects: 0 })
  if (response.status() >= 400) throw new Error(`${address}: ${response.status()} ${await response.text()}`)
  return response.headers().location ?? null
}
