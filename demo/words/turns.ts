/** Sentences in turn: no family hears one twice before it has heard them all, and no two families begin with the same. */
export type Turns = <T>(bank: readonly [T, ...T[]]) => T;

export function turnsOf(n: number): Turns {
  const heard = new Map<object, number>();
  return (bank) => {
    const turn = heard.get(bank) ?? 0;
    heard.set(bank, turn + 1);
    return bank[(n * 5 + turn) % bank.length] ?? bank[0];
  };
}
