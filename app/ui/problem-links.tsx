/** What is wrong with a form, each leading to its box; what is about no one box (`form…`) leads nowhere. */
export function ProblemLinks({ problems }: { problems: Record<string, string> }) {
  return (
    <ul className="plain flow-s">
      {Object.entries(problems).map(([field, sentence]) => (
        <li key={field}>
          {field.startsWith('form') ? (
            sentence
          ) : (
            <a className="ic" href={`#${field}`}>
              {sentence}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
