import { usePath, useWords } from '#app/i18n/words.tsx'
import { limits } from '#app/intake/reading/limits.ts'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { SelectField } from '#app/units/desk/select-field.tsx'
import { type StaffCategory, staffCategories } from '#app/units/unit.ts'

type Props = { action: string; today: string; category: StaffCategory }

/** The small boxes stand before the file, so that they arrive first. */
export function UploadForm({ action, today, category }: Props) {
  const { intake, units } = useWords()
  const t = intake.desk.upload
  return (
    <form className="flow" method="post" action={action} encType="multipart/form-data">
      <h2>{t.title}</h2>
      <Field name="fromDay" label={t.day} type="date" defaultValue={today} required />
      <SelectField
        name="category"
        label={t.category}
        defaultValue={category}
        options={staffCategories.map((value) => ({ value, label: units.categories[value] }))}
      />
      <Field
        name="list"
        label={t.file}
        eg={t.fileEg(limits.fileBytes / 1024 / 1024)}
        type="file"
        accept=".xlsx,.csv,.txt,.tsv"
        required
      />
      <button type="submit" className="btn main">
        <Icon name="up" />
        {t.send}
      </button>
    </form>
  )
}

/** What a list looks like, and one to begin with. */
export function ListHelp() {
  const t = useWords().intake.desk.upload
  const path = usePath()
  return (
    <section className="flow" aria-labelledby="how">
      <h2 id="how">{t.how}</h2>
      <ul className="read">
        {t.howLines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="row">
        <a className="btn" href={path('/imports/example.xlsx')}>
          <Icon name="down" />
          {t.exampleXlsx}
        </a>
        <a className="btn" href={path('/imports/example.csv')}>
          <Icon name="down" />
          {t.exampleCsv}
        </a>
      </p>
    </section>
  )
}
