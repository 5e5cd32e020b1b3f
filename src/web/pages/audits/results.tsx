import { formatDate } from '../../../kernel/calendar/dates.ts';
import { linesIn } from '../../../kernel/field/rows.ts';
import type { Statement } from '../../../kernel/step/history.ts';
import { allOf } from '../../../kernel/step/step.ts';
import { bounds } from '../../../oversight/statistics/finite.ts';
import { auditPopulations, auditVerdicts, caseFileAudit, falls, spokenWith, standards } from '../../../practice/pathway.ts';
import type { Session } from '../../../record/contract.ts';
import type { ListedFile } from '../../../record/files.ts';
import { CardTable } from '../../components/card-table.tsx';
import type { WebParts } from '../../parts.ts';
import { counted } from '../../said-dates.ts';
import { begunIn } from './supervision-sample.tsx';

/** One programme: whom it drew, and what was found of those who were moderated. */
export type ProgrammeResult = {
  readonly file: string;
  readonly title: string;
  readonly begun: Statement | undefined;
  readonly drawn: number;
  readonly judged: number;
  readonly fellShort: number;
};

/** Every programme with its result, the latest first. */
export async function resultsOf(parts: WebParts, session: Session): Promise<readonly ProgrammeResult[]> {
  const listed = await parts.record.files(session, 'auditProgramme');
  const histories = await readFiles(parts, session, listed);
  return listed
    .map(({ file, title }) => resultOf(file, title, histories.get(file) ?? []))
    .toSorted((a, b) => (b.begun?.happenedOn ?? '').localeCompare(a.begun?.happenedOn ?? ''));
}

function resultOf(file: string, title: string, history: readonly Statement[]): ProgrammeResult {
  const begun = begunIn(history);
  const grades = new Map(
    history.filter(({ step }) => step === 'auditModeration').map(({ answers }) => [String(answers['child']), String(answers['grade'])]),
  );
  const drawn = [...linesIn(begun?.answers['children']), ...linesIn(begun?.answers['supervisions'])].length;
  return { file, title, begun, drawn, judged: grades.size, fellShort: [...grades.values()].filter((grade) => falls.has(grade)).length };
}

async function readFiles(parts: WebParts, session: Session, listed: readonly ListedFile[]) {
  const openings = await Promise.all(listed.map(({ file }) => parts.record.openFile(session, file)));
  const records = await parts.record.readMany(openings.flatMap((one) => (one.kind === 'opened' ? [one.record] : [])));
  return new Map([...records].map(([file, { history }]) => [file, history]));
}

const populationWords: ReadonlyMap<unknown, string> = new Map(Object.entries(auditPopulations));

export const ProgrammeTable = ({ results }: { readonly results: readonly ProgrammeResult[] }) => (
  <>
    <CardTable
      caption="Programmes, the latest first"
      captionClasses="govuk-visually-hidden"
      heads={['Programme', 'Of whom', 'Drawn', 'Fell short', 'Of all of them, between (95 in 100)']}
      rows={results.map((one) => [
        <>
          <a class="govuk-link" href={`/files/${one.file}`}>
            {one.title}
          </a>
          {one.begun === undefined ? null : <span class="sl-due sl-line">{formatDate(one.begun.happenedOn)}</span>}
        </>,
        populationWords.get(one.begun?.answers['population']) ?? '',
        `${one.drawn} of ${String(one.begun?.answers['drawnFrom'] ?? 'an unknown number')}`,
        fellShortOf(one),
        intervalOf(one),
      ])}
    />
    <p class="govuk-body sl-due">
      These bounds are right as often as they say. Those of the assurance report are exact ones, which are wider: they are right at least as
      often.
    </p>
  </>
);

/** A supervision that was drawn is read in its staff file, and has no grade. */
function fellShortOf({ begun, judged, fellShort }: ProgrammeResult): string {
  if (begun?.answers['population'] === 'supervisions') return 'not graded';
  return judged === 0 ? 'none moderated yet' : `${fellShort} of ${judged}`;
}

function intervalOf({ begun, judged, fellShort }: ProgrammeResult): string {
  const population = begun?.answers['drawnFrom'];
  if (judged === 0 || typeof population !== 'number') return '';
  if (begun?.answers['method'] === 'riskBased') return 'not told: drawn by risk';
  const { low, high } = bounds({ population, drawn: judged, found: fellShort });
  return `${low} and ${high} of ${population}`;
}

/** What auditors found of one standard, over every programme. */
export type Theme = { readonly standard: string; readonly found: Readonly<Record<string, number>> };
export type Themes = { readonly audits: number; readonly themes: readonly Theme[]; readonly spoken: Readonly<Record<string, number>> };

/** Over all audits that the session may open, which are all for a head of service alone: the most disputed standard first. */
export async function themesOf(parts: WebParts, session: Session): Promise<Themes> {
  const histories = await readFiles(parts, session, await parts.record.files(session, 'caseAudit'));
  const audits = [...histories.values()].flatMap((history) => allOf(caseFileAudit, history)).map(({ answers }) => answers);
  const lines = audits.flatMap(({ standards: given = [] }) => given);
  const themes = Object.entries(standards).map(([key, standard]) => {
    const own = lines.filter((line) => line.standard === key);
    return { standard, found: countedBy(Object.keys(auditVerdicts), (verdict) => own.filter((line) => line.verdict === verdict).length) };
  });
  return {
    audits: audits.length,
    themes: themes.toSorted((a, b) => (b.found['disputed'] ?? 0) - (a.found['disputed'] ?? 0)),
    spoken: countedBy(Object.keys(spokenWith), (who) => audits.filter((one) => one.spokenWith?.some((known) => known === who)).length),
  };
}

const countedBy = (keys: readonly string[], count: (key: string) => number): Readonly<Record<string, number>> =>
  Object.fromEntries(keys.map((key) => [key, count(key)]));

export const ThemesView = ({ themes: { audits, themes, spoken } }: { readonly themes: Themes }) => (
  <section aria-labelledby="themes">
    <h2 class="govuk-heading-m" id="themes">
      Themes over all programmes
    </h2>
    <p class="govuk-body">
      Of {counted(audits, 'audit')}. Spoken with:{' '}
      {Object.entries(spokenWith)
        .map(([who, label]) => `${label.toLowerCase()} in ${spoken[who] ?? 0}`)
        .join(', ')}
      . These are counts of what was read, however it was drawn, and no rate of all children.
    </p>
    <CardTable
      caption="What auditors found of each standard, the most disputed first"
      captionClasses="govuk-visually-hidden"
      heads={['Standard', 'Confirmed', 'Disputed', 'Cannot be told']}
      rows={themes.map(({ standard, found }) => [
        standard,
        String(found['confirmed'] ?? 0),
        String(found['disputed'] ?? 0),
        String(found['cannotTell'] ?? 0),
      ])}
    />
  </section>
);
