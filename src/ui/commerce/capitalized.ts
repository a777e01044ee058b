/** A word of a sentence as the first of a line: `paid out` is `Paid out`; 中文 stays as it is. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
