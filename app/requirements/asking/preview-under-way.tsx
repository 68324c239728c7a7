import type { ReactNode } from 'react'
import { formatNumber } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import type { PreviewUnderWay as UnderWay } from '#app/requirements/asking/preview.ts'
import { WorkUnderWay } from '#app/ui/work-under-way.tsx'

type Props = { preview: UnderWay; address: string; isScripted: boolean; children: ReactNode }

/** Whom it would ask is being worked out: how far it is, and what may be done with the draft meanwhile. */
export function PreviewUnderWay({ preview: { progress, isStuck }, address, isScripted, children }: Props) {
  const t = useWords().asking.preview
  const locale = useLocale()
  const { people, unitsDone, units } = progress
  const [found, done, all] = [people, unitsDone, units].map((count) => formatNumber(count, locale))
  const how = units > 0 ? t.workingOf(found ?? '', done ?? '', all ?? '') : t.begins
  return (
    <section className="flow" aria-labelledby="preview">
      <h2 id="preview">{t.title}</h2>
      <WorkUnderWay
        {...{ address, isScripted }}
        title={isStuck ? t.stuck : t.working}
        said={isStuck ? t.stuckWhy : how}
        done={unitsDone}
        all={units}
        leave={t.leave}
        look={t.look}
      />
      {children}
    </section>
  )
}
