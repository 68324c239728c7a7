import { useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = {
  /** /units/:unit */
  address: string
  /** Managers make and change classes and teams alone; where a unit stands is for administrators. */
  isAdministrator: boolean
}

/** To the decisions that change a unit. */
export function ReorganiseLinks({ address, isAdministrator }: Props) {
  const t = useWords().units
  return (
    <p className="row">
      <a className="btn" href={`${address}/reorganisations`}>
        <Icon name="swap" />
        {isAdministrator ? t.reorganise.title : t.reorganise.light}
      </a>
      {isAdministrator ? (
        <>
          <a className="btn" href={`${address}/sites`}>
            {t.desk.sites.change}
          </a>
          <a className="btn" href={`${address}/aliases`}>
            {t.desk.aliases.change}
          </a>
        </>
      ) : null}
    </p>
  )
}
