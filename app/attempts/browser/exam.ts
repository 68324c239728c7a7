export const enhanceExam = (_: HTMLElement, __: unknown) => {}
