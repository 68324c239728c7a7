import type { Day } from '#app/i18n/day.ts'
import { type Facts, never, type State } from '#app/units/unit.ts'

/** What was decreed of a unit on a day; null when it did not stand then. */
export function factsOn(states: readonly State[], day: Day): State | null {
  return states.find((state) => state.fromDay <= day && day < state.toDay) ?? null
}

/** It stands on that day, and no end of it is known. */
export function lastsFrom(states: readonly State[], day: Day): boolean {
  return factsOn(states, day) !== null && states.at(-1)?.toDay === never
}

/**
 * Something of it changes after that day, or it only begins on it: to end it would undo a decision. What changes on the
 * very day does not count: on 1 July 2025 a district came under the new province, and ended.
 */
export function changesAfter(states: readonly State[], day: Day): boolean {
  return states.some(({ fromDay }, place) => fromDay > day || (place === 0 && fromDay === day))
}

/**
 * The states of a unit with other facts from a day on. What a later decision changed stays as that decision says;
 * what it left alone follows.
 */
export function changedFrom(states: readonly State[], day: Day, facts: Partial<Facts>): State[] {
  const before = factsOn(states, day)
  if (!before) return [...states]
  const changed: State[] = []
  let following: Partial<Facts> = facts
  for (const state of states) {
    if (state.toDay <= day) changed.push(state)
    else if (state.fromDay <= day) {
      if (state.fromDay < day) changed.push({ ...state, toDay: day })
      changed.push({ ...state, fromDay: day, ...facts })
    } else {
      following = stillAs(before, state, following)
      changed.push({ ...state, ...following })
    }
  }
  return withoutSeams(changed)
}

/** The changes that a later state takes over: those of facts that it left as they were before. */
function stillAs(before: State, later: State, facts: Partial<Facts>): Partial<Facts> {
  const { code, name, type, parentId } = facts
  return {
    ...(code !== undefined && later.code === before.code && { code }),
    ...(name !== undefined && later.name === before.name && { name }),
    ...(type !== undefined && later.type === before.type && { type }),
    ...(parentId !== undefined && later.parentId === before.parentId && { parentId }),
  }
}

/** The states of a unit when what stood above it is followed by another unit from a day on. */
export function adoptedFrom(states: readonly State[], day: Day, fromParent: string, toParent: string): State[] {
  const adopted = states.flatMap((state) => {
    if (state.parentId !== fromParent || state.toDay <= day) return [state]
    if (state.fromDay >= day) return [{ ...state, parentId: toParent }]
    return [
      { ...state, toDay: day },
      { ...state, fromDay: day, parentId: toParent },
    ]
  })
  return withoutSeams(adopted)
}

function withoutSeams(states: State[]): State[] {
  const joined: State[] = []
  for (const state of states) {
    const last = joined.at(-1)
    if (last && last.toDay === state.fromDay && saysTheSame(last, state)) last.toDay = state.toDay
    else joined.push({ ...state })
  }
  return joined
}

export function saysTheSame(a: Facts, b: Facts): boolean {
  return a.code === b.code && a.name === b.name && a.type === b.type && a.parentId === b.parentId
}
