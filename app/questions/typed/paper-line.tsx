/** A line to write on, on paper. */
export function PaperLine({ unit = '' }: { unit?: string }) {
  return <p>…………………… {unit}</p>
}
