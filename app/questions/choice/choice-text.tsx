import type { ChoiceAsk } from '#app/questions/choice/option.ts'
import { Html } from '#app/questions/html.tsx'

/** The options as a list with boxes to tick on paper. */
export function ChoiceText({ ask }: { ask: ChoiceAsk }) {
  return (
    <ul className="paper-boxes">
      {ask.options.map((option) => (
        <li key={option.id}>
          <Html of={option.html} />
        </li>
      ))}
    </ul>
  )
}
