/** Who the server says is here, with where they stand in the page's course. */
export type Here = {
  id: string
  name: string
  isShared: boolean
  standing: {
    edition: string
    isCompleted: boolean
    isRenewal: boolean
    lessons: Record<string, 'opened' | 'read' | 'done'>
    seconds: Record<string, [studied: number, least: number]>
    answered: string[]
  } | null
  /** Where the page has room for it. */
  news?: {
    unread: number
    due: { title: string; day: string; daysLeft: number; late: number } | null
  }
}

const hint = /(?:^|;\s*)ben-so-in=1/

/**
 * Asks who is here, once a page; nobody is asked about when no sign-in is remembered. Without a network the last person
 * seen on this device stays the owner of what is done now.
 */
export async function personHere(course: string | undefined, hasNews: boolean): Promise<Here | null> {
  if (!hint.test(document.cookie)) return null
  try {
    const response = await fetch(hasNews ? '/me/summary?news' : course ? `/me/summary?course=${course}` : '/me/summary')
    const here: Here | null = response.ok ? await response.json() : null
    if (here) remember(here.id)
    return here
  } catch {
    const id = remembered()
    return id ? { id, name: '', isShared: false, standing: null } : null
  }
}

/**
 * Going back brings a page out of the browser's memory as it was left, name and ticks and all, and on a shared phone the
 * person may be another by now: where anybody was or is signed in, such a page asks anew.
 */
export function askAnewOnReturn() {
  const wasSignedIn = hint.test(document.cookie)
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && (wasSignedIn || hint.test(document.cookie))) location.reload()
  })
}

/** Puts the name and the way out where public pages have “Sign in”. */
export function showWho(here: Here) {
  const who = document.querySelector<HTMLElement>('[data-who]')
  const template = who?.querySelector<HTMLTemplateElement>('template[data-signed-in]')
  if (!who || !template || !here.name) return
  const signed = template.content.cloneNode(true)
  who.querySelector('[data-sign-in]')?.replaceWith(signed)
  const name = who.querySelector('[data-name]')
  if (name) name.textContent = here.name
  const words = who.querySelector<HTMLElement>('[data-sign-out-words]')
  if (words && here.isShared) words.textContent = words.dataset.shared ?? words.textContent
}

/** Leaving sends what is unsent first; with something unsent and no network the way out waits, and says so. */
export function enhanceSignOut(leave: () => Promise<number>) {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !('signOut' in form.dataset)) return
    event.preventDefault()
    void leave().then((unsent) => {
      const waiting = form.querySelector<HTMLElement>('[data-unsent]')
      if (unsent > 0 && !navigator.onLine && waiting) {
        waiting.hidden = false
        return
      }
      forget()
      form.submit()
    })
  })
}

const place = 'ben-so-person'

function remember(id: string) {
  try {
    localStorage.setItem(place, id)
  } catch {
    // forbidden storage: the next page asks again
  }
}

function remembered(): string | null {
  try {
    return localStorage.getItem(place)
  } catch {
    return null
  }
}

function forget() {
  try {
    localStorage.removeItem(place)
  } catch {
    // nothing was remembered
  }
}
