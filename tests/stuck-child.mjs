// A compiler's child that behaves as badly as a file tells it to: it stands in for a source nobody has thought of yet.
process.on('disconnect', () => process.exit())
process.on('message', ({ number, job }) => {
  if (job.text.includes('sleep')) return
  if (job.text.includes('hang')) for (;;);
  if (job.text.includes('eat')) {
    const eaten = []
    for (;;) eaten.push(new Array(1_000_000).fill(eaten.length))
  }
  if (job.text.includes('crash')) process.exit(3)
  if (job.text.includes('environment')) process.send?.({ number, failure: JSON.stringify(process.env) })
  else process.send?.({ number, built: { findings: [{ line: 7, column: 1, code: 'no-cards' }] } })
})
process.send?.('ready')
