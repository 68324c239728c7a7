import { build } from 'esbuild'
import { expect, test } from 'vitest'

test('what shows questions never loads what reads or marks them', async () => {
  const { metafile } = await build({
    entryPoints: ['ask-question.tsx', 'review-question.tsx', 'browser/ordering.ts'].map(
      (file) => `app/questions/${file}`,
    ),
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'unwritten',
    packages: 'external',
    alias: { '#app': './app' },
  })
  const files = Object.keys(metafile.inputs).filter((file) => file.startsWith('app/questions/'))
  expect(files).toContain('app/questions/gap/gap-field.tsx')
  expect(
    files.filter((file) => /\.server\.|kinds\.ts|\/mark\.ts|read|\/spec\.ts/.test(file.replace('reviewed', ''))),
  ).toEqual([])
})
