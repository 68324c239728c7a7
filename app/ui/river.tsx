import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'

type Props = {
  help: { head: string; who: string; phone: string; promise: string }
  easier: { head: string; form: ReactNode }
  about: { head: string; words: string; links: Array<{ href: string; words: string; lang?: string }> }
}

/** The footer: every page ends at the water, and at its bottom step stands somebody who helps. */
export function River({ help, easier, about }: Props) {
  return (
    <footer className="river">
      <div className="wrap">
        <section id="help">
          <h2>{help.head}</h2>
          <p>{help.who}</p>
          <a href={`tel:${help.phone.replaceAll(' ', '')}`}>
            <Icon name="help" />
            <strong className="tel">{help.phone}</strong>
          </a>
          <p>{help.promise}</p>
        </section>
        <section>
          <h2>{easier.head}</h2>
          {easier.form}
        </section>
        <section>
          <h2>{about.head}</h2>
          <p>{about.words}</p>
          <ul className="plain">
            {about.links.map((link) => (
              <li key={link.href}>
                <a href={link.href} lang={link.lang} hrefLang={link.lang}>
                  {link.words}
                </a>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </footer>
  )
}
