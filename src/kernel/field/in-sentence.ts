/** A label as it stands within a sentence: "Decision on the referral: early help or another service". */
export const inSentence = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);
