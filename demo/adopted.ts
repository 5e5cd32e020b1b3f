import { addDays, type LocalDate } from '../src/kernel/calendar/dates.ts';
import type { Database } from '../src/platform/database.ts';
import type { Derivation, NewEntry, Session } from '../src/record/contract.ts';
import { createRecord } from '../src/record/record.ts';
import { teamFor, type DemoStaff } from './authority.ts';
import { idFrom } from './chance.ts';
import { asFamily, begin, tellingOf, type Setting } from './family.ts';
import { introduce } from './stories/front-door.ts';
import { allocate } from './stories/workforce.ts';
import { daysAgo, managerOn, say, workingDayBefore, type DemoFamily, type Telling } from './telling.ts';
import { themesOfTeam } from './words/themes.ts';

/** Beyond every family of the demonstration. */
const n = 99_000;

/**
 * One child who was adopted: looked after at a few months old, placed with the panel’s recommendation and the court’s leave, and adopted some weeks ago. The
 * record is then sealed by the product’s own act, which begins the new one.
 */
export function tellAdopted(setting: Setting): DemoFamily {
  const { chance, front } = begin(setting, n, 'Central');
  const startedOn = dayBefore(setting.today, 640);
  const who = { size: 1, isDisabled: false, referredOn: startedOn, youngest: [0.2, 0.6] as const };
  const telling = tellingOf(setting, n, { chance, front, theme: themesOfTeam.disability }, who);
  introduce(telling, startedOn);
  const team = teamFor(setting.staff, 'Central', 'Looked After 1');
  allocate(telling, startedOn, team, team.workers[0]);
  inCare(telling, startedOn);
  towardsAdoption(telling);
  return asFamily(telling, 0, 0);
}

const dayBefore = (today: LocalDate, ago: number): LocalDate => workingDayBefore(daysAgo(today, ago));

function inCare(telling: Telling, startedOn: LocalDate): void {
  const { today, reviewer } = telling;
  const on = (ago: number) => dayBefore(today, ago);
  const placement = {
    type: 'U6',
    carers: 'Foster carers in the county',
    provider: 'PR1',
    postcode: 'NR4 2AB',
    expectation: 'shortTerm',
    area: 'here',
  };
  say(telling, {
    step: 'periodOfCare',
    on: startedOn,
    shared: { startedOn, legalStatus: 'C1', categoryOfNeed: 'N1', homePostcode: 'NR3 4AB' },
  });
  say(telling, { step: 'previousPermanence', on: startedOn, shared: { option: 'Z1', establishedOn: startedOn } });
  say(telling, { step: 'placement', on: startedOn, shared: { startedOn, ...placement } });
  say(telling, {
    step: 'reviewingOfficerNamed',
    on: on(637),
    by: reviewer,
    shared: { namedOn: on(637), officer: reviewer, isIndependent: true },
  });
  say(telling, {
    step: 'carePlan',
    on: on(632),
    shared: { madeOn: on(632), permanence: 'notYetDecided', plan: 'Assessments of both parents and of an aunt.' },
  });
  reviewAndVisit(telling);
  keepWell(telling);
}

function reviewAndVisit(telling: Telling): void {
  const { today, reviewer } = telling;
  const on = (ago: number) => dayBefore(today, ago);
  for (const ago of [616, 530, 350, 230, 170])
    say(telling, {
      step: 'lookedAfterReview',
      on: on(ago),
      by: reviewer,
      shared: {
        heldOn: on(ago),
        held: true,
        officer: reviewer,
        isIndependent: true,
        participation: 'PN0',
        planNow: ago > 500 ? 'notYetAgreed' : 'agreed',
      },
    });
  for (let ago = 634; ago > 40; ago -= ago > 240 || ago < 170 ? 38 : 7)
    say(telling, {
      step: 'visit',
      on: on(ago),
      shared: { visitedOn: on(ago), place: 'placement', seen: true, seenAlone: 'notRight', note: 'Seen in the carer’s arms.' },
    });
}

/** A doctor in the first four weeks, then every six months; the dentist each year. */
function keepWell(telling: Telling): void {
  const on = (ago: number) => dayBefore(telling.today, ago);
  for (const ago of [624, 450, 280, 110]) {
    const isFirst = ago === 624;
    const assessed = {
      done: true,
      kind: isFirst ? 'initial' : 'review',
      by: isFirst ? 'doctor' : 'nurse',
      needs: 'None beyond those of every baby.',
    };
    say(telling, { step: 'healthAssessment', on: on(ago), shared: { assessedOn: on(ago), ...assessed } });
    say(telling, { step: 'immunisations', on: on(ago), shared: { checkedOn: on(ago), upToDate: true, healthChecks: true } });
  }
  for (const ago of [420, 90]) say(telling, { step: 'dentalCheck', on: on(ago), shared: { checkedOn: on(ago), attended: true } });
}

const adopters = { numberOfAdopters: 2, sexOfAdopters: 'MF', legalStatusOfAdopters: 'L11' };

/** Matched by the panel’s recommendation, and placed. */
function placedWithAdopters(telling: Telling, by: string): void {
  const on = (ago: number) => dayBefore(telling.today, ago);
  say(telling, {
    step: 'adoptionRecommendation',
    on: on(262),
    shared: { heldOn: on(262), subject: 'match', recommendation: 'recommended' },
  });
  say(telling, { step: 'adoptionMatch', on: on(255), by, shared: { matchedOn: on(255), ...adopters, formerFosterCarers: false } });
  say(telling, {
    step: 'placement',
    on: on(240),
    shared: {
      startedOn: on(240),
      type: 'A6',
      carers: 'The adopters',
      provider: 'PR1',
      postcode: 'NR6 5CD',
      area: 'here',
      reasonForMove: 'CARPL',
    },
  });
}

function towardsAdoption(telling: Telling): void {
  const { today } = telling;
  const on = (ago: number) => dayBefore(today, ago);
  const by = managerOn(telling, on(400));
  say(telling, {
    step: 'adoptionRecommendation',
    on: on(410),
    shared: { heldOn: on(410), subject: 'shouldBePlaced', recommendation: 'reportsAlone' },
  });
  say(telling, {
    step: 'adoptionDecision',
    on: on(404),
    by,
    shared: { decidedOn: on(404), reasons: 'No relative can be a parent to this child in time.' },
  });
  say(telling, {
    step: 'carePlan',
    on: on(340),
    shared: { madeOn: on(340), permanence: 'adoption', plan: 'A placement order is applied for.' },
  });
  say(telling, { step: 'legalStatus', on: on(300), shared: { changedOn: on(300), legalStatus: 'E1' } });
  placedWithAdopters(telling, by);
  say(telling, {
    step: 'adoptionOrder',
    on: on(38),
    shared: { orderedOn: on(38), birthFamilySeen: 'A letter each way each spring, through the agency.', birthFamilyTold: true },
  });
  say(telling, { step: 'periodOfCareEnd', on: on(38), shared: { endedOn: on(38), reason: 'E12' } });
}

type Sealing = {
  readonly owner: Database;
  readonly derivation: Derivation;
  readonly wordings: ReadonlyMap<string, string>;
  readonly authority: number;
  readonly staff: DemoStaff;
  readonly told: LocalDate;
};

/** The manager of the team seals the old record and begins the new one, in one act; once. Nothing that is written here holds which is which. */
export async function sealAdopted(
  { owner, derivation, wordings, authority, staff, told }: Sealing,
  { people, entries }: DemoFamily,
): Promise<void> {
  const [old = ''] = people;
  const team = teamFor(staff, 'Central', 'Looked After 1');
  const session: Session = { authority, actor: team.manager, roles: ['teamManager'], teams: [team.team], scope: 'teams' };
  const sealedOn = addDays(told, -1);
  const record = createRecord({ database: owner, derivation, now: () => `${sealedOn}T15:00:00Z` });
  const open = async () => (await record.open(session, [old], 'To seal it after the adoption order')).get(old);
  const opening = await open();
  if (opening?.kind !== 'opened') return;
  const stated = (step: string, person: string, on: LocalDate, shared: NewEntry['shared']): NewEntry => ({
    entry: idFrom('adopted', step, person),
    step,
    wording: wordings.get(step) ?? '',
    happenedOn: on,
    shared,
    about: [{ person, answers: {} }],
  });
  const born = entries.find(({ step }) => step === 'personDetails');
  const begun = idFrom('begun', 'another child');
  const details = {
    laChildId: 'NC700001',
    firstName: 'Wren',
    lastName: 'Hollis',
    bornOn: born?.shared['bornOn'],
    sex: born?.shared['sex'],
    family: 'F700001',
  };
  const outcome = await record.sealWith(
    session,
    { person: old, reason: 'Adoption order' },
    [stated('recordSealed', old, sealedOn, { sealedOn }), stated('personDetails', begun, born?.happenedOn ?? sealedOn, details)],
    new Map([[old, await record.read(opening.record)]]),
  );
  // Another start may have sealed it meanwhile: then it is open to nobody.
  if (outcome.kind !== 'appended' && (await open())?.kind === 'opened')
    throw new Error(`The record of the child who was adopted could not be sealed: ${JSON.stringify(outcome)}`);
}
