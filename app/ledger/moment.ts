/** When it happened, as far as the server can believe it: never later than it was received, never before computers. */
export function momentOf(event: { at: string }, receivedAt: Date): Date {
  return new Date(Math.max(0, Math.min(Date.parse(event.at), receivedAt.getTime())))
}
