import { addMonths, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Clock } from '../../../kernel/step/clock.ts';
import { breachOf, carriedBy, inductionOf, protectedAt, type Breach, type Induction } from '../../../oversight/workforce/induction.ts';
import { caseloadOf } from '../../../oversight/workforce/caseload.ts';
import { standardOn, type Standard } from '../../../oversight/workforce/standard.ts';
import { employmentsOf } from '../../../oversight/workforce/staff.ts';
import type { Session } from '../../../record/contract.ts';
import type { Inducted, VisitTogether } from '../../../record/inductions.ts';
import type { Carried } from '../../../record/workforce.ts';
import type { Member, WebParts } from '../../parts.ts';
import { clockState, type AsKnown } from '../../said-dates.ts';
import { readFiles } from '../files/read-files.ts';

/** One induction as it stands: what was promised, what is kept of it, and what is due. */
export type Inductee = {
  readonly file: string;
  readonly member: Member;
  readonly team: string;
  readonly mentor: string | undefined;
  readonly induction: Induction;
  /** `carried`: weighed by the local standard; `children`: those they lead, counted; `most`: what is protected, weighed. */
  readonly caseload: { readonly children: number; readonly carried: number; readonly most: number };
  readonly breach: Breach;
  readonly due: readonly Clock[];
  readonly late: readonly Clock[];
  readonly together: readonly VisitTogether[];
  /** Of a session that is told of their supervision: the limit for the next one. */
  readonly supervision: Clock | undefined;
};

export type InductionModel = {
  readonly known: AsKnown;
  readonly standard: Standard;
  readonly inductees: readonly Inductee[];
  /** Whose employment says that they are newly qualified, and for whom no programme was begun. */
  readonly without: readonly Member[];
  readonly members: readonly Member[];
  readonly mayBegin: boolean;
};

const isManager = ({ roles }: Session): boolean => roles.includes('teamManager') || roles.includes('headOfService');

export async function standardFor(parts: WebParts, session: Session, today: LocalDate): Promise<Standard> {
  const records = await readFiles(parts, session, await parts.record.files(session, 'workforce'));
  return standardOn(
    [...records.values()].flatMap(({ history }) => history),
    today,
  );
}

/** Every induction that the session may open, by name: nobody stands before anybody. */
export async function inductionsOf(parts: WebParts, session: Session, known: AsKnown): Promise<InductionModel> {
  const [listed, told, carried, together, standard, members, teams, supervised] = await Promise.all([
    parts.record.files(session, 'induction'),
    parts.record.inductions(session),
    parts.record.inductionCarried(session),
    parts.record.visitedTogether(session),
    standardFor(parts, session, known.today),
    parts.members.all(session),
    parts.members.teams(session),
    parts.record.supervised(session),
  ]);
  const records = await readFiles(parts, session, listed);
  const teamNames = new Map(teams.map(({ id, name }) => [id, name]));
  const inductees = listed.flatMap(({ file, clocks }): readonly Inductee[] => {
    const of = told.find((one) => one.file === file);
    const member = members.find(({ id }) => id === of?.member);
    const induction = inductionOf(records.get(file)?.history ?? []);
    if (of === undefined || member === undefined || induction === undefined) return [];
    const due = clocks.filter(({ metOn, endedOn }) => metOn === undefined && endedOn === undefined);
    return [
      {
        file,
        member,
        team: teamNames.get(member.teams[0] ?? '') ?? '',
        mentor: members.find(({ id }) => id === induction.mentor)?.name,
        ...protectionOf(of, induction, { carried, standard, today: known.today }),
        due: due.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)),
        late: due.filter((clock) => clockState(clock, known) === 'late'),
        together: together.filter((one) => one.member === member.id),
        supervision: supervised
          .find((one) => one.member === member.id)
          ?.clocks.find(({ rule, metOn, endedOn }) => rule === 'staffSupervision' && metOn === undefined && endedOn === undefined),
      },
    ];
  });
  const running = new Set(inductees.filter(({ induction }) => induction.ended === undefined).map(({ member }) => member.id));
  return {
    known,
    standard,
    inductees: inductees.toSorted((a, b) => a.member.name.localeCompare(b.member.name)),
    without: isManager(session) ? await withoutProgramme(parts, session, known.today, { running, members }) : [],
    members,
    mayBegin: isManager(session),
  };
}

type Weighed = { readonly carried: readonly Carried[]; readonly standard: Standard; readonly today: LocalDate };

/** What they carry against what is protected. */
function protectionOf({ member, hours }: Pick<Inducted, 'member' | 'hours'>, induction: Induction, { carried, standard, today }: Weighed) {
  const { children, weighted } = caseloadOf(member, carried, standard);
  const caseload = { children, carried: weighted, most: protectedAt(induction, hours, standard) };
  const covered = carriedBy(member, induction.decision?.decidedOn ?? today, carried, standard);
  return { induction, caseload, breach: breachOf(induction, { ...caseload, covered }, today) };
}

export type Protected = Pick<Inductee, 'file' | 'member' | 'induction' | 'caseload' | 'breach'>;

/** Of each induction that a manager may open, what is protected and what is carried, by name: asked at once, and none is opened for it. */
export async function protectedCaseloads(parts: WebParts, session: Session, today: LocalDate): Promise<readonly Protected[]> {
  if (!isManager(session)) return [];
  const { inductions, carried } = await parts.record.inductionsProtected(session);
  if (inductions.length === 0) return [];
  const [standard, members] = await Promise.all([standardFor(parts, session, today), parts.members.all(session)]);
  return inductions
    .flatMap(({ history, ...of }): readonly Protected[] => {
      const member = members.find(({ id }) => id === of.member);
      const induction = inductionOf(history);
      if (member === undefined || induction === undefined) return [];
      return [{ file: of.file, member, ...protectionOf(of, induction, { carried, standard, today }) }];
    })
    .toSorted((a, b) => a.member.name.localeCompare(b.member.name));
}

type Among = { readonly running: ReadonlySet<string>; readonly members: readonly Member[] };

async function withoutProgramme(parts: WebParts, session: Session, today: LocalDate, { running, members }: Among) {
  const [staff, supervised] = await Promise.all([
    parts.record.staffTold(session, ['employment', 'employmentEnd', 'staffSupervisionAgreement', 'staffSupervisionEnd']),
    parts.record.supervised(session),
  ]);
  const theirs = new Set(supervised.map(({ member }) => member));
  const isNewly = ({ history }: (typeof staff)[number]): boolean => {
    const spell = employmentsOf(history)
      .at(-1)
      ?.spells.find(({ from, to }) => from <= today && (to === undefined || to >= today));
    if (spell !== undefined) return spell.grade === 'newlyQualified';
    return history.findLast(({ step }) => step === 'staffSupervisionAgreement')?.answers['grade'] === 'newlyQualified';
  };
  return staff
    .filter((one) => theirs.has(one.member) && !running.has(one.member) && isNewly(one))
    .flatMap(({ member }) => members.find(({ id }) => id === member) ?? [])
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

export const isRunning = ({ induction }: Pick<Inductee, 'induction'>): boolean => induction.ended === undefined;

/** Visits of the last three months to which a colleague came too, and those on which they went along. */
export function lately({ together }: Pick<Inductee, 'together'>, today: LocalDate): { readonly took: number; readonly went: number } {
  const since = addMonths(today, -3);
  const some = together.filter(({ visitedOn }) => visitedOn > since);
  return { took: some.filter(({ led }) => led).length, went: some.filter(({ led }) => !led).length };
}

/** In which they need somebody to see to it, in words for whoever can: what was promised to them, and not what they lack. */
export function helpNeeded(one: Inductee, { today, at }: AsKnown, titleOf: (rule: string) => string): readonly string[] {
  const { induction, breach, late, supervision } = one;
  const last = induction.reviews.at(-1);
  const { took, went } = lately(one, today);
  return [
    ...(breach.kind === 'undecided' ? ['carries more than is protected, and no manager has said why'] : []),
    ...(breach.kind === 'overdue' ? ['carries more than is protected, beyond the day that was named'] : []),
    ...(induction.mentor === undefined ? ['has no mentor'] : []),
    ...(last?.timeGiven === 'no' || last?.timeGiven === 'partly' ? ['the protected time was not all there, by the last review'] : []),
    ...(last?.judgement === 'support' ? ['needs more support, by the last review'] : []),
    ...(supervision !== undefined && clockState(supervision, { today, at }) === 'late' ? ['supervision is late'] : []),
    ...late.map(({ rule }) => `late: ${titleOf(rule).toLowerCase()}`),
    ...(took + went === 0 ? ['no visit with a colleague in three months'] : []),
  ];
}
