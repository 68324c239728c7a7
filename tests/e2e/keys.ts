import type { ElementHandle, Locator, Page } from 'playwright-core'
import type { Fields } from '#tests/answers.ts'

const farthest = 600

/** Goes by Tab until the element has the focus, as somebody without a mouse would; says so where the focus is not to be seen. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  const wanted = await target.first().elementHandle()
  if (!wanted) throw new Error(`nothing there: ${target}`)
  for (let step = 0; step < farthest; step++) {
    await page.keyboard.press(key)
    const focus = await focusIn(wanted)
    if (focus.problem) throw new Error(`on the way to ${target}: ${focus.problem}`)
    if (focus.isThere) return
  }
  throw new Error(`Tab never reaches ${target}`)
}

/** Where the focus is, and whether it can be seen there. */
function focusIn(wanted: ElementHandle<Node>) {
  return wanted.evaluate((element) => {
    const active = document.activeElement
    if (!active || active === document.body) return { isThere: false, problem: '' }
    const { outlineStyle, outlineWidth } = getComputedStyle(active)
    const words = `${active.outerHTML.slice(0, 200)}`
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2)
      return { isThere: false, problem: `focus not seen on ${words}` }
    const box = active.getBoundingClientRect()
    if (box.bottom < 0 || box.top > innerHeight)
      return { isThere: false, problem: `focus outside the window: ${words}` }
    const bar = document.querySelector('.bar-end')
    const isUnderBar =
      bar && getComputedStyle(bar).position === 'sticky' && !bar.contains(active)
        ? box.top >= bar.getBoundingClientRect().top && box.top < bar.getBoundingClientRect().bottom
        : false
    return { isThere: active === element, problem: isUnderBar ? `focus under the bar: ${words}` : '' }
  })
}

/** Presses a button or a link by keyboard alone. */
export async function pressBy(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter') {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

/** Puts an answer into its form by keyboard: arrows, Space and typing; items in order by their buttons. */
export async function fillInByKeys(page: Page, form: Locator, fields: Fields) {
  const ordering = form.locator('[data-order-ready]')
  if ((await ordering.count()) > 0) return putInOrder(page, ordering, fields)
  for (const [name, value] of fields) {
    const box = form.locator(`[name="${name}"]`)
    const kind = await box.first().evaluate((found) => (found instanceof HTMLInputElement ? found.type : found.tagName))
    if (kind === 'radio') await chooseRadio(page, box, value)
    else if (kind === 'checkbox') await pressBy(page, form.locator(`[name="${name}"][value="${value}"]`), 'Space')
    else if (kind === 'SELECT') await chooseFrom(page, box, value)
    else {
      await tabTo(page, box)
      await page.keyboard.type(value)
    }
  }
}

/** Tab comes to the first radio of a group, arrows choose. */
async function chooseRadio(page: Page, group: Locator, value: string) {
  const values = await group.evaluateAll((radios) =>
    radios.map((radio) => (radio instanceof HTMLInputElement ? radio.value : '')),
  )
  await tabTo(page, group.first())
  await page.keyboard.press('Space')
  for (let step = 0; step < values.indexOf(value); step++) await page.keyboard.press('ArrowDown')
}

async function chooseFrom(page: Page, select: Locator, value: string) {
  await tabTo(page, select)
  for (let step = 0; step < 30 && (await select.inputValue()) !== value; step++) await page.keyboard.press('ArrowDown')
}

/** Moves items by their ▲ and ▼ until each stands in its place. Untouched is unanswered, so one is moved there and back. */
async function putInOrder(page: Page, list: Locator, fields: Fields) {
  const item = (name: string) => list.locator(`[data-order-item]:has([name="${name}"])`)
  const placeOf = (name: string) =>
    item(name).evaluate((element) => [...(element.parentElement?.children ?? [])].indexOf(element))
  const up = (name: string) => item(name).locator('.move-buttons button').first()
  const down = (name: string) => item(name).locator('.move-buttons button').last()
  const [first = ''] = fields.map(([name]) => name)
  await pressBy(page, (await placeOf(first)) === 0 ? down(first) : up(first))
  for (const [place, [name]] of fields.entries()) {
    if ((await placeOf(name)) === place) continue
    await tabTo(page, up(name), 'Shift+Tab')
    while ((await placeOf(name)) > place) await page.keyboard.press('Enter')
  }
}
