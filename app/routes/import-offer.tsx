import { usePath, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** Waits in every page for the script: shown when somebody signs in on a device that holds a visitor's work. */
export function ImportOffer() {
  const t = useWords().lessonPage
  const path = usePath()
  return (
    <template data-import>
      <section className="wrap" data-import-offer aria-labelledby="import-h">
        <div className="note warn flow-s">
          <h2 id="import-h" className="ic">
            <Icon name="book" />
            <span data-done={t.imported} data-later={t.importLater}>
              {t.importTitle}
            </span>
          </h2>
          <p data-count data-template={t.importWords(0)} />
          <div className="row">
            <button type="button" className="btn main" data-yes>
              {t.importYes}
            </button>
            <button type="button" className="btn" data-no>
              {t.importNo}
            </button>
          </div>
          <a className="btn" href={path('/me')} data-done-next hidden>
            {t.importedNext}
            <Icon name="next" />
          </a>
        </div>
      </section>
    </template>
  )
}
