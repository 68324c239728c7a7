import { fold } from '#app/i18n/fold.ts'
import type { Field } from '#app/intake/reading/field.ts'

/**
 * What agencies write above their columns (domain.md 1.11), without tone marks; the first that fits wins. What must not
 * be taken for another stands first: "Ngày cấp CCCD" is no number, "Nơi sinh" no birth.
 */
const words: ReadonlyArray<[RegExp, Field | 'other']> = [
  [/\b(ngay|noi|co quan) cap\b|\bngay (tuyen dung|bo nhiem|vao|lam viec|ket nap|dang ki|nhan)\b/, 'other'],
  [
    /^(noi sinh|que quan|dan toc|ton giao|trinh do.*|chuyen mon|he so.*|bac luong|ki ten|chu ki|ki nhan|xep loai|diem|anh)$/,
    'other',
  ],
  [/^(stt|tt|so tt|so thu tu|thu tu|no|#)$/, 'order'],
  [
    /^ngay(,| |\/)*(thang)?(,| |\/)*nam sinh\b|^(ngay|nam)( thang)?( nam)? sinh\b|^(ntns|ntn sinh|sinh ngay|ngay thang nam|sinh nam|nam sinh.*|dob|date of birth|birthday|ns)$/,
    'birth',
  ],
  [
    /^(ho va ten dem|ho va chu dem|ho va ten lot|ho va lot|ho dem|ho lot|ho ten dem|ho chu lot|ho|ho va dem)$/,
    'familyName',
  ],
  [/^ten$/, 'givenName'],
  [
    /^(ho( va)?( chu dem va| dem va)? ?ten\b.*|hoten|ho va ten|ten (can bo|hoc vien|nhan vien|nguoi|cong nhan|day du).*|ho ten.*|full ?name|name)$/,
    'fullName',
  ],
  [/\b(cccd|ddcn|cmnd|cmt|cmtnd|can cuoc|dinh danh|sdd?cn|giay to tuy than|chung minh)\b/, 'personalId'],
  [/\b(dien thoai|sdt|dtdd|di dong|dt|phone|mobile|zalo|tel|so may)\b/, 'phone'],
  [/\b(e ?mail|thu dien tu|hop thu|mail)\b/, 'email'],
  [/^(gioi tinh|gioi|phai|gt|nam nu|gender|sex)$/, 'gender'],
  [/\b(doi tuong|phan loai|loai (can bo|lao dong|doi tuong|hinh)|nhom)\b/, 'category'],
  [/^(ma (so )?(nv|nhan vien|can bo|cb|cong chuc|cbccvc|cong nhan|the|so)|msnv|mnv|ma so|ma|so the)$/, 'staffCode'],
  [/\b(chuc vu|chuc danh|chuc vi|vi tri( viec lam| cong tac)?|nghe nghiep|cong viec|position|job)\b/, 'position'],
  [/^nghe$/, 'position'],
  [/\b(dia chi|thuong tru|noi o|cho o|tam tru|noi cu tru|address)\b/, 'address'],
  [
    /\b(don vi|co quan|cq|noi cong tac|noi lam viec|phong ban|bo phan|cong ti|doanh nghiep|truong|unit|department)\b|^(phong|to|khoa|ban|chuyen|to chuyen)$/,
    'unit',
  ],
  [/\b(ghi chu|chu thich|note)\b/, 'note'],
]

/** The field a heading names, `'other'` for a column we know and do not need, null for one we do not know. */
export function fieldOf(heading: string): Field | 'other' | null {
  const plain = plainHeading(heading)
  if (plain === '' || plain.length > 60) return null
  return words.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

/** Sharp edge: `fold` writes i for the y of "ký" and "công ty". */
export function plainHeading(heading: string): string {
  return fold(heading)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^a-z0-9#]+/g, ' ')
    .trim()
}
