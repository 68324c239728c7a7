import type { ReactNode } from 'react'
import { Icon, type IconName } from '#app/ui/icon.tsx'

type Tile = { href: string; icon: IconName; words: string; isHere: boolean }

export type ShellWords = { skip: string; navigation: string; siteName: string }

type Props = {
  words: ShellWords
  homeHref: string
  /** None on bare pages: lessons, exams. */
  tiles: Tile[]
  /** At the right of the bow. */
  who: ReactNode
  footer: ReactNode
  children: ReactNode
}

/** Bow, content, river: what every page has. */
export function Shell({ words, homeHref, tiles, who, footer, children }: Props) {
  return (
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className="bow">
        <div className="wrap">
          <a className="brand" href={homeHref}>
            <img src="/art/mark.svg" alt="" width="48" height="48" />
            <span>{words.siteName}</span>
          </a>
          {tiles.length > 0 ? (
            <nav className="tiles" aria-label={words.navigation}>
              <ul>
                {tiles.map((tile) => (
                  <li key={tile.href}>
                    <a href={tile.href} aria-current={tile.isHere ? 'page' : undefined}>
                      <Icon name={tile.icon} />
                      <span>{tile.words}</span>
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          ) : null}
          <div className="who" data-who>
            {who}
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {footer}
    </>
  )
}
