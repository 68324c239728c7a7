import { useWords } from '#app/i18n/words.tsx'
import { Html } from '#app/questions/html.tsx'
import type { OrderingAnswer, OrderingAsk } from '#app/questions/ordering/spec.ts'

type Props = { id: string; ask: OrderingAsk; answer: OrderingAnswer | null }

/**
 * A list of places for each item. `browser/ordering.ts` turns it into buttons that move the items: it looks for
 * `data-order` (with its words), `data-order-item`, `data-order-name` and the select inside.
 */
export function OrderFields({ id, ask, answer }: Props) {
  const { questions: t } = useWords()
  const words = {
    'data-up': t.moveUp,
    'data-down': t.moveDown,
    'data-up-item': t.moveUpItem,
    'data-down-item': t.moveDownItem,
    'data-moved': t.moved,
    'data-is-first': t.isFirst,
    'data-is-last': t.isLast,
  }
  return (
    <ol className="plain moves" data-order="" {...words}>
      {ask.items.map((item) => (
        <li className="move" data-order-item="" key={item.id}>
          <label htmlFor={`order-${id}-${item.id}`} data-order-name="">
            <Html of={item.html} />
          </label>
          <select id={`order-${id}-${item.id}`} name={`answer.${id}.${item.id}`} defaultValue={answer?.[item.id] ?? ''}>
            <option value="">{t.place}…</option>
            {ask.items.map((_, place) => (
              <option key={place} value={place + 1}>
                {t.placeNumber(place + 1)}
              </option>
            ))}
          </select>
        </li>
      ))}
    </ol>
  )
}
