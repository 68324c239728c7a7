import { Icon } from '#app/ui/icon.tsx'

/** The way back to the page above, over the head of a page. */
export function WayBack({ href, children }: { href: string; children: string }) {
  return (
    <nav className="crumb">
      <a className="ic" href={href}>
        <Icon name="prev" />
        {children}
      </a>
    </nav>
  )
}
