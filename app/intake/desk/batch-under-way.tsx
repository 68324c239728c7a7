import type { BatchState } from '#app/intake/batch.ts'
import type { ToldBatch } from '#app/intake/batch-told.server.ts'
import { BatchWorking, type Working } from '#app/intake/desk/batch-working.tsx'
import { CancelForm } from '#app/intake/desk/cancel-form.tsx'
import { UndoForm } from '#app/intake/desk/undo-form.tsx'

type Props = { address: string; batch: ToldBatch; isScripted: boolean; isReasonMissing: boolean }

/** A worker is at it: how far it is, and how to stop it. */
export function BatchUnderWay({ address, batch, isScripted, isReasonMissing }: Props) {
  const { state, phase, counts } = batch
  if (!isWorking(state)) return null
  return (
    <>
      <BatchWorking state={state} phase={phase} counts={counts} address={address} isScripted={isScripted} />
      {state === 'uploaded' || state === 'checking' ? <CancelForm action={address} isWorking /> : null}
      {state === 'committing' ? <UndoForm action={address} people={null} isReasonMissing={isReasonMissing} /> : null}
    </>
  )
}

function isWorking(state: BatchState): state is Working['state'] {
  return state === 'uploaded' || state === 'checking' || state === 'committing' || state === 'undoing'
}
