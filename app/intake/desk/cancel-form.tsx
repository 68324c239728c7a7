import { useWords } from '#app/i18n/words.tsx'

/** Calls a list off before anything of it was taken in. */
export function CancelForm({ action, isWorking = false }: { action: string; isWorking?: boolean }) {
  const { working, commit } = useWords().intake.desk
  return (
    <form method="post" action={action}>
      <button type="submit" className="btn" name="deed" value="cancel">
        {isWorking ? working.stop : commit.cancel}
      </button>
    </form>
  )
}
