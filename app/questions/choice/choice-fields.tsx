import type { ChoiceAsk } from '#app/questions/choice/option.ts'
import { Html } from '#app/questions/html.tsx'

type Props = { id: string; type: 'radio' | 'checkbox'; ask: ChoiceAsk; chosen: readonly string[] }

/** A radio button or a check box for each option; the whole option is its label. */
export function ChoiceFields({ id, type, ask, chosen }: Props) {
  return (
    <>
      {ask.options.map((option) => (
        <label className="opt" key={option.id}>
          <input type={type} name={`answer.${id}`} value={option.id} defaultChecked={chosen.includes(option.id)} />
          <Html of={option.html} />
        </label>
      ))}
    </>
  )
}
