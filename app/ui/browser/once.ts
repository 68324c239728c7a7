/** A reply that is a file leaves the page where it is: the form may be sent again after this while. */
const patienceMs = 5000

/**
 * A form that is under way is not sent again by a second press; coming back to the page frees it. And the way back leads
 * to the page anew: a page that answered a form is not kept, and the browser would show an error in its place.
 */
export function sendOnce(root: Document) {
  const sent = new Set<HTMLFormElement>()
  root.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return
    if (sent.has(form)) return event.preventDefault()
    sent.add(form)
    setTimeout(() => sent.delete(form), patienceMs)
    history.replaceState(history.state, '')
  })
  addEventListener('pageshow', () => sent.clear())
}
