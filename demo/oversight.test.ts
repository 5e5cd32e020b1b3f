import { describe, expect, test } from 'vitest';
import { date, daysBetween } from '../src/kernel/calendar/dates.ts';
import { stateOf } from '../src/kernel/step/clock.ts';
import { linesIn } from '../src/kernel/field/rows.ts';
import { whatStands } from '../src/kernel/step/history.ts';
import { derivation, idWithin, stepNamed } from '../src/practice/pathway.ts';
import { readManual } from '../src/governance/procedures/read-manual.ts';
import { readingsOf } from '../src/governance/procedures/readings.ts';
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
  /** Who is supervised, and has been here for two years; who came since or has left is not. */
  const staff = of('staff').filter((file) => daysBetween(stepIn(file, 'staffSupervisionAgreement')[0]?.happenedOn ?? today, today) > 650);
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

test('supervisions are drawn and read by the head of service, who held none of them; not all yet, and not all of them changed something', () => {
  const [programme] = of('auditProgramme').filter(({ entries: [begun] }) => begun?.shared['population'] === 'supervisions');
  const drawn = new Set(linesIn(programme?.entries[0]?.shared['supervisions']).map(({ entry }) => entry));
  const read = of('staff').flatMap((file) => stepIn(file, 'supervisionQuality').map((one) => ({ one, file })));
  expect(drawn.size).toBe(20);
  expect([read.length > 8, read.length < 20]).toEqual([true, true]);
  for (const { one, file } of read) {
    const held = stepIn(file, 'staffSupervision').find(({ entry }) => entry === one.shared['supervision']);
    expect([drawn.has(held?.entry), held?.shared['held'], held?.recordedBy === one.recordedBy]).toEqual([true, true, false]);
  }
  expect(new Set(read.map(({ one }) => one.shared['changed'])).size).toBeGreaterThan(2);
});

describe('procedures', () => {
  const read = of('procedures').flatMap((file) => stepIn(file, 'procedureRead'));
  test('are read by most and not by all, some of them late; each entry is one that its form would take', () => {
    const manual = readManual();
    const [latest] = manual.editions;
    const here = counties[0].members.filter(({ leftDaysAgo }) => leftDaysAgo === undefined);
    const readers = here.filter((_, n) => n % 2 === 0).map(({ member, roles }) => ({ id: member, roles }));
    const [protecting] = (latest?.chapters ?? []).filter(({ id }) => id === 'front-door');
    const readings = read.map(({ recordedBy, shared, about }) => ({
      member: recordedBy,
      edition: date(String(shared['edition'])),
      file: about[0]?.person,
    }));
    const ofIt = readings
      .filter(({ file }) => file === idWithin('procedures', 'front-door', 0))
      .map((one) => ({ ...one, chapter: 'front-door' }));
    const [told] = readingsOf(protecting === undefined ? [] : [protecting], readers, ofIt);
    const share = 1 - (told?.unread.length ?? 0) / (told?.owed ?? 1);
    expect([share > 0.6, share < 0.98]).toEqual([true, true]);
    for (const { step, shared, recordedOn } of of('procedures').flatMap(({ entries: all }) => all))
      expect([step, stepNamed(step)?.decide([], shared as never, recordedOn)]).toEqual([step, []]);
  });
  test('are commented on by agencies: answered, once too late, and once not yet', () => {
    const clocks = of('procedures').flatMap((file) => derivation.clocks(historyOf(file)));
    expect(clocks.filter(({ metOn, dueOn }) => metOn !== undefined && metOn > dueOn)).toHaveLength(1);
    expect(clocks.filter(({ metOn }) => metOn === undefined)).toHaveLength(1);
    expect(clocks.length).toBeGreaterThan(4);
  });
});

test('an expert from outside is shown a few entries of one child that bear on the question', () => {
  const shown = told.shown();
  const steps = entries.filter(({ entry }) => shown?.entries.includes(entry) === true).map(({ step }) => step);
  expect(steps).toContain('caseConsultation');
  expect([steps.length > 1, steps.length < 6]).toEqual([true, true]);
});

describe('audits', () => {
  const finished = of('auditProgramme').filter((file) => stepIn(file, 'auditModeration').length > 0);
  test('two programmes of forty are over, each moderated, a fifth audited twice by two who do not see each other’s; one has begun', () => {
    expect(of('auditProgramme').filter(({ entries: [begun] }) => begun?.shared['population'] !== 'supervisions')).toHaveLength(3);
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
