import type { ReactNode } from 'react'
import { useLocale } from '#app/i18n/words.tsx'
import { mediaAddress } from '#app/lessons/address.ts'
import { Transcript } from '#app/lessons/components/transcript.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = { src: string; captions: string; poster: string; title: string; size: string; children?: ReactNode }

/** A film, never loaded before it is pressed, with captions and transcript. */
export function Video({ src, captions, poster, title, size, children }: Props) {
  const locale = useLocale()
  return (
    <figure className="recording flow-s">
      <figcaption className="ic">
        <Icon name="eye" />
        <span>
          {title} ({size})
        </span>
      </figcaption>
      <video controls preload="none" src={mediaAddress(src)} poster={mediaAddress(poster)} aria-label={title}>
        <track kind="captions" srcLang={locale} src={mediaAddress(captions)} default />
      </video>
      <Transcript>{children}</Transcript>
    </figure>
  )
}
