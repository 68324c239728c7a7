import { formatMoment } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'

type Said = { problems: Record<string, string> | undefined; values: Record<string, string> | undefined }
type Side = { id: string; username: string; fullName: string }

/** What to do with two accounts that were compared: one is kept, or both are two people's. */
export function MergeForms({ sides, problems, values }: Said & { sides: readonly [Side, Side] }) {
  const t = useWords().duplicates
  const [one, other] = sides
  const action = usePath()(`/admin/people/${one.id}/merges?with=${other.id}`)
  const kept = values?.keep ?? one.id
  return (
    <div className="cols half">
      <form className="flow-s" method="post" action={action}>
        <fieldset className="flow-s">
          <legend>{t.keep}</legend>
          <p className="soft">{t.keepWhy}</p>
          {sides.map(({ id, username, fullName }) => (
            <label key={id} className="tick">
              <input type="radio" name="keep" value={id} defaultChecked={id === kept} required />
              <span>
                {username} ({fullName})
              </span>
            </label>
          ))}
        </fieldset>
        <input type="hidden" name="deed" value="merge" />
        <Box name="merge-reason" label={t.mergeReason} eg={t.mergeReasonEg} problems={problems} values={values} />
        <button type="submit" className="btn main">
          {t.merge}
        </button>
      </form>
      <form className="flow-s" method="post" action={action}>
        <h2>{t.apart}</h2>
        <p>{t.apartWhy}</p>
        <input type="hidden" name="deed" value="apart" />
        <Box name="apart-reason" label={t.apartReason} eg={t.apartReasonEg} problems={problems} values={values} />
        <button type="submit">{t.apart}</button>
      </form>
    </div>
  )
}

type Standing = { mergeId: string; username: string; at: Date; reason: string }

/** The accounts that were merged into a person's, each to be given back. */
export function StandingMerges({ person, merges, problems, values }: Said & { person: string; merges: Standing[] }) {
  const t = useWords().duplicates
  const locale = useLocale()
  const action = usePath()(`/admin/people/${person}/merges`)
  return (
    <section className="flow-s">
      <h2>{t.standing}</h2>
      {merges.length === 0 ? <p>{t.noStanding}</p> : null}
      {merges.map(({ mergeId, username, at, reason }) => (
        <form key={mergeId} className="flow-s" method="post" action={action}>
          <p>
            {t.mergedAt(username, formatMoment(at, locale))}: {reason}
          </p>
          <input type="hidden" name="deed" value="unmerge" />
          <input type="hidden" name="merge" value={mergeId} />
          <Box
            name={`undo-${mergeId}`}
            label={t.undoReason(username)}
            eg={t.undoReasonEg}
            problems={problems}
            values={values}
          />
          <button type="submit">{t.undo(username)}</button>
        </form>
      ))}
    </section>
  )
}

function Box({ name, label, eg, problems, values }: Said & { name: string; label: string; eg: string }) {
  const problem = problems?.[name]
  return (
    <Field
      name={name}
      label={label}
      eg={eg}
      {...(problem && { problem })}
      defaultValue={values?.[name]}
      autoComplete="off"
      maxLength={500}
      required
    />
  )
}
