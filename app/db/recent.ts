/** Keeps the values last asked for, at most `limit` of them. For what never changes once written. */
export class Recent<Key, Value> {
  readonly #values = new Map<Key, Value>()

  constructor(readonly limit: number) {}

  get(key: Key): Value | undefined {
    const value = this.#values.get(key)
    if (value === undefined) return undefined
    this.#values.delete(key)
    this.#values.set(key, value)
    return value
  }

  keep(key: Key, value: Value): Value {
    this.#values.delete(key)
    this.#values.set(key, value)
    if (this.#values.size > this.limit) {
      const [oldest] = this.#values.keys()
      if (oldest !== undefined) this.#values.delete(oldest)
    }
    return value
  }

  forget(key: Key) {
    this.#values.delete(key)
  }
}
