import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { Birth } from '../../kernel/field/field.ts';
import { count, link, text, yesNo } from '../../kernel/field/plain.ts';
import { rows } from '../../kernel/field/rows.ts';
import { defineStep, erase } from '../../kernel/step/step.ts';
import { historyOf } from '../../practice/history.fixture.ts';
import { lookedAfterReview } from '../../practice/looked-after/looked-after-review.ts';
import { visit } from '../../practice/child-protection/visit.ts';
import { askedOnlyIf } from './asked-when.ts';
import { beforeOf } from './last-time.tsx';
import { dayToAsk, offeredOf, prefilled, prefilledIn } from './offers.ts';
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
  it('folds what is seldom needed behind one touch; where something is answered, asked or wrong there it is open', () => {
    const partOf = (more: object) =>
      /<details class="govuk-details sl-folded"( open)?[^>]*>(?:(?!<\/details>).)*Agreed actions/s.exec(
        render(<StepForm {...props} given={{}} step={erase(visit)} siblings={[]} {...more} />),
      );
    expect(partOf({})?.[0]).toContain('Agreed actions');
    const id = 'f.agreedActions';
    const states = [
      {},
      { given: { [`${id}.0.what`]: '' } },
      { given: { [`${id}.0.what`]: 'Ring the school' } },
      { given: { more: id } },
      { problems: [{ field: `${id}.0.what`, message: 'Say it' }] },
    ];
    expect(states.map((more) => partOf(more)?.[1] !== undefined)).toEqual([false, false, true, true, true]);
  });
  it('opens with a folded question what is asked only upon it, and shows what stands as offered in the line of its fold', () => {
    const offers = new Map([['f.place', { value: 'home', words: 'From Household and address, 5 Jan 2026', entry: 'e1' }]]);
    const marker = { 'offered.f.place': '"home"' };
    const foldOf = (name: string, place: string, more: object = marker) =>
      new RegExp(`<details class="govuk-details sl-folded"( open)?[^>]*>((?:(?!</details>).)*name="${name}".*?)</details>`, 's').exec(
        render(<StepForm {...props} given={{ 'f.place': place, ...more }} step={erase(visit)} siblings={[]} offers={offers} />),
      );
    expect(foldOf(`e.${ada.person}.sleepingPlaceSeen`, 'home')?.[2]).toContain(`name="e.${ada.person}.sleepingPlace"`);
    const line = foldOf('f.place', 'home');
    expect([line?.[1], line?.[2]?.split('</summary>')[0]]).toEqual([undefined, expect.stringMatching(/Where: .*At home.*From Household/s)]);
    expect([foldOf('f.place', 'school'), foldOf('f.place', '', {})]).toEqual([null, null]);
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
    expect(html.match(/In the chronology: /g)).toHaveLength(2);
    expect(html).toContain('<input type="hidden" name="f.fresh" value="7"');
    expect(html.match(/name="f\.on"/g)).toHaveLength(3);
  });

  it('puts each problem at its question, naming the child where there are several', () => {
    const { problems } = understandForm(toy, { ...given, 'f.on': ['30', '2', '2026'], [`e.${ben.person}.seen`]: [] }, props.chosen);
    expect(problems.map(({ field }) => field)).toEqual(['f.on', `e.${ben.person}.seen`]);
    expect(problems[1]?.message).toBe('Ben: Answer the question “Was the child seen?”');
    const html = render(<StepForm {...props} problems={problems} />);
    expect(html).toContain('There is a problem');
    expect(html).toContain('href="#f.on-day"');
    expect(html).toContain('id="f.on-error"');
  });

  it('offers what the link carries, never what must be judged afresh', () => {
    expect(offered(toy, { colour: 'r', note: 'copied', other: 'x' })).toEqual({ 'f.colour': 'r' });
  });

  describe('a question of several lines', () => {
    const people = { id: link('Who', 'member', { required: 'a duty' }), on: date('By when'), note: text('Note', { lines: 2 }) };
    const step = { ...toy, fields: { ...toy.fields, tasks: rows('Tasks', people, { line: 'Task', shown: 2 }) } };
    const links = { ...props.links, member: [{ value: ada.person, label: 'Ruth Oyelaran' }] };
    const filled = { ...given, 'f.tasks.0.id': ada.person, 'f.tasks.0.on': '2026-03-09', 'f.tasks.1.note': 'Ring <her>' };

    it('shows empty lines, and one more when asked, also without JavaScript', () => {
      const linesOf = (more: object): number =>
        render(<StepForm {...props} step={step} links={links} given={{ ...given, ...more }} />).match(/role="group" aria-label="Task \d"/g)
          ?.length ?? 0;
      expect([linesOf({}), linesOf({ ...filled, 'f.tasks.2.note': '' }), linesOf({ ...filled, more: 'f.tasks' })]).toEqual([2, 3, 3]);
    });
    it('says at its cell what is wrong, and refuses whom the form did not offer', () => {
      const { problems } = understandForm(step, filled, props.chosen, links);
      expect(problems).toEqual([{ field: 'f.tasks.1.id', message: 'Task 2: Select who' }]);
      const html = render(<StepForm {...props} step={step} links={links} given={filled} problems={problems} />);
      for (const words of ['href="#f.tasks.1.id"', 'id="f.tasks.1.id-error"', 'type="date"', 'Ring &lt;her>'])
        expect(html).toContain(words);
      const stranger = understandForm(step, { ...filled, 'f.tasks.1.id': ben.person }, props.chosen, links);
      expect(stranger.problems).toEqual([{ field: 'f.tasks', message: 'Who must be chosen from the list' }]);
    });
    it('is read back as a table, by name, and carried on', () => {
      const whole = { ...filled, 'f.tasks.1.id': ada.person };
      const html = render(
        <CheckAnswers
          {...props}
          step={step}
          links={links}
          given={whole}
          answers={understandForm(step, whole, props.chosen, links).answers}
        />,
      );
      for (const words of [
        '<th scope="col">By when</th>',
        'Ruth Oyelaran</td>',
        '9 Mar 2026',
        'name="f.tasks.1.note" value="Ring &lt;her>"',
      ])
        expect(html).toContain(words);
    });
  });

  describe('what is known is filled in, and says where from', () => {
    const history = historyOf(['household', '2026-01-05', { address: '14 Example Street' }]);
    const offers = offeredOf(erase(visit), ada.person, history, props.today, () => 'Household and address');
    const filled = prefilled(erase(visit), offers, {});
    const form = (more: object) => render(<StepForm {...props} step={erase(visit)} siblings={[]} offers={offers} {...more} />);

    it('shown with its source, machine-readable too', () => {
      const html = form({ given: filled });
      for (const words of [
        'value="2026-03-03" checked',
        'Today, Tue 3 Mar',
        'Yesterday, Mon 2 Mar',
        'value="home" checked',
        'data-from="e1"',
      ])
        expect(html).toContain(words);
      expect(html).toContain('From Household and address, 5 Jan 2026');
      expect(html).toContain('<input type="hidden" name="offered.f.place" value="&quot;home&quot;"');
    });
    it('and what stood and what was put right can be counted', () => {
      const counted = (more: object) => {
        const sent = { ...filled, [`e.${ada.person}.seen`]: 'yes', ...more };
        return prefilledIn(sent, understandForm(erase(visit), sent, [ada]).answers);
      };
      expect([counted({}), counted({ 'f.place': 'school' }), counted({ 'f.visitedOn': ['', '1', '3', '2026'] })]).toEqual([
        { prefilled: 2, corrected: 0 },
        { prefilled: 2, corrected: 1 },
        { prefilled: 2, corrected: 1 },
      ]);
    });
    it('unless the link that led here says otherwise', () =>
      expect(prefilled(erase(visit), offers, { 'f.place': 'school' })).toMatchObject({ 'f.place': 'school', 'f.visitedOn': '2026-03-03' }));
    it('begun on one day and sent on another, it is asked once on which day it was', () => {
      const next = literal('2026-03-04');
      expect(dayToAsk(filled, props.today)).toBeUndefined();
      const asked = dayToAsk(filled, next);
      expect(asked?.problems).toEqual([
        { field: 'f.visitedOn', message: 'You began this on 3 Mar 2026. Select the day on which it happened' },
      ]);
      const html = form({ given: asked?.given ?? {}, problems: asked?.problems ?? [], today: next });
      expect(html).not.toContain('type="radio" id="f.visitedOn-day" name="f.visitedOn" value="2026-03-04" checked');
      expect(html).toContain('href="#f.visitedOn-day"');
      expect(dayToAsk({ ...asked?.given, 'f.visitedOn': '2026-03-03' }, next)).toBeUndefined();
    });
  });

  describe('last time', () => {
    const before = beforeOf(
      'visit',
      historyOf(
        ['visit', '2026-02-02', { visitedOn: '2026-02-02', seen: true, whatTheChildSaid: 'My shoes are <new>' }],
        ['coreGroupMeeting', '2026-02-20'],
      ),
      () => 'Core group',
    );
    it('stands beside each question, and is not copied; what was recorded since stands above', () => {
      const html = render(<StepForm {...props} step={erase(visit)} given={{}} siblings={[]} before={before} />);
      expect(html).toContain('My shoes are &lt;new>');
      expect(html).toMatch(/<textarea[^>]*whatTheChildSaid[^>]*><\/textarea>/);
      expect(html).not.toMatch(/name="e[^"]*seen" type="radio" value="yes" checked/);
      expect(html).toContain('Since the last visit, 2 Feb 2026: 1 entry');
      expect(html).toContain(`href="/children/${ada.person}#entry-e2"`);
    });
    it('of each brother or sister stands on their own line, never on another’s', () => {
      const html = render(
        <StepForm
          {...props}
          step={erase(visit)}
          given={{}}
          beforeOfSiblings={new Map(before === undefined ? [] : [[ben.person, before]])}
        />,
      );
      const [own = '', bens = ''] = html.split(`id="with-${ben.person}"`);
      expect([own.includes('My shoes are'), bens.includes('My shoes are &lt;new>')]).toEqual([false, true]);
      expect(bens).toContain(`href="/children/${ben.person}#entry-e2"`);
    });
  });

  it('tells the browser upon which one choice a question depends', () => {
    const fields = { ...visit.fields, ...visit.each };
    expect(askedOnlyIf(fields, 'seen')).toBeUndefined();
    expect(askedOnlyIf(fields, 'seenAlone')).toEqual({ name: 'seen', says: ['yes'] });
    expect(askedOnlyIf(lookedAfterReview.fields, 'people')).toEqual({ name: 'held', says: ['', 'yes'] });
  });

  describe('what is asked of each child upon an answer given once for all', () => {
    const { fields, each } = lookedAfterReview;
    const review = { ...props, step: erase(lookedAfterReview), chosen: [ada, ben] };
    const put = { 'f.heldOn': ['5', '2', '2026'], 'f.held': 'no', [`e.${ben.person}.decisions`]: 'Of a review that was not held' };
    it('depends in the browser upon the one question, on every line', () => {
      expect(askedOnlyIf(each, 'decisions', fields)).toEqual({ name: 'held', says: ['', 'yes'], once: true });
      const html = render(<StepForm {...review} given={{}} />);
      for (const { person } of [ada, ben])
        expect(html).toMatch(new RegExp(`data-when="f\\.held"[^>]*>(?:(?!data-when)[^])*name="e\\.${person}\\.decisions"`));
    });
    it('is not understood where that answer says that it is not asked', () => {
      const { answers, problems } = understandForm(review.step, put, review.chosen);
      expect([problems, answers.each.get(ben.person)]).toEqual([[], {}]);
      const held = understandForm(review.step, { ...put, 'f.held': 'yes' }, review.chosen).answers.each.get(ben.person);
      expect(held).toEqual({ decisions: 'Of a review that was not held' });
    });
  });

  it('escapes what was typed', () => {
    expect(render(<StepForm {...props} given={{ 'f.note': '</textarea><script>' }} />)).not.toContain('<script>');
  });
});
