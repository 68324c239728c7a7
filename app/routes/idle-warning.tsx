import { useWords } from '#app/i18n/words.tsx'
import { Note } from '#app/ui/note.tsx'

/** Waits in every page for the script: shown on a shared device that nobody has touched for a while. */
export function IdleWarning() {
  const t = useWords().shell
  return (
    <template data-idle>
      <div className="idle" role="alertdialog" aria-label={t.idleTitle} data-idle-warning>
        <Note kind="warn" icon="clock" title={t.idleTitle}>
          <p>
            {t.idleWords} <b data-left>30</b>
          </p>
        </Note>
      </div>
    </template>
  )
}
