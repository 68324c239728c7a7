/** The boxes for what a merger takes in besides the unit itself; more than ten at once were never decreed. */
export const mergedWith = [2, 3, 4, 5, 6, 7, 8, 9, 10] as const
/** The boxes for what a split makes. */
export const splitParts = [1, 2, 3, 4, 5, 6] as const
/** As many stand open; the rest is folded away until somebody needs it. */
export const placesInSight = 3
