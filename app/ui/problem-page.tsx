import { Icon } from '#app/ui/icon.tsx'

type Props = {
  title: string
  /** Three lines: what happened, what to do now, whom to ask. */
  lines: Array<{ head: string; text: string }>
  /** Whom to ask. */
  phone: string
  /** Small, for the helper. */
  code: string
  home: { href: string; words: string }
  courses: { href: string; words: string }
}

const icons = ['warn', 'next', 'help'] as const

/** An error as look.md section 7 has it. */
export function ProblemPage({ title, lines, phone, code, home, courses }: Props) {
  return (
    <div className="wrap cols half">
      <div className="flow">
        <h1>{title}</h1>
        <ol className="three">
          {lines.map((line, place) => (
            <li key={line.head}>
              <Icon name={icons[place] ?? 'next'} />
              <div>
                <span className="h">{line.head}</span>
                <p>{place === lines.length - 1 ? <Ringing text={line.text} phone={phone} /> : line.text}</p>
              </div>
            </li>
          ))}
        </ol>
        <div className="row">
          <a className="btn main" href={home.href}>
            <Icon name="home" />
            {home.words}
          </a>
          <a className="btn" href={courses.href}>
            <Icon name="search" />
            {courses.words}
          </a>
        </div>
        <p className="soft small mono">{code}</p>
      </div>
      <img className="scene" src="/art/adrift.svg" width="640" height="360" alt="" />
    </div>
  )
}

/** A sentence whose number is pressed to ring it, and stays on one line. */
function Ringing({ text, phone }: { text: string; phone: string }) {
  const [before, after] = text.split(phone)
  if (after === undefined || phone === '') return text
  return (
    <>
      {before}
      <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>
      {after}
    </>
  )
}
