import { formatNumber } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = {
  action: string
  people: number
  /** Of these, who has a code that still works. */
  withCode: number
  /** What the forms carry: from whom to whom. */
  part?: Record<string, string | undefined>
  /** Of which part, for who does not see the page. */
  name?: string
  /** Another button is the main one. */
  isQuiet?: boolean
}

/** Codes for who has none that works, and codes for all, which makes those given before worthless. */
export function IssueForms({ action, people, withCode, part = {}, name, isQuiet = false }: Props) {
  const t = useWords().intake.desk.codes
  const locale = useLocale()
  const number = (count: number) => formatNumber(count, locale)
  const without = people - withCode
  const form = { action, part, name }
  return (
    <>
      {withCode > 0 ? <p>{t.withCode(number(withCode))}</p> : null}
      <div className="row">
        {withCode > 0 && without > 0 ? (
          <Issue {...form} isFresh isMain={!isQuiet} words={t.issueWithout(number(without))} />
        ) : null}
        <Issue
          {...form}
          isMain={withCode === 0 && !isQuiet}
          words={withCode === 0 ? t.issue(number(people)) : t.issueAgain(number(people))}
        />
      </div>
      {withCode > 0 ? <p className="soft">{t.dies(number(withCode))}</p> : null}
    </>
  )
}

type IssueProps = Required<Pick<Props, 'action' | 'part'>> & {
  name: string | undefined
  isFresh?: boolean
  isMain: boolean
  words: string
}

function Issue({ action, part, name, isFresh, isMain, words }: IssueProps) {
  return (
    <form method="post" action={action}>
      {Object.entries(part).map(([field, value]) =>
        value === undefined ? null : <input key={field} type="hidden" name={field} value={value} />,
      )}
      {isFresh ? <input type="hidden" name="fresh" value="yes" /> : null}
      <button type="submit" className={isMain ? 'btn main' : 'btn'}>
        <Icon name="key" />
        {words}
        {name ? <span className="hide">: {name}</span> : null}
      </button>
    </form>
  )
}
