import type { lessons as vi } from '#app/i18n/vi/lessons.ts'

export const lessons: typeof vi = {
  source: 'Source',
  leaves: (host: string) => `leaves this site: ${host}`,
  unverified: 'Still to be verified',
  transcript: 'Read the words of this recording',
  aboutMinutes: (minutes: string) => `About ${minutes} minutes`,
  table: (number: number, title: string) => (title ? `Table ${number}: ${title}` : `Table ${number}`),

  /** What the compiler refuses: what is wrong, then what to write instead. */
  problems: {
    unknown: 'This is not right ({code}). Look it up in the authoring guide.',
    'too-large':
      'The file is larger than {most} KB. Split it into two lessons, or put pictures and sound into the media folder.',
    'not-utf8': 'The file is not UTF-8 from here on. Save it again as UTF-8.',
    'hidden-character': 'Here is a hidden character {code} that no reader sees. Delete it and type the word again.',
    'too-deep': 'Nested more than {most} levels deep. Write several paragraphs and short lists.',
    'too-many-marks':
      'One paragraph has too many of the marks * _ ~ [ ] ` < {. Leave an empty line between paragraphs, and use fewer marks.',
    'too-slow': 'Compiling this file took more than 5 seconds and was stopped. Split the lesson, and nest less.',
    'too-heavy': 'Compiling this file needed too much memory and was stopped. Split the lesson into shorter ones.',
    'compiler-broken': 'The compiler failed on this file. Send the file to the administrator.',

    'head-missing':
      'The head of the lesson is missing. Write --- on line 1, then title, minutes, outcomes, skills, level, reviewed, review_by, then ---.',
    'head-fence': 'The head opens with “{found}”. Line 1 must be exactly three dashes: ---.',
    'head-unclosed': 'The head is not closed. Add a line --- after the last key.',
    'head-in-bank': 'A bank has no head. Delete from the first --- to the second ---.',
    'head-too-long': 'The head is longer than {most} lines. Keep only the seven keys.',
    'head-anchor': 'The head knows no & and * that repeat a value. Write the value out, or put it in quotes.',
    'head-tag': 'The head knows no tag {tag}. Write only words, numbers, dates and lists.',
    'head-yaml': 'The head is not correct YAML. Check colons, indents and quotes; each key stands once. ({reason})',
    'head-unknown-key': 'The head has no key “{key}”. Use only: {known}.',
    'head-missing-key': 'The head lacks the key “{key}”. Add a line {key}: …',
    'head-title':
      'title must be 1 to 300 characters of text. Put it in double quotes if it has a colon or is only digits.',
    'head-minutes': 'minutes must be a whole number from 1 to 600. For example: minutes: 13.',
    'head-outcomes': 'outcomes must be exactly three lines of text, each beginning with - and a verb.',
    'head-skills': 'skills must be a list of codes such as ["1.2", "4.1"], each in quotes.',
    'head-level': 'level must be a whole number from 1 to 8. For example: level: 1.',
    'head-reviewed': 'reviewed must be a real day, written year-month-day. For example: 2026-11-20.',
    'head-review_by': 'review_by must be a real day after reviewed. For example: 2027-02-20.',

    'code-import': 'A lesson has no import and no export. Delete the line; if it is prose, begin it with another word.',
    'code-expression': 'A lesson has no code in braces. Write &#123; for the brace {.',
    'not-allowed': 'A lesson cannot hold “{what}”. Write a paragraph, a list or a table.',
    html: 'A lesson has no HTML tag {name}. Use Markdown or a registered component; leave an empty line for a new line; write &lt; for <.',
    comment: 'A lesson has no comments <!-- -->. Delete it.',
    image: 'A lesson does not use ![](). Write <Figure src="media/….svg" alt="…">caption</Figure>.',
    definition: 'A lesson does not keep links elsewhere. Write [words](https://…) in place; write \\[ for a plain [.',
    footnote: 'A lesson has no footnotes. Write it in the sentence, or use <Source year="…">…</Source>.',
    'tick-box':
      'A tick box [ ] stands only in questions and in <Checklist>. Drop the [ ], or put the list into <Checklist>.',
    'heading-1': 'A heading with one # is the title in the head. Write ## for a new card, ### for a part of a card.',
    'heading-underlined':
      'A line of --- or === right below words makes them a heading. Write ## before a card’s name, or leave an empty line above ---.',
    'heading-deep': 'There are only ## and ###. Write ### or bold words.',
    'heading-inside': 'A ## heading does not stand inside <{component}>. Close </{component}> first, or write ###.',
    'heading-empty': 'This card has no name. Write it after ##.',
    'heading-plain': 'The name of a card is plain words. Move links and components into the paragraph below.',
    'before-first-card': 'Nothing may stand before the first ##. Write a line ## with the name of the card above this.',
    'no-cards': 'The lesson has no card. Each card begins with a line ## and its name.',
    'handout-question':
      'A handout holds no questions that are marked. Write them as words, or move them into a lesson.',
    'bank-holds': 'A bank holds only <Question> and <Scenario>. Move this into a question, or into the lesson.',
    'bank-empty': 'The bank has no question. Write at least one <Question>.',
    'id-twice': 'There is already a question with the id “{id}”. Give this one another id.',
    address:
      'The address “{url}” cannot be used. Use only https://…, mailto:…, tel:…, #card-name or media/…; write an address that is only an example between two ` marks.',
    'link-title': 'A link has no remark in quotes. Write just [words](https://…).',
    autolink: 'A link is not written between < and >. Write [words](https://…).',
    'media-missing': 'The course has no file {path}. Add it to the media folder, or correct the name.',
    'fragment-missing': 'No card is called {url}. The cards of this lesson: {known}.',

    'component-unknown': 'There is no component <{name}>. The components: {known}.',
    'component-place': '<{name}> cannot stand here. It stands in: {places}.',
    'component-not-top':
      '<{name}> must stand by itself, directly in a card. Take it out of components, lists, quotations and tables.',
    'component-in-words':
      '<{name}> does not stand in the middle of a sentence. Write it on its own line with an empty line before and after.',
    'component-in-list':
      '<{name}> does not stand in a list, a quotation or a table. Take it out, with an empty line before and after.',
    'component-empty': '<{name}> is empty. Write something between <{name}> and </{name}>.',
    'component-words-only': '<{name}> holds a single line of words. Take lists, tables and second paragraphs out.',
    'component-holds': '<{name}> holds only: {only}. Take this out.',
    'component-count': '<{name}> holds {least} to {most} of: {only}. Add or remove some.',
    'why-missing': '<{name}> has no explanation. Add <Why>…</Why> before </{name}>.',
    'why-twice': 'A question has one <Why>. Join the two explanations.',
    'why-last': '<Why> must be the last thing in a question. Move it below the answers.',

    'attribute-spread': 'A lesson has no {…} in a tag. Write each attribute: name="…".',
    'attribute-handler': 'A lesson has no attribute {name}: pages run no code of lessons. Delete it.',
    'attribute-style': 'A lesson has no attribute {name}: the page looks after its own looks. Delete it.',
    'attribute-code': 'An attribute is plain text in double quotes, not code in braces. Write name="…".',
    'attribute-twice': 'The attribute {name} is written twice. Keep one.',
    'attribute-unknown': '<{component}> has no attribute {name}. Its attributes: {known}.',
    'attribute-missing': '<{component}> lacks the attribute {name}. Add {name}={expected}.',
    'attribute-flag': 'The attribute {name} is a bare word without a value. Write just {name}.',
    'attribute-value': 'The value of {name} in <{component}> is not right. Write {name}={expected}.',

    'tag-unclosed':
      '<{name}> opens here and is not closed where it should be. Add </{name}>; leave an empty line after the opening and before the closing tag.',
    'tag-closing-alone': '</{name}> closes a tag that was not opened. Delete it, or add <{name}> above.',
    'tag-broken':
      'The opening tag <{name}> is not right. Write <{name} name="…">: values in straight double quotes, one space between, > at the end.',
    'tag-lazy': 'This tag runs on into a line outside its list or quotation. Write the whole tag on one line.',
    'less-than': 'The < here is taken for a tag. Write &lt; for <.',

    'media-name': 'The file name “{path}” is not right. Use only a–z, 0–9, - and dots, in the folder media/.',
    'media-kind':
      'Files of the kind “{ending}” cannot be used. Use svg, png, jpg, webp, avif, opus, ogg, mp3, mp4, webm or vtt.',
    'media-bytes': 'The file is not really {ending}. Export it again, or correct its ending.',
    'media-large':
      'The picture has {kilobytes} KB, more than {most} KB. Make it smaller or redraw it; best is below 40 KB.',
    'media-heavy':
      'The picture has {kilobytes} KB; it should be below {most} KB. Learners have weak networks: make it smaller if you can.',
    'svg-broken': 'The SVG cannot be read here. Export it again as plain SVG.',
    'svg-declaration': 'An SVG of ours has no DOCTYPE, entity, CDATA or <?…?>. Delete it; export as plain SVG.',
    'svg-element': 'An SVG of ours has no <{name}>. Delete it; draw with path, rect, circle, text…',
    'svg-attribute': 'An SVG of ours has no attribute {name}. Delete it; colours are written with fill and stroke.',
    'svg-address': 'In an SVG, {name} may point only to #… in the same file. Correct or delete it.',
  },
}
