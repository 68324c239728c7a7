import type { ReactNode } from 'react'
import { mediaAddress } from '#app/lessons/address.ts'

/** A picture of the course with its caption. */
export function Figure({ src, alt, children }: { src: string; alt: string; children?: ReactNode }) {
  return (
    <figure className="picture">
      <img src={mediaAddress(src)} alt={alt} loading="lazy" decoding="async" />
      <figcaption className="soft small">{children}</figcaption>
    </figure>
  )
}
