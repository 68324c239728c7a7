import { useWords } from '#app/i18n/words.tsx'
import { type Preferences, textSizes, themes } from '#app/web/preferences.ts'

/** Text size, colours and light pages: kept in cookies. With scripts the choice holds at once; the button is for pages without. */
export function PreferencesForm({ preferences }: { preferences: Preferences }) {
  const t = useWords().shell
  return (
    <form method="post" action="/preferences" data-preferences>
      <fieldset>
        <legend>{t.textSize}</legend>
        <div className="sizes">
          {textSizes.map((size) => (
            <label key={size}>
              <input type="radio" name="text" value={size} defaultChecked={preferences.text === size} />
              {t.textSizes[size]}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{t.theme}</legend>
        <div className="sizes">
          {themes.map((theme) => (
            <label key={theme}>
              <input type="radio" name="theme" value={theme} defaultChecked={preferences.theme === theme} />
              {t.themes[theme]}
            </label>
          ))}
        </div>
      </fieldset>
      <label className="tick">
        <input type="checkbox" name="light" value="yes" defaultChecked={!preferences.scripts} />
        {t.lightPages}
      </label>
      <button type="submit" data-without-script>
        {t.apply}
      </button>
    </form>
  )
}
