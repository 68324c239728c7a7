import { useWords } from '#app/i18n/words.tsx'
import type { ReviewedOption } from '#app/questions/choice/option.ts'
import { Html } from '#app/questions/html.tsx'
import { Say } from '#app/questions/say.tsx'

type Props = { options: ReviewedOption[]; say: 'one' | 'several' | 'fact' }

/** Every option with what came of it and its explanation, chosen or not. */
export function ReviewedOptions({ options, say }: Props) {
  return (
    <ul className="plain told">
      {options.map((option) => (
        <li className={optionClass(option)} key={option.id}>
          <span className={say === 'several' ? 'dot square' : 'dot'} data-chosen={option.isChosen || undefined} />
          <Html of={option.html} />
          <OptionSay option={option} say={say} />
          {option.whyHtml ? <Html of={option.whyHtml} as="div" className="explain flow-s" /> : null}
        </li>
      ))}
    </ul>
  )
}

function OptionSay({ option, say }: { option: ReviewedOption; say: Props['say'] }) {
  const { option: words } = useWords().questions
  if (option.isRight) {
    const chosen = say === 'fact' ? words.factRightChosen : words.rightChosen
    const notChosen = { one: words.right, several: words.missed, fact: words.factRight }[say]
    return <Say isRight>{option.isChosen ? chosen : notChosen}</Say>
  }
  return option.isChosen ? <Say isRight={false}>{words.wrongChosen}</Say> : null
}

/** A chosen option that is right and one that was missed look alike: their words tell them apart. */
function optionClass(option: ReviewedOption): string {
  if (option.isRight) return 'opt yes'
  return option.isChosen ? 'opt no' : 'opt'
}
