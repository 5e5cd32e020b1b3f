export function isAnyLarge(from: string, words: readonly string[]): boolean;
