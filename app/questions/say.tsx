import { Icon } from '#app/ui/icon.tsx'

/** Right or wrong in words, with its sign beside them. */
export function Say({ isRight, children }: { isRight: boolean; children: string }) {
  return (
    <span className="say ic up">
      <Icon name={isRight ? 'check' : 'cross'} />
      <span>{children}</span>
    </span>
  )
}
