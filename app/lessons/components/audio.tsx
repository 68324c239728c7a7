import type { ReactNode } from 'react'
import { mediaAddress } from '#app/lessons/address.ts'
import { Transcript } from '#app/lessons/components/transcript.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** Recorded sound with its transcript. Nothing is loaded before it is pressed; the size is said first. */
export function Audio({
  src,
  title,
  size,
  children,
}: {
  src: string
  title: string
  size: string
  children?: ReactNode
}) {
  return (
    <figure className="recording flow-s">
      <figcaption className="ic">
        <Icon name="sound" />
        <span>
          {title} ({size})
        </span>
      </figcaption>
      {/* biome-ignore lint/a11y/useMediaCaption: the transcript stands below it */}
      <audio controls preload="none" src={mediaAddress(src)} aria-label={title} />
      <Transcript>{children}</Transcript>
    </figure>
  )
}
