/** As much of an address as tells a manager which one it was: b…@example.vn, +84…678. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@')
  if (at > 0) return `${[...address][0]}…${address.slice(at)}`
  return `${address.slice(0, 3)}…${address.slice(-3)}`
}
