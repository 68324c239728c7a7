import { createContext, type ReactNode, useContext } from 'react'
import { localPath } from '#app/i18n/local-path.ts'
import { type Locale, type Messages, messages } from '#app/i18n/messages.ts'

const Words = createContext<{ locale: Locale; words: Messages }>({ locale: 'vi', words: messages('vi') })

export function WordsProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <Words.Provider value={{ locale, words: messages(locale) }}>{children}</Words.Provider>
}

/** The words of the page's language, in any component. */
export function useWords(): Messages {
  return useContext(Words).words
}

export function useLocale(): Locale {
  return useContext(Words).locale
}

/** The same address in the page's language: English stands under /en. */
export function usePath(): (path: string) => string {
  const locale = useLocale()
  return (path) => localPath(locale, path)
}
