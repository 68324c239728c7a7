/**
 * What a loader or an action gives to the page that is rendered from it. Remix encodes that data for a browser that
 * hydrates; ours never does, so from outside the value looks empty: it costs nothing, and nothing of it can leak.
 */
export class Unsent {
  readonly #value: unknown

  constructor(value: unknown) {
    this.#value = value
  }

  /** The data of each route as it was before it was wrapped. */
  static opened(byRoute: Record<string, unknown>): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(byRoute).map(([id, value]) => [id, value instanceof Unsent ? value.#value : value]),
    )
  }
}
