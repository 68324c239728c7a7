/** Puts a button under each password box that shows what was typed, and hides it again; hidden whenever it is sent. */
export function enhanceReveal(page: Document) {
  for (const box of page.querySelectorAll<HTMLInputElement>('input[data-reveal]')) {
    const button = page.createElement('button')
    button.type = 'button'
    button.className = 'btn quiet'
    button.setAttribute('aria-controls', box.id)
    const show = (isShown: boolean) => {
      box.type = isShown ? 'text' : 'password'
      button.textContent = (isShown ? box.dataset.conceal : box.dataset.reveal) ?? ''
      button.setAttribute('aria-pressed', String(isShown))
    }
    show(false)
    button.addEventListener('click', () => show(box.type === 'password'))
    box.form?.addEventListener('submit', () => show(false)) // browsers keep what stands in a text box, never in a password box
    box.after(button)
  }
}
