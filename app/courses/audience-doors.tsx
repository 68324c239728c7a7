import { type Audience, audiences } from '#app/courses/course-sheet.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'

const scenes: Record<Audience, { src: string; width: number; height: number }> = {
  citizens: { src: '/art/market-boat.svg', width: 640, height: 480 },
  workers: { src: '/art/factory.svg', width: 640, height: 480 },
  officials: { src: '/art/one-stop.svg', width: 640, height: 480 },
  enterprises: { src: '/art/cover-dn1.svg', width: 320, height: 240 },
}

/** A door for each of the four audiences. */
export function AudienceDoors() {
  const t = useWords().courses.home
  const path = usePath()
  return (
    <section className="flow" aria-labelledby="doors">
      <h2 id="doors">{t.doors}</h2>
      <ul className="plain grid">
        {audiences.map((audience) => (
          <li className="card course" key={audience}>
            <img {...scenes[audience]} alt="" loading="lazy" />
            <div>
              <h3>
                <a href={path(`/courses?audience=${audience}`)}>{t.door[audience].title}</a>
              </h3>
              <p className="small">{t.door[audience].words}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
