import { formatNumber } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = {
  /** How many are in the whole list; null: not counted, as for a name. */
  count: number | null
  /** There are more pages than this. */
  isLonger: boolean
}

/** What is done with the chosen people, or with the whole list; stands in the form that the boxes are in. */
export function ListDeeds({ count, isLonger }: Props) {
  const { standings: words, exceptions } = useWords()
  const t = words.list
  const locale = useLocale()
  return (
    <fieldset className="bulk">
      <legend className="hide">{t.deeds}</legend>
      <p>{t.deedsWhy}</p>
      {isLonger ? (
        <label className="tick">
          <input type="checkbox" name="whole" value="1" />
          <span>{count === null ? t.wholeFound : t.wholeList(formatNumber(count, locale))}</span>
        </label>
      ) : null}
      <div className="row">
        <button type="submit" className="btn main" name="deed" value="remind">
          <Icon name="bell" />
          {t.remind}
        </button>
        <button type="submit" className="btn" name="deed" value="extension">
          <Icon name="cal" />
          {exceptions.kinds.extension}
        </button>
        <button type="submit" className="btn" name="deed" value="waiver">
          <Icon name="edit" />
          {exceptions.kinds.waiver}
        </button>
        <button type="submit" className="btn" name="deed" value="pause">
          <Icon name="clock" />
          {exceptions.kinds.pause}
        </button>
      </div>
    </fieldset>
  )
}
