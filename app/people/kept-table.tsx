import { useWords } from '#app/i18n/words.tsx'

/** What is kept, why and how long: one row each, the same words as the law's notice asks for. */
export function KeptTable() {
  const t = useWords().people.privacy
  return (
    <table className="stack">
      <caption>{t.keptTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{t.what}</th>
          <th scope="col">{t.why}</th>
          <th scope="col">{t.howLong}</th>
        </tr>
      </thead>
      <tbody>
        {t.kept.map((row) => (
          <tr key={row.what}>
            <th scope="row">{row.what}</th>
            <td data-label={t.why}>{row.why}</td>
            <td data-label={t.howLong}>{row.howLong}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
