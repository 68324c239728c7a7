import { usePath, useWords } from '#app/i18n/words.tsx'

/** The units that somebody is in, each leading to its page: it tells two of one name apart, and is where they are moved. */
export function PlacesLine({ places }: { places: ReadonlyArray<{ unitId: string; unit: string }> }) {
  const t = useWords().units
  const path = usePath()
  return (
    <p>
      {t.title}: {places.length === 0 ? t.inNoUnit : null}
      {places.map(({ unitId, unit }, place) => (
        <span key={unitId}>
          {place > 0 ? ', ' : ''}
          <a href={path(`/units/${unitId}`)}>{unit}</a>
        </span>
      ))}
    </p>
  )
}
