import type { ReactNode } from 'react'
import { Icon, type IconName } from '#app/ui/icon.tsx'

type Props = {
  kind?: 'warn' | 'right' | 'wrong'
  icon?: IconName
  title: string
  role?: 'status' | 'alert'
  children?: ReactNode
}

const icons = { warn: 'warn', right: 'check', wrong: 'cross' } as const

/** A notice: its title says what it is, so that colour never has to. */
export function Note({ kind, icon, title, role, children }: Props) {
  return (
    <div className={kind ? `note ${kind}` : 'note'} role={role}>
      <p className="ic">
        <Icon name={icon ?? (kind ? icons[kind] : 'book')} />
        <span>{title}</span>
      </p>
      {children}
    </div>
  )
}
