import { looksLike } from '#app/questions/typed/looks-like.ts'

const noun = '(?:y|y kien|dap an|cau|cau tra loi|lua chon|phuong an|dieu|viec)'
const patterns = [
  // tất cả các ý trên, cả ba câu trên đều đúng, toàn bộ phương án kể trên
  new RegExp(`^(?:tat ca|toan bo|ca [a-z0-9]+)(?: (?:cac|nhung))?(?: ${noun})? (?:(?:o|ke|neu|vua neu) )?tren\\b`),
  // tất cả đều đúng, cả hai câu đều sai
  new RegExp(`^(?:tat ca|toan bo|ca [a-z0-9]+)(?: (?:cac|nhung))?(?: ${noun})? deu (?:dung|sai|khong dung)$`),
  // không có đáp án nào đúng, không câu nào ở trên
  new RegExp(`^khong (?:co )?${noun} nao (?:dung|sai|(?:(?:o|ke|neu) )?tren)`),
  // cả A và B
  /^(?:ca )?[a-f](?: [a-f])* va [a-f](?: (?:deu )?dung)?$/,
  /^(?:all|none|both|any|neither) of (?:the )?(?:above|these|them)/,
  /^(?:both|either|neither) [a-f] (?:and|or|nor) [a-f]$/,
]

/** “All of the above” and its kin: they give the answer away and make no sense once options are shuffled. */
export function isWholesale(text: string): boolean {
  const plain = looksLike(text)
  return patterns.some((pattern) => pattern.test(plain))
}
