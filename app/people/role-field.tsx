import { useWords } from '#app/i18n/words.tsx'
import { roles } from '#app/people/person.ts'

export function RoleField({ role }: { role: string }) {
  const words = useWords().people
  return (
    <div className="field">
      <label htmlFor="role">{words.admin.role}</label>
      <select id="role" name="role" defaultValue={role}>
        {roles.map((choice) => (
          <option key={choice} value={choice}>
            {words.roles[choice]}
          </option>
        ))}
      </select>
    </div>
  )
}
