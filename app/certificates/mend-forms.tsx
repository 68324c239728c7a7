import { usePath, useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'

type Props = { code: string; reason?: string; problem?: 'name' | 'reason' }

/** A new paper with the right name; posts to /certificates/:code/reissue. */
export function ReissueForm({ code, fullName, reason, problem }: Props & { fullName: string }) {
  const t = useWords().certificates
  const path = usePath()
  return (
    <form className="flow" method="post" action={path(`/certificates/${code}/reissue`)}>
      <h3>{t.reissueTitle}</h3>
      <p>{t.reissueWhat}</p>
      <Field
        label={t.rightName}
        name="fullName"
        defaultValue={fullName}
        problem={problem === 'name' ? t.refused.name : undefined}
        autoComplete="off"
        required
      />
      <Reason name="reissue-reason" reason={reason} problem={problem} />
      <button type="submit">{t.reissue}</button>
    </form>
  )
}

/** The end of a paper; posts to /certificates/:code/revocation. */
export function RevocationForm({ code, reason, problem }: Props) {
  const t = useWords().certificates
  const path = usePath()
  return (
    <form className="flow" method="post" action={path(`/certificates/${code}/revocation`)}>
      <h3>{t.revokeTitle}</h3>
      <p>{t.revokeWhat}</p>
      <Reason name="revocation-reason" reason={reason} problem={problem} />
      <button type="submit">{t.revoke}</button>
    </form>
  )
}

/** Both forms stand on one page, so each names its box by itself. */
function Reason({ name, reason, problem }: { name: string; reason?: string; problem?: Props['problem'] }) {
  const t = useWords().certificates
  return (
    <Field
      label={t.reason}
      name={name}
      eg={t.reasonExample}
      defaultValue={reason}
      problem={problem === 'reason' ? t.refused.reason : undefined}
      autoComplete="off"
      required
    />
  )
}
