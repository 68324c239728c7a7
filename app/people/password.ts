const shortestPassword = 8
const longestPassword = 200

export type PasswordProblem = 'password-short' | 'password-long' | 'password-common' | 'password-name'

/** Those that are tried first everywhere, and here. */
const commonest = new Set(
  `12345678 123456789 1234567890 123123123 1234512345 12341234 87654321 987654321 11111111 00000000 88888888 66668888
  11223344 12121212 123123a@ 123456a@ 1234567a a1234567 a12345678 abc12345 abcd1234 abc123456 aa123456 1q2w3e4r
  1qaz2wsx qwertyui qwerty123 qwertyuiop asdfghjk asdfghjkl zxcvbnm1 zxcvbnm123 password password1 password123
  passw0rd p@ssw0rd matkhau1 matkhau123 matkhau12 matkhaucuatoi iloveyou vietnam1 vietnam123 vietnam@123 vietnamvodich
  toilaai1 anhyeuem emyeuanh yeuemnhieu yeuanhnhieu khongbiet khongco1 bacho1975 30041975 02091945 tiengiang
  tiengiang123 dongthap123 mytho123 benso123 admin123 admin1234 administrator welcome1 football sunshine princess`.split(
    /\s+/,
  ),
)

/**
 * What is wrong with a password, or null. Length is the only rule of its shape; spaces and Vietnamese letters count.
 * `names` are things that anyone knows of this person: user name, phone, e-mail.
 */
export function passwordProblem(password: string, names: readonly string[] = []): PasswordProblem | null {
  const length = [...password.slice(0, longestPassword * 4)].length
  if (length > longestPassword) return 'password-long'
  if (length < shortestPassword) return 'password-short'
  const plain = password.toLowerCase().replace(/\s/g, '')
  if (commonest.has(plain) || /^(.)\1*$/u.test(plain)) return 'password-common'
  if (names.some((name) => name.toLowerCase().replace(/\s/g, '') === plain)) return 'password-name'
  return null
}
