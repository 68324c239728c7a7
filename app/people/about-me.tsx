import { usePath, useWords } from '#app/i18n/words.tsx'
import type { Role } from '#app/people/person.ts'
import { Icon } from '#app/ui/icon.tsx'

type Props = {
  profile: {
    username: string
    fullName: string
    phone: string | null
    email: string | null
    birthYear: number | null
    guardianName: string | null
    role: Role
  }
}

export function AboutMe({ profile }: Props) {
  const words = useWords().people
  const t = words.account
  const path = usePath()
  const facts: Array<[string, string | number | null]> = [
    [t.username, profile.username],
    [t.fullName, profile.fullName],
    [t.phone, profile.phone],
    [t.email, profile.email],
    [t.birthYear, profile.birthYear],
    ...(profile.guardianName ? [[t.guardianName, profile.guardianName] satisfies [string, string]] : []),
    [t.role, words.roles[profile.role]],
  ]
  return (
    <section className="flow-s">
      <h2>{t.about}</h2>
      <dl className="facts two">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? t.none}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">{t.mendName}</p>
      <div className="row">
        <a className="btn" href={path('/account/contact')}>
          <Icon name="edit" />
          {t.changeContact}
        </a>
        <a className="btn" href={path('/account/password')}>
          <Icon name="lock" />
          {t.password}
        </a>
      </div>
    </section>
  )
}
