import { useWords } from '#app/i18n/words.tsx'
import { Note } from '#app/ui/note.tsx'

/** What the page script says while the network is away; put into the live place, so that it is read aloud too. */
export function OfflineNote({ isTimed }: { isTimed: boolean }) {
  const t = useWords().attempts.offline
  return (
    <div role="status" data-offline>
      <template>
        <Note kind="warn" title={t.title}>
          <p>{t.kept}</p>
          {isTimed ? <p>{t.clock}</p> : null}
        </Note>
      </template>
    </div>
  )
}
