import { formatDay } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import { Note } from '#app/ui/note.tsx'
import type { UnitRole } from '#app/units/unit.ts'

type Done = 'added' | 'moved' | 'ended' | 'appointed' | 'unappointed' | 'reorganised' | 'withdrawn' | 'sited' | 'named'
type Props = { done: Done; name?: string; unit?: string; day?: string; role?: UnitRole }

/** What was just done, in one sentence. */
export function DoneNote(told: Props) {
  return <Note kind="right" role="status" title={useSentence(told)} />
}

function useSentence({ done, name, unit, day, role }: Props): string {
  const { desk, reorganise, roles } = useWords().units
  const locale = useLocale()
  if (done === 'reorganised' || done === 'withdrawn') return reorganise[done === 'withdrawn' ? 'withdrawn' : 'done']
  if (done === 'sited') return desk.sites.done
  if (done === 'named') return desk.aliases.done
  if (name === undefined || unit === undefined || day === undefined) return desk.members[done]
  const from = formatDay(day, locale)
  if (done === 'appointed' || done === 'unappointed') return desk.told[done](name, role ? roles[role] : '', unit, from)
  return desk.told[done](name, unit, from)
}
