import { useWords } from '#app/i18n/words.tsx'
import type { ToldBatch } from '#app/intake/batch-told.server.ts'
import { CancelForm } from '#app/intake/desk/cancel-form.tsx'
import { ColumnsForm, isDoubtful } from '#app/intake/desk/columns-form.tsx'
import { FirstRows } from '#app/intake/desk/first-rows.tsx'
import { UnderstoodFacts } from '#app/intake/desk/understood-facts.tsx'
import type { TellingRow } from '#app/intake/rows-of.server.ts'
import { Icon } from '#app/ui/icon.tsx'

type Props = { address: string; batch: ToldBatch; rows: TellingRow[] }

/** What we understood, which column is which, and the way to the dry run. */
export function BatchUnderstood({ address, batch, rows }: Props) {
  const t = useWords().intake.desk
  const { plan, source, counts, passed, unitName } = batch
  const isSure = plan !== null && plan.headerRows.length > 0 && !plan.columns.some(isDoubtful)
  return (
    <>
      <UnderstoodFacts
        source={source}
        headerRows={plan?.headerRows ?? []}
        people={counts.people}
        passed={counts.passed}
        told={passed ?? []}
      />
      {plan ? (
        <details open={!isSure}>
          <summary>
            <Icon name="open" />
            {t.columns.title}
          </summary>
          <ColumnsForm action={address} plan={plan} source={source} />
        </details>
      ) : null}
      <FirstRows rows={rows} unitName={unitName} />
      <form className="flow" method="post" action={address}>
        <p>{t.check.why}</p>
        <button type="submit" className="btn main" name="deed" value="check">
          {t.check.start}
        </button>
      </form>
      <CancelForm action={address} />
    </>
  )
}
