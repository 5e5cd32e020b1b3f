import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { Birth } from '../../kernel/field/field.ts';
import { count, text, yesNo } from '../../kernel/field/plain.ts';
import { defineStep, erase } from '../../kernel/step/step.ts';
import { visit } from '../../practice/child-protection/visit.ts';
import { CheckAnswers, StepForm } from './step-form.tsx';
import { offered, understandForm } from './understand.ts';

const toy = erase(
  defineStep({
    name: 'toy',
    title: 'Toy step',
    law: 'A law',
    fields: {
      on: date('Date it happened', { required: 'a duty' }),
      colour: code('Colour of the door', { r: 'Red', b: 'Blue' }),
      note: text('What was noticed', { lines: 4, neverPrefilled: true }),
      fresh: count('A field added to one place'),
    },
    each: { seen: yesNo('Was the child seen?', { required: 'a duty' }) },
    happenedOn: ({ on }) => on,
    may: { record: ['socialWorker'], read: ['socialWorker'] },
    summary: () => 'Toy',
    examples: { one: { on: literal('2026-03-03'), seen: true } },
  }),
);

const ada = { person: '11111111-1111-4111-8111-111111111111', name: 'Ada' };
const ben = { person: '22222222-2222-4222-8222-222222222222', name: 'Ben' };
const given = {
  'f.on': ['3', '3', '2026'],
  'f.colour': 'b',
  'f.fresh': '7',
  [`e.${ada.person}.seen`]: 'yes',
  [`e.${ben.person}.seen`]: 'no',
  with: ben.person,
};
const props = {
  step: toy,
  action: '/here',
  csrf: 'token',
  entry: '33333333-3333-4333-8333-333333333333',
  readAt: '2026-03-03T10:00:00.000Z',
  child: ada,
  siblings: [ben],
  chosen: [ada, ben],
  given,
  problems: [],
  links: { entry: [], member: [], team: [], person: [] },
  today: literal('2026-03-03'),
};

describe('the one form renderer', () => {
  it('asks of each only what can be true of them: the expectant mother before the birth, what the child said after it', () => {
    const about = (child: Birth): string =>
      render(<StepForm {...props} given={{}} step={erase(visit)} child={{ ...ada, ...child }} siblings={[]} />);
    const [mother, said] = ['Was the expectant mother seen?', 'What the child said or showed'] as const;
    const unborn = about({ expectedOn: literal('2026-04-02') });
    expect([unborn.includes(mother), unborn.includes(said)]).toEqual([true, false]);
    const known = about({ bornOn: literal('2019-05-14') });
    expect([known.includes(mother), known.includes(said)]).toEqual([false, true]);
    const newborn = about({ bornOn: literal('2026-03-01'), expectedOn: literal('2026-03-09') });
    expect([newborn.includes(mother), newborn.includes(said)]).toEqual([true, true]);
    expect(about({ bornOn: literal('2025-03-01'), expectedOn: literal('2025-03-09') })).not.toContain(mother);
  });
  it('asks nobody what files alone state, unless there is such an answer to put right', () => {
    const step = { ...toy, fields: { ...toy.fields, told: yesNo('What a file told', { inFilesAlone: true }) } };
    expect(render(<StepForm {...props} step={step} />)).not.toContain('What a file told');
    expect(render(<StepForm {...props} step={step} given={{ ...given, 'f.told': 'yes' }} />)).toContain('What a file told');
  });
  it('shows every field of the definition, with a line for each child', () => {
    const html = render(<StepForm {...props} />);
    for (const label of ['Date it happened', 'Colour of the door', 'What was noticed', 'A field added to one place'])
      expect(html).toContain(label);
    expect(html).toContain(`name="e.${ada.person}.seen"`);
    expect(html).toContain(`name="e.${ben.person}.seen"`);
    expect(html).toContain(`value="${props.entry}"`);
  });

  it('reads every answer back on the check page and carries it on', () => {
    const { answers, problems } = understandForm(toy, given, props.chosen);
    expect(problems).toEqual([]);
    const html = render(<CheckAnswers {...props} answers={answers} />);
    for (const words of ['3 Mar 2026', 'Blue', 'A field added to one place', '>7<', 'Ben']) expect(html).toContain(words);
    expect(html).toContain('<input type="hidden" name="f.fresh" value="7"');
    expect(html.match(/name="f\.on"/g)).toHaveLength(3);
  });

  it('puts each problem at its question, naming the child where there are several', () => {
    const { problems } = understandForm(toy, { ...given, 'f.on': ['30', '2', '2026'], [`e.${ben.person}.seen`]: [] }, props.chosen);
    expect(problems.map(({ field }) => field)).toEqual(['f.on', `e.${ben.person}.seen`]);
    expect(problems[1]?.message).toBe('Ben: Select was the child seen?');
    const html = render(<StepForm {...props} problems={problems} />);
    expect(html).toContain('There is a problem');
    expect(html).toContain('href="#f.on-day"');
    expect(html).toContain('id="f.on-error"');
  });

  it('offers what the link carries, never what must be judged afresh', () => {
    expect(offered(toy, { colour: 'r', note: 'copied', other: 'x' })).toEqual({ 'f.colour': 'r' });
  });

  it('escapes what was typed', () => {
    expect(render(<StepForm {...props} given={{ 'f.note': '</textarea><script>' }} />)).not.toContain('<script>');
  });
});
