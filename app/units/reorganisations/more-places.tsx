import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import { placesInSight } from '#app/units/reorganisations/form-places.ts'

type Props = {
  /** What stands in a form once for each place, in their order. */
  places: ReactNode[]
  /** What the fold says. */
  more: string
  /** Something stands in a place that would be folded away. */
  isOpen: boolean
}

/** The first places in sight, the others folded away: a form for ten need not look like one. */
export function MorePlaces({ places, more, isOpen }: Props) {
  return (
    <>
      {places.slice(0, placesInSight)}
      <details open={isOpen}>
        <summary>
          <Icon name="open" />
          {more}
        </summary>
        <div className="flow">{places.slice(placesInSight)}</div>
      </details>
    </>
  )
}
