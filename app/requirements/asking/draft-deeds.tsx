import { formatNumber } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** What is done with a draft; to publish it says how many it is asked of. */
export function DraftDeeds({ action, people }: { action: string; people: number }) {
  const { page: t, people: names } = useWords().asking
  const locale = useLocale()
  return (
    <form className="flow-s" method="post" action={action}>
      <p>{t.publishWhy}</p>
      <div className="row">
        {people > 0 ? (
          <button type="submit" className="btn main" name="deed" value="publish">
            {t.publish(formatNumber(people, locale))}
          </button>
        ) : null}
        <a className="btn" href={`${action}/draft`}>
          <Icon name="edit" />
          {t.change}
        </a>
        <a className="btn" href={`${action}/people`}>
          <Icon name="people" />
          {names.title}
        </a>
        <button type="submit" className="btn quiet" name="deed" value="drop">
          {t.drop}
        </button>
      </div>
    </form>
  )
}
