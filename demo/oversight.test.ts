import { describe, expect, test } from 'vitest';
import { date, daysBetween } from '../src/kernel/calendar/dates.ts';
import { stateOf } from '../src/kernel/step/clock.ts';
import { whatStands } from '../src/kernel/step/history.ts';
import { derivation, stepNamed } from '../src/practice/pathway.ts';
import { demonstrationCounties } from './authority.ts';
import { chainsOf } from './chains.ts';
import type { DemoFile } from './load-file.ts';
import { toldOf } from './told.ts';

const today = date('2026-11-24');
const counties = demonstrationCounties(0.5);
const told = toldOf(counties, today, 0.5);
const families = [...told.families];
const files = told.files();
const entries = families.flatMap((family) => family.entries);
const of = (kind: string): readonly DemoFile[] => files.filter((file) => file.kind === kind);
const stepIn = (file: DemoFile, step: string) => file.entries.filter((entry) => entry.step === step);

/** A file’s statements, each as of its instant. */
const historyOf = (file: DemoFile) => whatStands(chainsOf(file).get(file.file) ?? []);

describe('supervision', () => {
  const staff = of('staff');
  const late = staff.filter((file) =>
    derivation
      .clocks(historyOf(file))
      .some((clock) => clock.rule === 'staffSupervision' && stateOf(clock, today, new Date(`${today}T12:00:00Z`)) === 'late'),
  );
  test('of everybody for two years, once a month, most of it in time; late is where a team is short of staff', () => {
    expect(staff.length).toBeGreaterThan(100);
    const held = staff.map((file) => stepIn(file, 'staffSupervision').filter(({ shared }) => shared['held'] === true).length);
    expect(Math.min(...held)).toBeGreaterThan(10);
    expect(held.reduce((sum, one) => sum + one, 0) / held.length).toBeGreaterThan(20);
    expect(late.length).toBeGreaterThan(4);
    expect(late.length).toBeLessThan(18);
    const managers = Map.groupBy(late, (file) => file.entries[0]?.recordedBy);
    expect(managers.size).toBeLessThan(14);
    expect(Math.max(...[...managers.values()].map((some) => some.length))).toBeGreaterThan(1);
  });
  test('no word about a child is in the file of a member of staff, and each child named was discussed on that day', () => {
    const discussed = new Set(
      entries
        .filter(({ step }) => step === 'caseDiscussion')
        .flatMap(({ happenedOn, shared, about }) => about.map(({ person }) => `${String(shared['worker'])} ${happenedOn} ${person}`)),
    );
    const named = staff.flatMap((file) =>
      stepIn(file, 'staffSupervision').flatMap(({ happenedOn, shared }) =>
        (Array.isArray(shared['children']) ? shared['children'] : []).map(
          ({ child }: { child: string }) => `${file.subject} ${happenedOn} ${child}`,
        ),
      ),
    );
    expect(named.filter((one) => !discussed.has(one))).toEqual([]);
    expect(named.length).toBeGreaterThan(200);
  });
});

describe('audits', () => {
  const finished = of('auditProgramme').filter((file) => stepIn(file, 'auditModeration').length > 0);
  test('two programmes of forty are over, each moderated, a fifth audited twice by two who do not see each other’s; one has begun', () => {
    expect(of('auditProgramme')).toHaveLength(3);
    expect(finished.map((file) => stepIn(file, 'auditModeration').length)).toEqual([40, 40]);
    for (const programme of finished) {
      const drawn = new Set(stepIn(programme, 'auditModeration').map(({ shared }) => shared['child']));
      const audits = of('caseAudit').flatMap((file) =>
        stepIn(file, 'caseFileAudit').map(({ shared }) => ({ child: shared['child'], by: file.subject })),
      );
      const twice = [...Map.groupBy(audits, ({ child }) => child)].filter(
        ([child, some]) => drawn.has(child) && new Set(some.map(({ by }) => by)).size > 1,
      );
      expect(twice.length).toBeGreaterThanOrEqual(8);
    }
  });
  test('each says with whom the auditor spoke: the practitioner always, the child of some', () => {
    const spoken = of('caseAudit').flatMap((file) =>
      stepIn(file, 'caseFileAudit').map(({ shared }) => String(shared['spokenWith']).split(',')),
    );
    expect(spoken.filter((who) => !who.includes('practitioner'))).toEqual([]);
    expect(spoken.filter((who) => who.includes('child')).length).toBeGreaterThan(10);
  });
  test('a child found unsafe is told to the manager by name and answered on the same day; what fell short has actions, and is looked at again', () => {
    const [found, ...more] = entries.filter(({ step }) => step === 'childFoundUnsafe');
    expect(more).toEqual([]);
    const answer = entries.find(({ step, shared }) => step === 'concernAnswer' && shared['concern'] === found?.entry);
    expect([answer?.happenedOn, answer?.recordedBy]).toEqual([found?.happenedOn, found?.shared['manager']]);
    const outcomes = entries.filter(({ step }) => step === 'caseFileAuditOutcome');
    const again = outcomes.filter(({ shared }) => shared['again'] !== undefined);
    expect(again.length).toBeGreaterThan(15);
    const actions = new Set(entries.filter(({ step }) => step === 'action').map(({ shared }) => shared['agreedIn']));
    expect(again.filter(({ entry }) => !actions.has(entry))).toEqual([]);
    const seconds = again.filter(({ about, happenedOn }) =>
      outcomes.some((other) => other.about[0]?.person === about[0]?.person && daysBetween(happenedOn, other.happenedOn) > 60),
    );
    expect(seconds.length).toBeGreaterThan(8);
  });
});

test('chairs note what was good and what was not, and are answered; consultations are asked, and most are answered', () => {
  const count = (step: string) => entries.filter((entry) => entry.step === step).length;
  for (const step of ['chairsAudit', 'concernAnswer', 'caseConsultation', 'consultationAdvice'])
    expect(count(step), step).toBeGreaterThan(5);
  expect(count('caseConsultation')).toBeGreaterThan(count('consultationAdvice'));
});

describe('bodies', () => {
  const bodies = of('body');
  test('are the three partners with four sub-groups and three panels, and the board of 2009 in its own configuration', () => {
    const [partners] = bodies.filter(({ title }) => title.includes('partners'));
    expect(bodies.filter(({ subject }) => subject === partners?.file)).toHaveLength(7);
    const configurations = bodies.map(({ entries: [first] }) => first?.shared['configuration']);
    expect(new Set(configurations)).toEqual(new Set(['safeguardingPartners', 'subGroup', 'panel', 'localSafeguardingChildrenBoard']));
    for (const body of bodies)
      expect(
        body.entries.every(({ recordedOn }) => recordedOn < today),
        body.title,
      ).toBe(true);
  });
  test('meet, challenge and count for two years: each entry is one that its form would take', () => {
    for (const body of bodies)
      for (const { step, shared } of body.entries) {
        const definition = stepNamed(step);
        if (definition === undefined) throw new Error(step);
        expect(definition.decide([], shared as never, today), `${body.title} ${step}`).toEqual([]);
        expect(
          Object.keys(shared).filter((name) => definition.fields[name] === undefined),
          step,
        ).toEqual([]);
      }
    const steps = new Set(bodies.flatMap((body) => body.entries.map(({ step }) => step)));
    expect(steps.size).toBeGreaterThan(17);
    const late = bodies
      .flatMap((body) => derivation.clocks(historyOf(body)))
      .filter((clock) => stateOf(clock, today, new Date(`${today}T12:00:00Z`)) === 'late');
    expect(late.length).toBeGreaterThan(0);
    expect(late.length).toBeLessThan(25);
  });
});
