/** What one statement takes: SQLite allows 32,766 values in one, and a group of writes should not hold the door for long. */
const chunkSize = 500

export function inChunks<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / chunkSize) }, (_, place) =>
    list.slice(place * chunkSize, (place + 1) * chunkSize),
  )
}
