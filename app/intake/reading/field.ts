/** What a column of a list of people may hold. */
export const fields = [
  'order',
  'fullName',
  'familyName',
  'givenName',
  'birth',
  'birthDay',
  'birthMonth',
  'birthYear',
  'birthIfMale',
  'birthIfFemale',
  'gender',
  'personalId',
  'phone',
  'email',
  'unit',
  'position',
  'category',
  'staffCode',
  'address',
  'note',
] as const
export type Field = (typeof fields)[number]

/**
 * What was put right or could not be read. The words of the fixtures' README, told with each person and printed by the
 * command line.
 */
export const problems = [
  'birth-invalid',
  'birth-two-digit-year',
  'id-leading-zero-restored',
  'id-scientific',
  'id-old-9-digits',
  'id-wrong-length',
  'id-birth-mismatch',
  'phone-leading-zero-restored',
  'phone-old-11-digits',
  'phone-not-mobile',
  'phone-invalid',
  'name-all-caps',
  'name-case-lost',
  'name-single-word',
  'zero-width-removed',
  'formula-like',
  'duplicate-person',
] as const
export type Problem = (typeof problems)[number]

/** Why a cell is marked in the preview: a problem, or a guess that a person should look at. */
const guesses = [
  'letters-unsure',
  'name-odd',
  'birth-from-serial',
  'phone-several',
  'id-gender-mismatch',
  'id-shared',
  'email-invalid',
  'gender-unknown',
  'category-unknown',
  'unit-of-section',
  'no-result',
  'too-long',
] as const
export type Doubt = Problem | (typeof guesses)[number]
