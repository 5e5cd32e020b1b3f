/** What is asked for thousands of children on the same few hundred days is worked out once a day. */
export function remembered<Day extends string | number, T>(work: (day: Day) => T): (day: Day) => T {
  const known = new Map<Day, T>();
  return (day) => {
    const found = known.get(day);
    if (found !== undefined) return found;
    if (known.size > 20_000) known.clear();
    const made = work(day);
    known.set(day, made);
    return made;
  };
}
