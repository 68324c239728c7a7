/** The 24 competences of the digital competence frame for learners (Thông tư 02/2025/TT-BGDĐT); names stand in i18n. */
// biome-ignore format: one domain a line
const competences = [
  '1.1', '1.2', '1.3',
  '2.1', '2.2', '2.3', '2.4', '2.5', '2.6',
  '3.1', '3.2', '3.3', '3.4',
  '4.1', '4.2', '4.3', '4.4',
  '5.1', '5.2', '5.3', '5.4',
  '6.1', '6.2', '6.3',
] as const
export type Competence = (typeof competences)[number]

export function isCompetence(code: string): code is Competence {
  return competences.some((known) => known === code)
}
