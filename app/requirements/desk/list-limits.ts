/** As many of a list of people as the address of a form or of a file names. */
export const mostInAddress = 300

/** As many as are reminded at once. */
export const mostReminded = 5_000
