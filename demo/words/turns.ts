/** Sentences in turn: no family hears one twice before it has heard them all, and no two families begin with the same. */
export type Turns = <T>(bank: readonly [T, ...T[]]) => T;

export function turnsOf(n: number): Turns {
  const heard = new Map<object, number>();
  return (bank) => {
    const turn = heard.get(bank) ?? 0;
    heard.set(bank, turn + 1);
    return bank[(startOf(n, bank.length) + turn) % bank.length] ?? bank[0];
  };
}

/** Another beginning for each family and each length of bank, so that sentences meet in ever new company. */
const startOf = (n: number, length: number): number => (Math.imul(n + 1, 2_654_435_761 ^ (length * 40_503)) >>> 8) % length;
