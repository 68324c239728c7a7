type Props = { address: string; creditId: string; deed: 'refuse' | 'revoke'; label: string; button: string }

/** What goes against the learner, behind a word to open it, with the reason that they will read. */
export function ReasonDeed({ address, creditId, deed, label, button }: Props) {
  const id = `reason-${creditId}`
  return (
    <details>
      <summary>{button}</summary>
      <form className="flow-s" method="post" action={address}>
        <input type="hidden" name="credit" value={creditId} />
        <div className="field">
          <label htmlFor={id}>{label}</label>
          <input id={id} name="reason" required maxLength={500} />
        </div>
        <button type="submit" className="btn" name="deed" value={deed}>
          {button}
        </button>
      </form>
    </details>
  )
}
