/** What may stand before the vowel. `qu` and `gi` swallow theirs. */
const onsets = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'

/** What may follow, without its tone. */
const rhymes = `
  a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu êng êc
  i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu ya
  o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
  oc oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ uôc uôi uôm uôn uông uôt uy uya uych uyn uynh uyt
  uyu uyên uyêt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
  y yêm yên yêng yêt yêu yn ynh yt ych`

const onsetPattern = onsets
  .split(' ')
  .sort((a, b) => b.length - a.length)
  .join('|')
const known = new Set(rhymes.trim().split(/\s+/))
const first = new RegExp(`^(?:${onsetPattern})?`)

/** Whether one word, letters only, could be a Vietnamese syllable: its beginning, its rhyme and its tone fit together. */
export function isSyllable(word: string): boolean {
  const lower = word.toLowerCase().normalize('NFD')
  const tone = lower.match(/[\u0300\u0301\u0303\u0309\u0323]/g) ?? []
  if (tone.length > 1) return false
  const bare = lower.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC')
  // Syllables that end in c, ch, p, t have sắc or nặng only.
  if (tone.length === 1 && !/[\u0301\u0323]/.test(tone[0] ?? '') && /[cptCPT]h?$/.test(bare) && !/[nh]h$/.test(bare))
    return false
  return startsOf(bare).some((start) => known.has(bare.slice(start)))
}

/** Where the rhyme may begin: after the longest beginning, or, in "gì", "giêng" and "quốc", one letter before. */
function startsOf(bare: string): number[] {
  const length = first.exec(bare)?.[0].length ?? 0
  return /^(gi|qu)/.test(bare) ? [length, 1, 0] : [length, 0]
}
