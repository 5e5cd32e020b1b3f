import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import type { History } from '../../kernel/step/history.ts';
import { allOf, defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { mayOfBodies } from './readers.ts';

const degrees = { low: 'Low', medium: 'Medium', high: 'High' } as const;
export const riskStates = { open: 'Open', accepted: 'Accepted, and watched', closed: 'Closed' } as const;

/** A line of the risk register, as judged on a day. The same risk is judged again by another entry that names the one before. */
export const bodyRisk = defineStep({
  name: 'bodyRisk',
  title: 'Risk',
  law: 'Children Act 2004 s16E; Working Together 2023, chapter 2: partners know where their arrangements may fail',
  file: 'body',
  fields: {
    judgedOn: date('Date', { required: 'A risk is judged on a day' }),
    before: link('As judged before', 'entry', { hint: 'Blank: a new risk' }),
    risk: text('What may happen, and to whom', { lines: 2, required: 'A risk that is not said is not watched' }),
    likelihood: code('How likely', degrees, { neverPrefilled: true }),
    impact: code('How bad', degrees, { neverPrefilled: true }),
    control: text('What is done about it', { lines: 2 }),
    owner: text('Who answers for it', { longest: 200 }),
    state: code('It is', riskStates, { neverPrefilled: true }),
    reviewOn: date('It is judged again on'),
  },
  happenedOn: (answers) => answers.judgedOn,
  offers: (_history, today) => ({ judgedOn: { value: today } }),
  may: mayOfBodies,
  summary: ({ risk, state }) => `${risk}${state === undefined ? '' : `: ${riskStates[state].toLowerCase()}`}`,
  decide: (history, { judgedOn, before }, today) => {
    const named = history.find(({ entry }) => entry === before);
    return [
      ...notAhead({ field: 'judgedOn', what: 'The date', on: judgedOn }, today),
      ...(named !== undefined && named.step !== 'bodyRisk' ? [{ field: 'before', message: 'That is no risk: choose one, or none' }] : []),
    ];
  },
  dependsOn: ['bodyRisk'],
  examples: {
    new: {
      judgedOn: literal('2026-03-02'),
      risk: 'Health visitor posts stay empty, and babies are not seen',
      likelihood: 'high',
      impact: 'high',
      control: 'The board hears the vacancies each quarter',
      owner: 'Integrated care board',
      state: 'open',
      reviewOn: literal('2026-06-01'),
    },
    'judged again': {
      judgedOn: literal('2026-06-01'),
      before: '55555555-5555-4555-8555-555555555555',
      risk: 'Health visitor posts stay empty, and babies are not seen',
      likelihood: 'medium',
      impact: 'high',
      state: 'open',
    },
  },
});

const weight: Readonly<Record<string, number>> = { low: 1, medium: 2, high: 3 };

/** How likely times how bad, from 1 to 9; undefined: not judged. */
const scoreOf = ({ likelihood, impact }: { readonly likelihood?: string; readonly impact?: string }): number | undefined =>
  likelihood === undefined || impact === undefined ? undefined : (weight[likelihood] ?? 0) * (weight[impact] ?? 0);

/** Every risk as it was judged last, with how it stood at first: the greatest first, what is closed last. */
export function riskRegister(history: History) {
  const all = allOf(bodyRisk, history);
  const again = new Map(all.flatMap((one) => (one.answers.before === undefined ? [] : [[one.answers.before, one] as const])));
  const latest = (one: (typeof all)[number], left = all.length): (typeof all)[number] => {
    const next = again.get(one.entry);
    return next === undefined || left === 0 ? one : latest(next, left - 1);
  };
  return all
    .filter(({ answers }) => !all.some(({ entry }) => entry === answers.before))
    .map((first) => {
      const last = latest(first);
      return { ...last, first: first.happenedOn, score: scoreOf(last.answers), scoreAtFirst: scoreOf(first.answers) };
    })
    .toSorted((a, b) => Number(a.answers.state === 'closed') - Number(b.answers.state === 'closed') || (b.score ?? 0) - (a.score ?? 0));
}
