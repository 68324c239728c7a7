import { useWords } from '#app/i18n/words.tsx'
import { personTick } from '#app/requirements/asking/form-values.ts'
import type { NamedPerson } from '#app/requirements/asking/people-acted-for.server.ts'
import { Icon } from '#app/ui/icon.tsx'

/** More stand folded away, so that the rest of the form is not lost below them. */
const mostOpen = 12

/** Whom the requirement names from the first, as they were chosen in a list: whose box is emptied is left out. */
export function ChosenPeople({ people, values }: { people: NamedPerson[]; values: Record<string, string> }) {
  const { asking, units } = useWords()
  const t = asking.form
  return (
    <details open={people.length <= mostOpen}>
      <summary>
        <Icon name="open" />
        {t.chosen(people.length)}
      </summary>
      <fieldset className="flow-s">
        <legend className="hide">{t.chosen(people.length)}</legend>
        <p className="soft">{t.chosenWhy}</p>
        <div className="choices picks">
          {people.map(({ id, fullName, birthYear }) => (
            <label key={id} className="tick">
              <input
                type="checkbox"
                name={`${personTick}${id}`}
                value="yes"
                defaultChecked={`${personTick}${id}` in values}
              />
              {units.desk.members.person(fullName, birthYear)}
            </label>
          ))}
        </div>
      </fieldset>
    </details>
  )
}
