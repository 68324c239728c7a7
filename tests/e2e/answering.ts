import type { Locator } from 'playwright-core'
import type { Fields } from '#tests/answers.ts'

/** Puts an answer into its form as a learner would, box by box. */
export async function fillIn(form: Locator, fields: Fields) {
  for (const [name, value] of fields) {
    const boxes = form.locator(`[name="${name}"]`)
    const kind = await boxes.first().evaluate((box) => (box instanceof HTMLInputElement ? box.type : box.tagName))
    if (kind === 'radio' || kind === 'checkbox') await form.locator(`[name="${name}"][value="${value}"]`).check()
    else if (kind === 'SELECT') await boxes.selectOption(value, { force: true })
    else await boxes.fill(value)
  }
}

/** The id of the question that stands in a form. */
export function questionIn(form: Locator): Promise<string> {
  return form.locator('input[name="question"]').inputValue()
}
