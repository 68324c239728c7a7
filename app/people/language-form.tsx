import { usePath, useWords } from '#app/i18n/words.tsx'

export function LanguageForm({ language }: { language: 'vi' | 'en' }) {
  const t = useWords().people.account
  const path = usePath()
  return (
    <form className="flow" method="post" action={path('/account/language')}>
      <fieldset>
        <legend className="h2">{t.language}</legend>
        {(['vi', 'en'] as const).map((choice) => (
          <label key={choice} className="tick" lang={choice}>
            <input type="radio" name="language" value={choice} defaultChecked={choice === language} />
            {t.languages[choice]}
          </label>
        ))}
      </fieldset>
      <button type="submit">{t.saveLanguage}</button>
    </form>
  )
}
