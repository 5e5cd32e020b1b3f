import { activities, type Children } from './children.ts';
import type { StagePlan } from './stage-plan.ts';
import type { Tally } from './tally.ts';

/** What is overdue when a child moves on was late. */
export function settle({ stage, lateFrom }: Children, { clock }: StagePlan, tally: Tally, child: number, now: number): void {
  for (let n = 0; n < activities; n += 1) {
    const from = lateFrom[activities * child + n] ?? -1;
    if (from >= 0 && from <= now) tally.wasDue(clock[activities * (stage[child] ?? 0) + n] ?? -1, from, true);
  }
}

/** So was what is overdue on the last day. */
export function settleAll(children: Children, plan: StagePlan, tally: Tally, now: number): void {
  for (let child = 0; child < children.used; child += 1) if ((children.stage[child] ?? -1) >= 0) settle(children, plan, tally, child, now);
}
