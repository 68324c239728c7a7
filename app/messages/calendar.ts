import { addDays } from '#app/i18n/calendar.ts'
import type { Day } from '#app/i18n/day.ts'

export type CalendarItem = {
  /** The same each time the same thing is told, or calendars keep both. */
  uid: string
  day: Day
  title: string
  note: string
}

export type CalendarFacts = { name: string; language: 'vi' | 'en'; madeAt: Date }

/** An iCalendar file (RFC 5545) of whole days, as phones and mail programs subscribe to it. */
export function calendarOf(items: readonly CalendarItem[], { name, language, madeAt }: CalendarFacts): string {
  const stamp = `${madeAt.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Ben So//Ben So//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...items.flatMap((item) => eventOf(item, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventOf({ uid, day, title, note }: CalendarItem, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${addDays(day, 1).replaceAll('-', '')}`,
    `SUMMARY:${escaped(title)}`,
    ...(note ? [`DESCRIPTION:${escaped(note)}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** Text as a value: half letters and controls, which no text of the format may hold, are left out. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n')
}

const octetsALine = 75

/** At most 75 octets a line, the space that begins a further one included; a letter with its marks stays whole. */
function folded(line: string): string {
  let out = ''
  let octets = 0
  for (const letter of [...letters.segment(line)].flatMap(({ segment }) => pieces(segment))) {
    const more = encoder.encode(letter).length
    if (octets + more > octetsALine) {
      out += '\r\n '
      octets = 1
    }
    out += letter
    octets += more
  }
  return out
}

/** A letter with so many marks that it fills a line is cut between them. */
function pieces(letter: string): string[] {
  return encoder.encode(letter).length < octetsALine ? [letter] : [...letter]
}

const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' })
const encoder = new TextEncoder()
