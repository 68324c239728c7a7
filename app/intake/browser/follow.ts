const everyMs = 1_500

/** A page that tells of work under way looks again by itself; when the work is done the whole page is asked for. */
export function followWork(page: Document) {
  const told = page.querySelector('[data-follow]')
  if (told) setTimeout(() => void look(told), everyMs)
}

/** Without a network, or while the server is busy, it is tried again. */
async function look(told: Element) {
  const [href = ''] = location.href.split('#')
  const answer = await fetch(href).catch(() => null)
  const isSame = answer?.ok && answer.url === href
  const page = isSame ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null
  const now = page?.querySelector('[data-follow] .note')
  if (answer && answer.status < 500 && !now) return location.reload()
  const shown = told.querySelector('.note')
  if (now && shown && shown.innerHTML !== now.innerHTML) shown.replaceChildren(...now.childNodes)
  setTimeout(() => void look(told), everyMs)
}
