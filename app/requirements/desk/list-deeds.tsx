import { formatNumber } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import { mostInAddress, mostReminded } from '#app/requirements/desk/list-limits.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'

type Props = {
  /** All of the list are asked the same; else there is nothing to remind of or to excuse from. */
  isOfOne: boolean
  /** How many are in the whole list; null: not counted, as for a name. */
  count: number | null
  /** There are more pages than this. */
  isLonger: boolean
}

/** What is done with the chosen people, or with the whole list; stands in the form that the boxes are in. */
export function ListDeeds({ isOfOne, count, isLonger }: Props) {
  const { standings: words, exceptions } = useWords()
  const t = words.list
  const locale = useLocale()
  const mayTakeWhole = isLonger && (count === null || count <= (isOfOne ? mostReminded : mostInAddress))
  return (
    <fieldset className="bulk">
      <legend className="hide">{t.deeds}</legend>
      <p>{isOfOne ? t.deedsWhy : t.chooseOne}</p>
      {mayTakeWhole ? (
        <label className="tick">
          <input type="checkbox" name="whole" value="1" />
          <span>{count === null ? t.wholeFound : t.wholeList(formatNumber(count, locale))}</span>
        </label>
      ) : null}
      <div className="row">
        {isOfOne ? (
          <>
            <Deed name="remind" icon="bell" words={t.remind} isMain />
            <Deed name="extension" icon="cal" words={exceptions.kinds.extension} />
            <Deed name="waiver" icon="edit" words={exceptions.kinds.waiver} />
            <Deed name="pause" icon="clock" words={exceptions.kinds.pause} />
          </>
        ) : null}
        <Deed name="assign" icon="plus" words={t.assign} />
        <Deed name="codes" icon="print" words={t.codesOfChosen} />
        <Deed name="export" icon="down" words={t.exportChosen} />
      </div>
    </fieldset>
  )
}

type DeedProps = { name: string; icon: IconName; words: string; isMain?: boolean }

function Deed({ name, icon, words, isMain = false }: DeedProps) {
  const t = useWords().standings.list
  return (
    <button type="submit" className={isMain ? 'btn main' : 'btn'} name="deed" value={name}>
      <Icon name={icon} />
      <span>
        {words} <span className="hide">{t.forChosen}</span>
      </span>
    </button>
  )
}
