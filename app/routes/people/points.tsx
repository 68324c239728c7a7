/** A head and what there is to say under it, point by point. */
export function Points({ head, points }: { head: string; points: readonly string[] }) {
  return (
    <section className="flow-s">
      <h2>{head}</h2>
      <ul className="read">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  )
}
