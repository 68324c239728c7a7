export type Screen = { height: number; scrolled: number; whole: number }

/** Where one reads while there is much below: a little under the middle of the screen. */
const readingLine = 0.55
const endPx = 2

/**
 * Which card one is at, from 0: the last whose top lies above the reading line. In the last screenful, where short cards
 * would never climb that far, the line sinks with the scrolling until it lies at the bottom of the screen when the page is
 * at its end: so each card is passed in turn, none is jumped over, and the last is reached when the end is in view.
 * Scrolling on never counts back; a page that fits the screen whole is at its end. `tops`: each card's distance from the top of the screen, px.
 */
export function cardAt(tops: readonly number[], { height, scrolled, whole }: Screen): number {
  const left = Math.max(0, whole - height - scrolled)
  if (left <= endPx) return tops.length - 1
  const sinking = Math.max(0, 1 - left / (height * (1 - readingLine)))
  const line = height * (readingLine + (1 - readingLine) * sinking)
  return tops.reduce((found, top, place) => (top < line ? place : found), 0)
}
