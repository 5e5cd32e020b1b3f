import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import { isRegisteredOn, registers, type RegisterName } from '../../../practice/pathway.ts';
import type { ListedChild } from '../../../record/contract.ts';
import type { Registered } from './page.tsx';

/** Who is on a register today: nobody who has died or is too old for it, or was on it too long ago. */
export function registeredOf(children: readonly ListedChild[], register: RegisterName, today: LocalDate): readonly Registered[] {
  const rules: ReadonlySet<string> = new Set(registers[register].rules);
  return children.flatMap(({ person, standing, clocks }) => {
    const found = standing.registers?.find((one) => one.register === register);
    if (found === undefined || standing.diedOn !== undefined || !isRegisteredOn(register, found, standing.bornOn, today)) return [];
    const owed = clocks
      .filter(({ rule, metOn, endedOn }) => rules.has(rule) && metOn === undefined && (endedOn === undefined || endedOn > today))
      .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
    return [{ person, name: standing.name, since: found.since, state: found.state, worker: standing.worker, owed }];
  });
}
