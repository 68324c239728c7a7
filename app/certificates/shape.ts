/** A4 landscape in units of a quarter millimetre: 297 × 210 mm. Every place and size of the paper is in these. */
export const sheet = { width: 1188, height: 840 }

export const colours = {
  white: '#ffffff',
  ink: '#10292d',
  soft: '#384f53',
  river: '#0a5660',
  shallow: '#4ba6aa',
  foam: '#8ccbc9',
  rice: '#f2b72e',
  sun: '#f6c64b',
  glow: '#fbe3a0',
  stone: '#cdb78f',
  tread: '#efe3cb',
} as const

export type Colour = keyof typeof colours

export type TextShape = {
  kind: 'text'
  x: number
  /** Baseline. */
  y: number
  size: number
  words: string
  isBold: boolean
  colour: Colour
  align: 'start' | 'middle' | 'end'
}

/** Filled, or drawn with a line of `stroke` units. */
export type PathShape = { kind: 'path'; d: string; colour: Colour; stroke?: number }

/** What both the PDF and the picture on the page are drawn from, so that they cannot differ. */
export type Shape = TextShape | PathShape

/** Width of words at size 1. */
export type Measure = (words: string, isBold: boolean) => number
