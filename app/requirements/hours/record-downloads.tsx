import { usePath, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** The record as files. */
export function RecordDownloads({ address }: { address: string }) {
  const t = useWords().hours.record
  const path = usePath()
  return (
    <p className="row">
      <a className="btn" href={path(`${address}.xlsx`)} download>
        <Icon name="down" />
        {t.xlsx}
      </a>
      <a className="btn" href={path(`${address}.pdf`)} download>
        <Icon name="print" />
        {t.pdf}
      </a>
    </p>
  )
}
