import { usePath, useWords } from '#app/i18n/words.tsx'
import { RoleField } from '#app/people/role-field.tsx'
import { Field } from '#app/ui/field.tsx'

type Props = {
  person: { id: string; role: string }
  problems: Record<string, string> | undefined
  values: Record<string, string> | undefined
}

/** Another role, with a reason; posts to the person's page. */
export function RoleForm({ person, problems, values }: Props) {
  const t = useWords().people.admin
  const path = usePath()
  return (
    <form className="flow-s" method="post" action={path(`/admin/people/${person.id}`)}>
      <h2>{t.changeRole}</h2>
      <input type="hidden" name="deed" value="role" />
      <RoleField role={values?.role ?? person.role} />
      <Field
        name="reason"
        label={t.reason}
        eg={t.reasonEg}
        problem={problems?.reason}
        defaultValue={values?.reason}
        autoComplete="off"
        required
      />
      <button type="submit">{t.changeRole}</button>
    </form>
  )
}
