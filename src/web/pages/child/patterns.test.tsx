import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { date } from '../../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../../../practice/history.fixture.ts';
import { stepNamed } from '../../../practice/pathway.ts';
import { Patterns } from './patterns.tsx';

const referredTwice: readonly Told[] = [
  ['referral', '2025-12-01'],
  ['referral', '2026-03-02'],
];
const shown = (told: readonly Told[], mayRecord: readonly string[]): string => {
  const history = historyOf(...told);
  const events = history.map((statement) => ({ statement, title: stepNamed(statement.step)?.title }));
  const child = { record: { person: 'p', history }, known: { today: date('2026-03-03') }, events, mayRecord: mayRecord.map(stepNamed) };
  return render(<Patterns child={child as never} />);
};

it('names each entry that it rests on, and offers whoever may record to set it aside', () => {
  const page = shown(referredTwice, ['patternSetAside']);
  for (const words of [
    '2 referrals in twelve months',
    'href="#entry-e1"',
    'Referral, 1 Dec 2025',
    'record/patternSetAside?pattern=referrals',
  ])
    expect(page).toContain(words);
  expect(shown(referredTwice, [])).not.toContain('Set aside');
});
it('says nothing of a record in which nothing repeats', () => expect(shown(referredTwice.slice(1), ['patternSetAside'])).toBe(''));
