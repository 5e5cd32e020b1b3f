import { addMonths, daysBetween, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { linesIn } from '../../../kernel/field/rows.ts';
import { drawSample, type Candidate, type Design } from '../../../oversight/sampling/sampling.ts';
import type { auditThemes } from '../../../practice/pathway.ts';
import type { ListedChild, Session } from '../../../record/contract.ts';
import type { WebParts } from '../../parts.ts';
import { asKnown, clockState, type AsKnown } from '../../said-dates.ts';

const kinds: Readonly<Record<string, Design['kind']>> = {
  stratified: 'stratified',
  riskBased: 'riskBased',
  thematic: 'thematic',
};

const designOf = (method: unknown, size: number, theme: unknown): Design => {
  const kind = kinds[String(method)] ?? 'random';
  return kind === 'thematic' ? { kind, size, theme: String(theme) } : { kind, size };
};

/** What supervision of three months may be drawn, of the staff files that the session may open. */
async function supervisionsFor(
  parts: WebParts,
  session: Session,
): Promise<readonly (Candidate & { readonly file: string; readonly entry: string })[]> {
  const since = addMonths(asKnown({}, parts.now()).today, -3);
  const openings = await Promise.all(
    (await parts.record.supervised(session)).flatMap(({ file }) => (file === undefined ? [] : [parts.record.openFile(session, file)])),
  );
  const files = await parts.record.readMany(openings.flatMap((one) => (one.kind === 'opened' ? [one.record] : [])));
  return [...files].flatMap(([file, { history }]) =>
    history
      .filter(({ step, happenedOn, answers }) => step === 'staffSupervision' && happenedOn >= since && answers['held'] === true)
      .map(({ entry, recordedBy, answers }) => ({
        id: `${file} ${entry}`,
        file,
        entry,
        stratum: recordedBy,
        risk: 1,
        themes: linesIn(answers['children']).length === 0 ? ['noChild'] : [],
      })),
  );
}

/** Whom a programme audits: drawn from those whom the session's lists show, so that the same seed draws the same again. */
export async function drawnFor(parts: WebParts, session: Session, asked: Readonly<Record<string, unknown>>, file: string) {
  const { population, method, size, seed, theme } = asked;
  const words = typeof seed === 'string' ? seed : file;
  const design = designOf(method, typeof size === 'number' ? size : 10, theme);
  if (population === 'supervisions') {
    const drawn = drawSample(await supervisionsFor(parts, session), design, words);
    return { seed: words, drawnFrom: drawn.population, supervisions: drawn.drawn.map((one) => ({ file: one.file, entry: one.entry })) };
  }
  const known = asKnown({}, parts.now());
  const listed = await parts.record.list(session, {
    ...(population === 'lookedAfter' ? {} : { onPlan: true as const }),
    ...(population === 'onPlan' ? {} : { lookedAfter: true as const }),
    runningOn: known.today,
  });
  const drawn = drawSample(
    listed.map((child) => candidateOf(child, known)),
    design,
    words,
  );
  return { seed: words, drawnFrom: drawn.population, children: drawn.drawn.map(({ id }) => ({ child: id })) };
}

function candidateOf({ person, standing, clocks }: ListedChild, known: AsKnown): Candidate {
  const late = clocks.filter((clock) => clockState(clock, known) === 'late').length;
  return { id: person, stratum: standing.team ?? 'no team', risk: 1 + late, themes: themesOf({ standing, clocks }, late, known.today) };
}

type Known = Pick<ListedChild, 'standing' | 'clocks'>;

function themesOf({ standing, clocks }: Known, late: number, today: LocalDate): readonly (keyof typeof auditThemes)[] {
  const since = (day: LocalDate | undefined, days: number): boolean => day !== undefined && daysBetween(day, today) >= days;
  const discussedOn = clocks.find(({ rule }) => rule === 'caseDiscussion')?.startedOn;
  return [
    ...(standing.lastSeenOn === undefined || since(standing.lastSeenOn, 28) ? ['unseen' as const] : []),
    ...(late > 0 ? ['late' as const] : []),
    ...(discussedOn === undefined || since(discussedOn, 92) ? ['notDiscussed' as const] : []),
    ...(since(standing.onPlanSince, 456) ? ['longPlan' as const] : []),
    ...(standing.bornOn !== undefined && !since(standing.bornOn, 365) ? ['underOne' as const] : []),
    ...(standing.worker === undefined ? ['withoutWorker' as const] : []),
  ];
}
