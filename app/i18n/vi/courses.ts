export const courses = {}
