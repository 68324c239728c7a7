/**
 * Reads the lesson aloud from the card in view on, where the device has a proven Vietnamese voice.
 * Sharp edge: Chrome on Android lists languages instead of voices and falls back to an English one without a word,
 * so a voice counts only if it is local, Vietnamese, and not on Android; otherwise the button stays hidden.
 */
export function enhanceListening(page: HTMLElement) {
  const button = page.querySelector<HTMLButtonElement>('[data-listen]')
  if (!button || !('speechSynthesis' in window) || /Android/i.test(navigator.userAgent)) return
  const offer = () => {
    const voice = speechSynthesis
      .getVoices()
      .find((candidate) => /^vi\b/i.test(candidate.lang) && candidate.localService)
    if (!voice) return
    button.hidden = false
    button.onclick = () => (speechSynthesis.speaking ? speechSynthesis.cancel() : speak(page, button, voice))
  }
  offer()
  speechSynthesis.addEventListener('voiceschanged', offer)
  addEventListener('pagehide', () => speechSynthesis.cancel())
}

function speak(page: HTMLElement, button: HTMLButtonElement, voice: SpeechSynthesisVoice) {
  const words = button.querySelector('span')
  const usual = words?.textContent ?? ''
  const cards = [...page.querySelectorAll<HTMLElement>('[data-card]')]
  const from = Math.max(
    0,
    cards.findIndex((card) => card.getBoundingClientRect().bottom > 80),
  )
  const parts = cards
    .slice(from)
    .flatMap((card) => [...card.querySelectorAll<HTMLElement>('h2, h3, p, li, td, legend, label')])
  if (words) words.textContent = button.dataset.stopWords ?? usual
  const next = () => {
    const part = parts.shift()
    if (!part) return stop()
    const said = new SpeechSynthesisUtterance(part.textContent ?? '')
    said.voice = voice
    said.lang = voice.lang
    said.onstart = () => part.classList.add('spoken')
    said.onend = () => {
      part.classList.remove('spoken')
      next()
    }
    said.onerror = () => {
      part.classList.remove('spoken')
      stop()
    }
    speechSynthesis.speak(said)
  }
  const stop = () => {
    if (words) words.textContent = usual
  }
  next()
}
