/** Questions marked to look at again, carried in the address (`3.7`) so that it works without script or storage. */
export function flagsFrom(text: string | null, count: number): number[] {
  const places = (text ?? '').split('.').map(Number)
  return [...new Set(places.filter((place) => Number.isInteger(place) && place >= 1 && place <= count))].sort(
    (a, b) => a - b,
  )
}

export function withFlag(flags: readonly number[], place: number, isFlagged: boolean): number[] {
  const others = flags.filter((flag) => flag !== place)
  return (isFlagged ? [...others, place] : others).sort((a, b) => a - b)
}

/** The address of one question of an attempt, without the language. */
export function questionPath(attempt: string, place: number, flags: readonly number[]): string {
  return `/attempts/${attempt}?q=${place}${flags.length > 0 ? `&flags=${flags.join('.')}` : ''}`
}

export function submissionPath(attempt: string, flags: readonly number[]): string {
  return `/attempts/${attempt}/submission${flags.length > 0 ? `?flags=${flags.join('.')}` : ''}`
}
