const year = 365 * 24 * 3600

/** The reader's choice holds at once and is remembered; leaving scripts out needs the page anew. */
export function enhancePreferences(root: ParentNode) {
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-preferences]')) {
    form.addEventListener('change', () => apply(form))
    for (const button of form.querySelectorAll<HTMLElement>('[data-without-script]')) button.hidden = true
  }
}

function apply(form: HTMLFormElement) {
  const chosen = new FormData(form)
  const text = String(chosen.get('text') ?? '18')
  const theme = String(chosen.get('theme') ?? 'auto')
  const isLight = chosen.get('light') === 'yes'
  const { documentElement: html } = document
  html.dataset.text = text
  if (theme === 'auto') delete html.dataset.theme
  else html.dataset.theme = theme
  remember('text', text)
  remember('theme', theme)
  remember('scripts', isLight ? 'off' : 'on')
  if (isLight) location.reload()
}

function remember(name: string, value: string) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on half of our readers' phones
  document.cookie = `${name}=${value}; Path=/; Max-Age=${year}; SameSite=Lax${location.protocol === 'https:' ? '; Secure' : ''}`
}
