import type { intakeRows as vi } from '#app/i18n/vi/intake-rows.ts'

export const intakeRows: typeof vi = {
  many: {
    title: 'Decide many rows at once',
    why: 'Each button speaks of rows that wait. Until the list is taken in it can be taken back.',
    waiting: (count) => `Rows that wait: ${count}.`,
    fitOne: (count) => `Rows that fit one person alone, whom no other row of the list fits: ${count}.`,
    see: 'See these rows',
    same: (count) => `They are who they fit (${count})`,
    leave: (count) => `Leave them out (${count})`,
    back: {
      same: (count) => `Take back “here already” (${count})`,
      leave: (count) => `Take back “left out” (${count})`,
    },
    done: (count) => `Rows written: ${count}.`,
  },
  mend: {
    open: 'Mend this row',
    row: (row, name) => (name ? `row ${row}, ${name}` : `row ${row}`),
    why: 'The file that was sent stays as it is. The row is checked again as when the file was read.',
    birthEg: 'For example 15/8/1985, or 1985 alone.',
    unitEg: (unit) => `Its name as it is known here. Leave empty for ${unit} itself.`,
    personalIdEg: 'The number is not shown. Leave empty to keep the one in the file.',
    save: 'Save and check again',
    back: 'Leave it as it is',
    done: (row, name, verdict) => `Row ${row}${name ? `, ${name},` : ''} was mended. It is now: ${verdict}.`,
    again: 'See or mend this row again',
    changed: (cells) => `Mended on the page: ${cells}`,
    doubtful: 'Worth a look',
    columnsLose: 'Reading it again makes rows that were mended or decided here as they are in the file.',
  },
}
