/** What a form answers, as fields; nothing chosen, nothing sent. */
export function answerFields(form: HTMLFormElement): Array<[string, string]> {
  return [...new FormData(form)].filter(
    (entry): entry is [string, string] =>
      entry[0].startsWith('answer.') && typeof entry[1] === 'string' && entry[1] !== '',
  )
}

/** Puts an answer that this device kept back into the form. */
export function restoreFields(form: HTMLFormElement, fields: ReadonlyArray<readonly [string, string]>) {
  for (const control of form.elements) {
    if (!isControl(control) || !control.name.startsWith('answer.')) continue
    const values = fields.filter(([name]) => name === control.name).map(([, value]) => value)
    if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox'))
      control.checked = values.includes(control.value)
    else control.value = values[0] ?? ''
  }
}

function isControl(element: Element): element is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  )
}
