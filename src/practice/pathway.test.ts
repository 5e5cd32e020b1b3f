import { describe, expect, it, test } from 'vitest';
import { date } from '../kernel/calendar/dates.ts';
import { givenOf, understand } from '../kernel/field/understand.ts';
import { inLists } from '../kernel/derivation/derivation.ts';
import { whatStands, type Line } from '../kernel/step/history.ts';
import { boardPeople, everybodyHere, practitioners, practitionersAndLeads } from '../kernel/step/permission.ts';
import { derivation, nextAfter, permissionTable, standingOf, stepNamed, steps, timescales, wordingOf } from './pathway.ts';
import { visit } from './child-protection/visit.ts';
import { chain, historyOf, type Told } from './history.fixture.ts';

/** Of a member of staff and of no manager of theirs: who they are, as a census asks it, and what they say on leaving. */
const ofStaffAlone = new Set(['staffDetails', 'exitInterview']);

describe('steps', () => {
  it('have names of their own', () => expect(new Set(steps.map((step) => step.name)).size).toBe(steps.length));
  it('are offered after others: steps that exist, and of nearly every step some', () => {
    const next = steps.map(({ name }) => [...nextAfter(historyOf([name, '2026-03-02']))]);
    for (const name of next.flat()) expect(stepNamed(name)?.name).toBe(name);
    expect(next.filter((names) => names.length === 0).length).toBeLessThanOrEqual(6);
  });
  it('are offered first where they come next: after the last three kinds of thing that happened', () => {
    const plan = [
      ...nextAfter(
        historyOf(['referral', '2026-01-05'], ['childProtectionPlan', '2026-02-02'], ['visit', '2026-02-04'], ['visit', '2026-02-09']),
      ),
    ];
    expect(plan).toEqual(expect.arrayContaining(['coreGroupMeeting', 'reviewConference', 'visit', 'referralDecision']));
    const later = nextAfter(
      historyOf(
        ['referral', '2026-01-05'],
        ['childProtectionPlan', '2026-02-02'],
        ['visit', '2026-02-04'],
        ['coreGroupMeeting', '2026-02-11'],
      ),
    );
    expect(later.has('reviewConference')).toBe(true);
    expect(later.has('referralDecision')).toBe(false);
  });
  it('ask which entry is meant among those that it can be, and of any entry only where any can be meant', () => {
    const asksOfAny = steps.filter(
      ({ file, among, fields, each }) =>
        (file === undefined || file === 'also') &&
        among === undefined &&
        Object.values({ ...fields, ...each }).some(
          ({ control, inFilesAlone }) => control.kind === 'link' && control.to === 'entry' && inFilesAlone !== true,
        ),
    );
    expect(asksOfAny.map(({ name }) => name).toSorted()).toEqual(['explanations', 'lateReason', 'redaction', 'returnExplanation']);
    const among = stepNamed('lookedAfterReviewRecord')?.among;
    expect(
      among?.(historyOf(['visit', '2026-03-02'], ['lookedAfterReview', '2026-03-03'], ['household', '2026-03-04'])).map(({ step }) => step),
    ).toEqual(['lookedAfterReview']);
  });
  it('bring before the reviewing officer what happened and is not considered yet', () => {
    const told: readonly Told[] = [
      ['periodOfCare', '2026-01-12', { legalStatus: 'C2' }],
      ['placement', '2026-01-12', { type: 'U6' }],
      ['missingEpisode', '2026-02-03', { kind: 'M' }],
      ['missingEpisode', '2026-02-10', { kind: 'M' }],
      ['visit', '2026-02-12', { seen: true }],
    ];
    const offered = (...more: readonly Told[]) =>
      stepNamed('reviewEventConsidered')
        ?.among?.(historyOf(...told, ...more))
        .map(({ happenedOn }) => happenedOn);
    expect(offered()).toEqual(['2026-02-03', '2026-02-10']);
    expect(offered(['reviewEventConsidered', '2026-02-13', { event: 'e3', decision: 'notNeeded' }])).toEqual(['2026-02-10']);
  });
  it('have timescales that start, are met and end with steps that exist', () => {
    for (const rule of timescales)
      for (const { step } of [...rule.starts, rule.meets, ...(rule.alsoMetBy ?? []), ...rule.endedBy])
        expect(stepNamed(step)?.name, rule.rule).toBe(step);
  });
  it('have rules whose versions do not overlap', () => {
    for (const a of timescales)
      for (const b of timescales)
        if (a !== b && a.rule === b.rule)
          expect((a.inForce.to ?? '9999') < b.inForce.from || (b.inForce.to ?? '9999') < a.inForce.from).toBe(true);
  });
  it('are read by practitioners and recorded by somebody', () => {
    for (const { step, record, read } of permissionTable()) {
      if (ofStaffAlone.has(step)) {
        expect([...record, ...read], step).toEqual(['headOfService', 'headOfService']);
        continue;
      }
      const readers = stepNamed(step)?.file === 'procedures' ? everybodyHere : practitioners;
      const besides = new Set<string>(
        stepNamed(step)?.file === 'procedures'
          ? ['leadPractitioner']
          : ['leadPractitioner', 'designatedOfficer', ...boardPeople, 'performanceAnalyst', 'inspector'],
      );
      expect(read.filter((role) => !besides.has(role))).toEqual(readers.filter((role) => !besides.has(role)));
      expect(record.length).toBeGreaterThan(0);
    }
  });
  it('tell an inspector what every practitioner is told of children, nothing of files or of what lawyers are asked; and take nothing from them', () => {
    const told = permissionTable().filter(({ read }) => read.includes('inspector'));
    expect(told.length).toBeGreaterThan(100);
    expect(told.filter(({ file, read }) => (file ?? 'also') !== 'also' || !practitioners.every((role) => read.includes(role)))).toEqual([]);
    expect(told.filter(({ step }) => ['consultationAdvice', 'legalPlanningMeeting', 'caseConsultation'].includes(step))).toEqual([]);
    expect(permissionTable().filter(({ record }) => record.includes('inspector'))).toEqual([]);
  });
  it('tell who sits on a Safeguarding Board, and is let into no child’s record, of bodies and what is to be done in them alone', () => {
    const told = permissionTable().filter(({ record, read }) =>
      [...record, ...read].some((role) => role === 'boardMember' || role === 'boardManager'),
    );
    expect(told.filter(({ file }) => !['body', 'procedures', 'course'].includes(file ?? '')).map(({ step }) => step)).toEqual([
      'trainingNeed',
      'action',
      'actionProgress',
    ]);
    expect(told.filter(({ step, record }) => step.startsWith('bodyMember') && record.includes('boardMember'))).toEqual([]);
  });
  it('tell a lead practitioner of family help nothing of protection, of care, of a court, or of who referred', () => {
    const toldTo = (verb: 'record' | 'read'): string =>
      permissionTable()
        .flatMap(({ step, [verb]: may }) => (may.includes('leadPractitioner') ? [step] : []))
        .toSorted()
        .join(' ');
    expect(toldTo('record')).toBe(
      'action actionProgress agreementToHelp allegation assessmentReport caseNote changeOfHelp childAndFamilyAssessment childInNeedPlan childInNeedReview ' +
        'familyHelp familyHelpEnd familyHelpPlan familyHelpReview household lateReason missedAppointment procedureComment procedureRead professional relationship ' +
        'safetyIncident sharingOfInformation staffSupervisionComment trainingBooking trainingBookingEnd trainingElsewhere trainingNeed visit',
    );
    expect(toldTo('read')).toBe(
      'action actionProgress adultDetails agreementToHelp allocation assessmentAuthorisation assessmentReport assessmentReturn caseNote caseloadStandard changeOfHelp ' +
        'childAndFamilyAssessment childInNeedPlan childInNeedPlanEnd childInNeedReview coWorkingEnd employment employmentEnd familyHelp familyHelpEnd familyHelpPlan familyHelpReview ' +
        'homelessYoungPerson household lateReason leadPractitioner missedAppointment needsAssessment parentalResponsibility personDetails ' +
        'procedureComment procedureCommentAnswer procedureRead professional relationship safetyIncident sharingOfInformation staffAbsence staffAbsenceEnd staffRegistration ' +
        'staffSupervision staffSupervisionAgreement staffSupervisionComment staffSupervisionEnd supervisionQuality teamPosts trainingBooking trainingBookingEnd trainingElsewhere trainingNeed visit warning warningEnd',
    );
  });

  it('let nobody record of a child who may open no child’s record: what files alone bring, and whose rows they are, is another matter', () => {
    const mayOpen: ReadonlySet<string> = new Set(practitionersAndLeads);
    const closed = steps.filter(({ file, may }) => file === undefined && may.record.some((role) => !mayOpen.has(role)));
    expect(closed.map(({ name }) => name).toSorted()).toEqual(['identityDecision', 'outcomesOfTheYear', 'socialWorkerEpisode']);
  });

  describe.each(steps.map((step) => [step.name, step] as const))('%s', (_name, step) => {
    const fields = { ...step.fields, ...step.each };
    it('has an example, each of which says what happened and when, and is refused by nothing', () => {
      expect(Object.keys(step.examples).length).toBeGreaterThan(0);
      for (const example of Object.values(step.examples)) {
        expect(step.happenedOn(example as never)).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(step.summary(example as never)).not.toMatch(/undefined/);
        expect(step.decide([], example as never, date('2030-01-01'))).toEqual([]);
        for (const key of Object.keys(example)) expect(Object.keys(fields)).toContain(key);
      }
    });
    it('understands each example as its form gives it', () => {
      for (const example of Object.values(step.examples))
        expect(understand(fields, givenOf(fields, example))).toEqual({ kind: 'accepted', value: example });
    });
    it('gives a reason for whatever must be answered', () => {
      for (const field of Object.values(fields)) if (field.required !== undefined) expect(field.required.length).toBeGreaterThan(10);
    });
  });

  it('never offer what was seen or said from an earlier visit', () => {
    for (const field of [visit.fields.note, ...Object.values(visit.each)]) expect(field.neverPrefilled).toBe(true);
  });
});

describe('standing', () => {
  it('gives the address of the last household, and keeps a confidential one to itself', () => {
    const moved = (...answers: readonly Line['answers'][]) =>
      standingOf(historyOf(...answers.map((one, n) => ['household', `2026-01-0${n + 1}`, one] as const)));
    const home = { address: '14 Example Street\nOxford', postcode: 'OX1 1ND' };
    expect(moved(home).livesAt).toBe('14 Example Street\nOxford\nOX1 1ND');
    const refuge = moved(home, { address: 'Example House', isConfidential: true });
    expect(refuge.addressIsConfidential).toBe(true);
    expect(JSON.stringify(refuge)).not.toContain('Example');
  });

  const details = (answers: Line['answers']) => standingOf(historyOf(['personDetails', '2019-05-14', answers])).name;
  test.each([
    [{ firstName: 'Amira', lastName: 'Example', laChildId: '7' }, 'Amira Example'],
    [{ laChildId: '7', bornOn: '2019-05-14' }, 'Child 7'],
    [{ expectedOn: '2026-04-02' }, 'Unborn child, expected 2 Apr 2026'],
  ])('names %o', (answers, name) => expect(details(answers)).toBe(name));

  const open: readonly Told[] = [
    ['personDetails', '2019-05-14', { laChildId: '7', bornOn: '2019-05-14', family: 'F1', upn: 'A123456789123' }],
    ['referral', '2026-03-02'],
    ['allocation', '2026-03-03', { worker: 'w', team: 't', role: 'lead' }],
    ['initialConference', '2026-03-24', { outcome: 'planMade' }],
    ['childProtectionPlan', '2026-03-24', { category: 'NEG', latestCategory: 'EMO' }],
    ['visit', '2026-04-01', { seen: true }],
    ['visit', '2026-04-09', { seen: false }],
    ['reviewConference', '2026-06-20', { held: true }],
  ];
  it('says what is open, since when and with whom', () =>
    expect(standingOf(historyOf(...open))).toEqual({
      name: 'Child 7',
      bornOn: '2019-05-14',
      family: 'F1',
      openSince: '2026-03-02',
      onPlanSince: '2026-03-24',
      category: 'EMO',
      worker: 'w',
      workerSince: '2026-03-03',
      team: 't',
      lastSeenOn: '2026-04-01',
      lastReviewOn: '2026-06-20',
      lastConferenceOn: '2026-03-24',
    }));
  it('says since when a worker has the child, or since when nobody has; who works beside them, and what is before a court', () => {
    const held = (...more: readonly Told[]) => {
      const { worker, workerSince, unallocatedSince, seconds, courtSince } = standingOf(historyOf(...open, ...more));
      return { worker, workerSince, unallocatedSince, seconds, courtSince };
    };
    const to = (on: string, worker?: string, role = 'lead'): Told => [
      'allocation',
      on,
      { ...(worker === undefined ? {} : { worker }), role },
    ];
    expect(held(to('2026-04-01', 'w'))).toMatchObject({ worker: 'w', workerSince: '2026-03-03' });
    expect(held(to('2026-04-01', 'x'))).toMatchObject({ worker: 'x', workerSince: '2026-04-01' });
    expect(held(to('2026-04-01'))).toEqual({ unallocatedSince: '2026-04-01' });
    expect(held(to('2026-04-01'), to('2026-04-20', 'w'))).toMatchObject({ worker: 'w', workerSince: '2026-04-20' });
    const beside = [to('2026-04-01', 'y', 'second'), to('2026-04-02', 'z', 'second')];
    expect(held(...beside)).toMatchObject({ worker: 'w', seconds: ['y', 'z'] });
    expect(held(...beside, ['coWorkingEnd', '2026-05-01', { worker: 'y' }])).toMatchObject({ seconds: ['z'] });
    expect(held(...beside, to('2026-05-01', 'y'))).toMatchObject({ worker: 'y', seconds: ['z'] });
    expect(held(['letterBeforeProceedings', '2026-05-01'])).toMatchObject({ courtSince: '2026-05-01' });
    expect(held(['careProceedings', '2026-05-01'], ['proceedingsEnd', '2026-10-01']).courtSince).toBeUndefined();
  });
  it('closing the case closes what was open in it', () => {
    const closed = standingOf(historyOf(...open, ['closure', '2026-09-01']));
    expect([closed.openSince, closed.onPlanSince, closed.category]).toEqual([undefined, undefined, undefined]);
  });
  it('a later set of details adds to the first and takes nothing away', () =>
    expect(standingOf(historyOf(...open, ['personDetails', '1900-01-01', { laChildId: '7', sex: 'F' }]))).toMatchObject({
      bornOn: '2019-05-14',
      sex: 'F',
    }));
  it('knows the child by each identifier', () =>
    expect(derivation.identifiers(historyOf(...open))).toEqual([
      { kind: 'LAchildID', value: '7' },
      { kind: 'UPN', value: 'A123456789123' },
    ]));
});

describe('what is read of a standing', () => {
  const said = chain(
    ['personDetails', '2019-05-14', { firstName: 'Amira' }],
    ['periodOfCare', '2026-01-05', { legalStatus: 'V2' }],
    ['placement', '2026-01-05', { type: 'U6', carers: 'The Hartleys', postcode: 'OX4 2QQ' }],
    ['household', '2026-01-02', { address: '14 Example Street', until: '2026-01-04' }],
    ['household', '2026-01-03', { address: 'A refuge', isConfidential: true, until: '2026-01-04' }],
    ['warning', '2026-01-06', { kind: 'dangerToStaff', words: 'Dog', from: '2026-01-06' }],
  );
  const without = (step: string, entry?: string) => standingOf(whatStands(said.filter((one) => one.step !== step && one.entry !== entry)));
  const ofSteps = Object.entries(derivation.readBy).filter(([, by]) => by !== inLists);

  it.each(ofSteps)('%s comes of the step "%s" alone, and lists have nothing of it', (part, step) => {
    expect(stepNamed(step)?.name).toBe(step);
    // The second household is confidential: an address is given by the first alone.
    expect(Object.keys(without('', part === 'livesAt' ? 'e5' : undefined))).toContain(part);
    expect(Object.keys(without(step))).not.toContain(part);
  });

  it('in lists is no free text: nothing that somebody typed but names', () => {
    const typed = ['The Hartleys', 'OX4 2QQ', '14 Example Street', 'A refuge', 'Dog'];
    const shown = JSON.stringify(Object.entries(without('', 'e5')).filter(([part]) => !ofSteps.some(([one]) => one === part)));
    for (const words of typed) expect(shown).not.toContain(words);
  });
});

it('hashes each wording differently', () => expect(new Set(steps.map(wordingOf)).size).toBe(steps.length));
