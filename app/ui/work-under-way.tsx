import { Note } from '#app/ui/note.tsx'

type Props = {
  title: string
  said: string
  done: number
  /** 0: not known yet. */
  all: number
  /** That nobody needs to wait for it. */
  leave: string
  look: string
  /** The page itself, to be looked at again. */
  address: string
  /** The page script looks again; without one the page does by itself. */
  isScripted: boolean
}

const againSeconds = 3

/** What is going on beside the requests, how far it is, and that the page looks again by itself. */
export function WorkUnderWay({ title, said, done, all, leave, look, address, isScripted }: Props) {
  const refresh = <meta httpEquiv="refresh" content={String(againSeconds)} />
  return (
    <div className="flow" data-follow="">
      {isScripted ? <noscript>{refresh}</noscript> : refresh}
      <Note icon="clock" role="status" title={title}>
        <p>{said}</p>
        {all > 0 ? (
          <svg className="bars" aria-hidden="true" focusable="false">
            <rect className="c1" width={`${Math.min(100, (100 * done) / all)}%`} height="100%" />
          </svg>
        ) : null}
        <p>{leave}</p>
      </Note>
      <p>
        <a className="ic" href={address}>
          {look}
        </a>
      </p>
    </div>
  )
}
