import { intakeDesk } from '#app/i18n/en/intake-desk.ts'
import type { intake as vi } from '#app/i18n/vi/intake.ts'

const saveAsXlsx = 'Open it in Excel, choose “Save As”, pick “Excel Workbook (.xlsx)”, and send the new file.'

export const intake: typeof vi = {
  desk: intakeDesk,
  atRow: (row) => `Row ${row}.`,
  refused: {
    missing: { what: 'This file cannot be opened.', now: 'Check its name and where it is, and try again.' },
    empty: { what: 'There is nothing in this file.', now: 'Open it, save it again, and send it again.' },
    'too-large': {
      what: 'This file is larger than 50 MB.',
      now: 'Take out pictures and sheets nobody needs, or divide the list into several files.',
    },
    'old-excel': { what: 'This is a file of old Excel (.xls).', now: saveAsXlsx },
    'other-spreadsheet': { what: 'This is another kind of spreadsheet, which cannot be read here.', now: saveAsXlsx },
    macros: {
      what: 'This workbook has macros, commands that run by themselves, so it is not taken.',
      now: 'Save it as “Excel Workbook (.xlsx)” without macros, and send the new file.',
    },
    encrypted: {
      what: 'This file has a password.',
      now: 'Open it, take the password off, save it, and send it again.',
    },
    pdf: { what: 'This is a PDF, not a table.', now: 'Ask whoever sent it for an Excel (.xlsx) or CSV file.' },
    word: {
      what: 'This is a Word document, not a spreadsheet.',
      now: 'Copy the table into Excel, save it as .xlsx, and send that.',
    },
    slides: {
      what: 'These are slides, not a spreadsheet.',
      now: 'Copy the table into Excel, save it as .xlsx, and send that.',
    },
    picture: { what: 'This is a picture.', now: 'Ask whoever sent it for an Excel (.xlsx) or CSV file.' },
    'web-page': { what: 'This is a web page with the name of an Excel file.', now: saveAsXlsx },
    archive: { what: 'This is a compressed file.', now: 'Unpack it, and send the Excel (.xlsx) or CSV file inside.' },
    'not-a-list': { what: 'This file cannot be read as a list.', now: 'Send an Excel (.xlsx) or CSV file.' },
    bomb: {
      what: 'This file is small and unpacks to something huge, so reading was stopped to be safe.',
      now: 'Copy the list alone into a new Excel file, and send that.',
    },
    broken: {
      what: 'This file is damaged or incomplete.',
      now: 'Open it: if that works, save it again and send it; if not, ask for another.',
    },
    'unsafe-xml': {
      what: 'This file holds a part that no spreadsheet needs, so reading was stopped to be safe.',
      now: 'Copy the list alone into a new Excel file, and send that.',
    },
    'quote-open': {
      what: 'A quotation mark is opened and never closed.',
      now: 'Find the " in this row, close it or take it out, and send the file again.',
    },
    'line-too-long': {
      what: 'One line is far too long for a list.',
      now: 'Look at this line in the file, and send it again.',
    },
    'no-people': {
      what: 'There is nobody in this file.',
      now: 'A list needs a heading row with “Họ và tên”, and one row for each person below it.',
    },
    'no-sheet': { what: 'This workbook has no sheet.', now: 'Open it, save it again, and send it again.' },
    'too-many-rows': {
      what: 'This list has more than 100,000 rows.',
      now: 'Divide it into several files, and send them one by one.',
    },
    'too-slow': {
      what: 'Reading this file took too long and was stopped.',
      now: 'Divide it into several files, and send them one by one.',
    },
    'too-heavy': {
      what: 'This file is too heavy, and reading was stopped.',
      now: 'Copy the list alone into a new Excel file, and send that.',
    },
    cancelled: {
      what: 'Reading was stopped, as asked.',
      now: 'To take this list in, send it again from the beginning.',
    },
  },
  report: {
    title: 'List looked through',
    headings: {
      row: 'Row',
      name: 'Full name',
      birth: 'Born',
      phone: 'Phone',
      unit: 'Unit',
      position: 'Position',
      verdict: 'Outcome',
      reasons: 'Why',
      known: 'Person known',
      mended: 'Mended on the page',
    },
    cells: {
      fullName: 'Full name',
      birth: 'Day or year of birth',
      phone: 'Phone',
      unit: 'Unit',
      position: 'Position',
      personalId: 'Identity number',
    },
    mended: (cell, before) => (before === '' ? cell : `${cell} (in the file: ${before})`),
    verdicts: { new: 'New', matched: 'Known', conflict: 'To be decided', refused: 'Not taken' },
    reasons: {
      'name-missing': 'There is no name.',
      'birth-impossible': 'There is no such day of birth, or this person is not yet 7.',
      'duplicate-row': 'The same person stands in a row above.',
      'unit-unknown': 'There is no such unit below the unit of the list.',
      'unit-unclear': 'Several units have this name.',
      'unit-not-yours': 'This unit does not belong to the unit of the list.',
      'unit-not-alive': 'The unit does not stand on that day.',
      'day-wrong': 'The first day is wrong.',
      overlap: 'This person comes to the unit on a later day: the two would overlap.',
      'already-there': 'In this unit already: nothing to do.',
      'several-fit': 'Several people have this name and year of birth.',
      'maybe-same': 'May be somebody who is known.',
      'other-birth': 'Same name and phone, but another year of birth.',
      'other-name': 'This number stands with another name.',
      elsewhere: 'This person is in another unit. Ask an administrator to move them.',
      namesake: 'Somebody else has this name and year of birth.',
    },
  },
}
