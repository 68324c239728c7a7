/** A, B, C… for what stands at this place of a list, from 0. */
export function letter(place: number): string {
  return String.fromCharCode(65 + place)
}
