import type { courses as vi } from '#app/i18n/vi/courses.ts'

const number = new Intl.NumberFormat('en-GB')
const some = (count: number, one: string, many: string) => `${number.format(count)} ${count === 1 ? one : many}`

export const courses: typeof vi = {
  audiences: {
    citizens: 'Citizens',
    workers: 'Workers',
    officials: 'Officials and public employees',
    enterprises: 'Enterprises and cooperatives',
  },
  forAudience: {
    citizens: 'For citizens',
    workers: 'For workers',
    officials: 'For officials and public employees',
    enterprises: 'For enterprises and cooperatives',
  },
  jumps: { citizens: 'Citizens', workers: 'Workers', officials: 'Officials', enterprises: 'Enterprises' },
  lessons: (count) => some(count, 'lesson', 'lessons'),
  minutes: (count) => some(count, 'minute', 'minutes'),
  hours: (count) => some(count, 'training hour', 'training hours'),

  home: {
    title: 'Learn digital skills',
    description: 'Free digital skills: using a phone, public services, spotting scams. No account needed.',
    welcome: 'Come aboard at the digital landing',
    offer: (minutes) => `About ${minutes} minutes a lesson. Free, and without an account.`,
    offerWithoutCourses: 'The courses are being prepared. Please come back later.',
    firstLesson: 'Take the first lesson',
    landing:
      'Morning at a river landing: a grandmother and her grandchild stand on the steps and look at a phone together. A fruit boat lies on the river.',
    today: 'What would you like to be able to do today?',
    allCourses: (count) => (count === 1 ? 'See this course' : `See all ${number.format(count)} courses`),
    scamHead: 'This week’s scam',
    scamLink: 'See why it is fake',
    scamScene: 'The hand of an older person holding a phone.',
    scams: [
      {
        lesson: 'gia-ngan-hang',
        story: '“Your electricity bill is overdue, cut off in 2 hours, tap to pay”',
        advice:
          'This message is fake. It rushes you so that you have no time to think. Do not tap the link. Call the number printed on your paper bill.',
      },
      {
        lesson: 'gia-cong-an',
        story: '“You are part of a money laundering case. Move your money to a safe account”',
        advice:
          'This call is fake. No public authority orders a transfer by telephone. Hang up, then ask the commune police.',
      },
      {
        lesson: 'giong-con-mat-con',
        story: '“Mum, I am in hospital, send money at once”',
        advice:
          'Machines can copy a voice and a face. Hang up. Call your child’s old number and ask the family’s secret question.',
      },
      {
        lesson: 'dau-tu-tinh-cam',
        story: '“Put in 5 million, earn 500 thousand a day, take it out whenever you like”',
        advice:
          'High and certain profit is bait. The first time they let you take money out, so that you trust them. Never send money to somebody you only know online.',
      },
    ],
    doors: 'A place for everyone',
    door: {
      citizens: { title: 'Citizens, growers, small traders', words: 'VNeID, payments, scams, selling online.' },
      workers: {
        title: 'Workers in industrial zones',
        words: 'A card at a time between shifts; stop whenever you like. A shared phone will do.',
      },
      officials: {
        title: 'Officials and public employees',
        words: 'Mandatory courses, deadlines and the hours of the year.',
      },
      enterprises: { title: 'Enterprises and cooperatives', words: 'Short courses for those who lead.' },
    },
    check: 'Check a certificate',
    checkCode: 'Code on the paper',
    checkExample: 'For example: BS-7K4M-Q9TX',
    checkButton: 'Check',
  },

  catalogue: {
    title: 'Courses',
    description: 'All digital skills courses: search by what you want to do, by learner, level and length.',
    question: 'What would you like to learn?',
    example: 'Tone marks are not needed, for example: lua dao',
    search: 'Search',
    jumps: 'For whom',
    filters: 'Filter the courses',
    audience: 'For whom',
    level: 'Level',
    levelOption: (level) => `Level ${level}`,
    competence: 'Digital competence',
    length: 'Length',
    lengths: { '60': 'At most 60 minutes', '60-120': '60 to 120 minutes', '120': 'More than 120 minutes' },
    any: 'All',
    apply: 'Filter',
    clear: 'Clear the filters',
    count: (count) => (count === 0 ? 'No courses yet.' : `${some(count, 'course', 'courses')}.`),
    found: (count, question) =>
      count === 0 ? `No course for “${question}”.` : `${some(count, 'course', 'courses')} for “${question}”.`,
    fitting: (count) => (count === 0 ? 'No course fits.' : `${some(count, 'course fits', 'courses fit')}.`),
    inLesson: 'In the lesson',
    empty: 'There is no such course yet',
    emptyAdvice: 'Try fewer words, or clear some of the filters.',
    seeAll: 'See all courses',
    nothingYet: 'The courses are being prepared',
    nothingYetAdvice: 'Please come back later, or ask the digital community team of your hamlet or quarter.',
    toHome: 'Go to the first page',
  },

  course: {
    crumb: 'Path',
    steps: (count, each, all) =>
      each === null || count === 1
        ? `${some(count, 'lesson', 'lessons')}, ${all} minutes`
        : `${count} lessons of ${each} minutes`,
    states: { opened: 'Begun', read: 'Read, not finished', done: 'Done' },
    examWhat: (questions) => `${some(questions, 'question', 'questions')} from all lessons.`,
    examAccount: 'Sign in before you take the exam.',
    outcomes: 'Afterwards you can',
    handouts: 'Papers to print',
    printHandout: 'Made for paper: print it from your browser, on A4.',
    languages: 'Languages',
    languageNames: { vi: 'Vietnamese', en: 'English' },
    about: 'About the course',
    fee: 'Fee',
    free: 'Free',
    time: 'Learning time',
    credit: 'Hours credited',
    level: 'Level',
    levels: (lowest, highest) => {
      const bands = ['Foundation', 'Intermediate', 'Advanced', 'Highly specialised']
      const band = (level: number) => bands[Math.ceil(level / 2) - 1] ?? ''
      const names = [...new Set([band(lowest), band(highest)])].join(' – ')
      return `${lowest === highest ? lowest : `${lowest}–${highest}`} (${names})`
    },
    competences: 'Digital competences',
    passing: 'To pass',
    passPercent: (percent) => (percent === 0 ? 'Hand in the exam' : `Reach ${percent}% of the exam’s points`),
    passScenario: 'get every situation right',
    passMarked: 'get every required question right',
    and: ' and ',
    practice: 'Answer all questions in the lessons',
    minutesPercent: (percent) => `Spend at least ${percent}% of each lesson’s time`,
    timeLimit: 'Time for the exam',
    noTimeLimit: 'No time limit',
    again: 'Retakes',
    againFreely: 'As often as you like',
    attempts: (count) => `At most ${some(count, 'attempt', 'attempts')}`,
    wait: (hours) =>
      hours % 24 === 0 ? `${some(hours / 24, 'day', 'days')} apart` : `${some(hours, 'hour', 'hours')} apart`,
    paper: 'When you pass you get',
    papers: { confirmation: 'A confirmation', completion: 'A certificate of completion' },
    more: 'Level, digital skills, authors',
    makers: 'Written by',
    reviewed: 'Content reviewed',
    reviewBy: 'Next review before',
    myProgress: 'See your progress',
  },

  next: {
    first: 'Take the first lesson',
    lesson: (place) => `Go on with lesson ${place}`,
    exam: 'Take the exam',
    examAgain: 'See the exam',
    certificate: 'See your certificate',
  },

  competences: {
    '1.1': 'Browsing, searching and filtering',
    '1.2': 'Evaluating information',
    '1.3': 'Managing data, information and digital content',
    '2.1': 'Interacting',
    '2.2': 'Sharing',
    '2.3': 'Engaging in citizenship',
    '2.4': 'Collaborating',
    '2.5': 'Netiquette',
    '2.6': 'Managing digital identity',
    '3.1': 'Developing digital content',
    '3.2': 'Integrating and re-elaborating',
    '3.3': 'Copyright and licences',
    '3.4': 'Programming',
    '4.1': 'Protecting devices',
    '4.2': 'Protecting personal data and privacy',
    '4.3': 'Protecting health and well-being',
    '4.4': 'Protecting the environment',
    '5.1': 'Solving technical problems',
    '5.2': 'Identifying needs and technological responses',
    '5.3': 'Creatively using digital technology',
    '5.4': 'Identifying digital competence gaps',
    '6.1': 'Understanding AI',
    '6.2': 'Using AI',
    '6.3': 'Evaluating AI',
  },
}
