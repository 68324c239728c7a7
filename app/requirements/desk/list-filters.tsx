import { useWords } from '#app/i18n/words.tsx'
import type { ListFilter } from '#app/requirements/desk/list-address.ts'
import { standingMarks } from '#app/requirements/desk/standing-marks.ts'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { SelectField } from '#app/units/desk/select-field.tsx'

type Props = {
  action: string
  filter: ListFilter
  requirements: Array<{ id: string; title: string }>
}

/** Which people of the unit are listed. */
export function ListFilters({ action, filter, requirements }: Props) {
  const { list: t, kinds } = useWords().standings
  return (
    <form className="find filters" method="get" action={action} aria-label={t.filters}>
      {filter.day ? <input type="hidden" name="day" value={filter.day} /> : null}
      <SelectField
        name="requirement"
        label={t.requirement}
        empty={t.anyRequirement}
        defaultValue={filter.requirementId}
        options={requirements.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <SelectField
        name="standing"
        label={t.standing}
        empty={t.anyStanding}
        defaultValue={filter.standing}
        options={standingMarks.map(({ standing }) => ({ value: standing, label: kinds[standing] }))}
      />
      <Field name="q" label={t.name} eg={t.nameEg} defaultValue={filter.words} type="search" />
      <button type="submit" className="btn main">
        <Icon name="search" />
        {t.show}
      </button>
    </form>
  )
}
