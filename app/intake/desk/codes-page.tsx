import { formatNumber } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import type { CodesWaiting } from '#app/intake/codes-waiting.server.ts'
import { CodePartsList } from '#app/intake/desk/code-parts-list.tsx'
import { CodeSlips } from '#app/intake/desk/code-slips.tsx'
import { IssueForms } from '#app/intake/desk/issue-forms.tsx'
import { RefusedNote } from '#app/intake/desk/refused-note.tsx'
import type { CodeSheet } from '#app/intake/issue-codes.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'

export type Issued = { sheets: CodeSheet[]; address: string; until: { day: string; moment: string } }
export type CodesProblem = 'too-many' | 'not-committed' | 'nobody' | 'all-have-codes'

type Props = {
  action: string
  /** Where the codes were asked from. */
  back: { href: string; words: string }
  /** Who waits for a code. */
  waiting: CodesWaiting | CodesProblem
  validDays: number
  outcome: Issued | { problem: CodesProblem } | undefined
}

/** Asks before codes are made, then shows them, once, as slips to be printed. */
export function CodesPage({ action, back, waiting, validDays, outcome }: Props) {
  const t = useWords().intake.desk
  const issued = outcome && 'sheets' in outcome ? outcome : null
  const problem = outcome && 'problem' in outcome ? outcome.problem : null
  const hindrance = typeof waiting === 'string' && !outcome ? t.problems[waiting] : null
  return (
    <div className="wrap flow">
      <nav className="crumb">
        <a className="ic" href={back.href}>
          <Icon name="prev" />
          {back.words}
        </a>
      </nav>
      <h1 className="no-print">{t.codes.title}</h1>
      {problem ? <RefusedNote title={t.refusedDeed} {...t.problems[problem]} /> : null}
      {hindrance ? (
        <Note kind="warn" title={hindrance.what}>
          <p>{hindrance.now}</p>
        </Note>
      ) : null}
      {issued ? (
        <>
          <div className="no-print">
            <Note kind="right" icon="print" role="status" title={t.codes.untilDay(issued.until.moment)}>
              <p>{t.codes.print}</p>
            </Note>
          </div>
          <CodeSlips sheets={issued.sheets} address={issued.address} until={issued.until.day} />
        </>
      ) : null}
      {typeof waiting !== 'string' ? (
        <Issuing action={action} waiting={waiting} validDays={validDays} isAgain={issued !== null} />
      ) : null}
    </div>
  )
}

type FormProps = { action: string; waiting: CodesWaiting; validDays: number; isAgain: boolean }

function Issuing({ action, waiting, validDays, isAgain }: FormProps) {
  const t = useWords().intake.desk.codes
  const locale = useLocale()
  const { people, withCode, isMore, parts } = waiting
  const count = formatNumber(people, locale)
  return (
    <div className="flow no-print">
      <p>
        <strong>{isMore ? t.waitingMore(count) : t.waiting(count)}</strong> {t.until(validDays)}
      </p>
      <p>{t.once}</p>
      {parts.length === 1 ? (
        <IssueForms {...{ action, people, withCode }} isQuiet={isAgain} />
      ) : (
        <CodePartsList action={action} waiting={waiting} />
      )}
    </div>
  )
}
