import { formatDate } from '../../../kernel/calendar/dates.ts';
import { linesIn } from '../../../kernel/field/rows.ts';
import type { Statement } from '../../../kernel/step/history.ts';
import { bounds } from '../../../oversight/statistics/finite.ts';
import { supervisionChanges } from '../../../practice/pathway.ts';
import type { Session } from '../../../record/contract.ts';
import { CardTable } from '../../components/card-table.tsx';
import { RecordLink } from '../../components/offered.tsx';
import type { WebParts } from '../../parts.ts';
import { counted } from '../../said-dates.ts';
import type { ChildModel } from '../child/child.ts';
import { followedBy, followedCount, FollowedList, type FollowedChild } from '../supervision/followed.tsx';

/** A supervision that was drawn, as whoever looks may read it. */
export type Sampled = {
  readonly file: string;
  readonly title: string;
  readonly supervision: Statement;
  readonly children: readonly FollowedChild[];
  /** How it was judged; undefined: not yet. */
  readonly changed: string | undefined;
};

/** The supervisions drawn whose staff files the session may open, with what followed from each. */
export async function sampledOf(parts: WebParts, session: Session, { record, known }: ChildModel): Promise<readonly Sampled[]> {
  const drawn = drawnIn(begunIn(record.history));
  const ids = [...new Set(drawn.map(({ file }) => file))];
  const openings = await Promise.all(ids.map((file) => parts.record.openFile(session, file)));
  const files = await parts.record.readMany(openings.flatMap((one) => (one.kind === 'opened' ? [one.record] : [])));
  const found = drawn.flatMap(({ file, entry }) => {
    const read = files.get(file);
    const supervision = read?.history.find((one) => one.entry === entry);
    return read === undefined || supervision === undefined ? [] : [{ file, read, supervision }];
  });
  const followed = await followedBy(
    parts,
    session,
    found.map(({ supervision }) => supervision),
    known,
  );
  return found.map(({ file, read, supervision }) => ({
    file,
    title: read.standing.name,
    supervision,
    children: followed.get(supervision.entry) ?? [],
    changed: judgedIn(read.history, supervision.entry),
  }));
}

export const begunIn = (history: readonly Statement[]): Statement | undefined => history.find(({ step }) => step === 'auditProgramme');

const drawnIn = (begun: Statement | undefined) =>
  linesIn(begun?.answers['supervisions']).map(({ file, entry }) => ({ file: String(file), entry: String(entry) }));

function judgedIn(history: readonly Statement[], supervision: string): string | undefined {
  const judged = history.findLast(({ step, answers }) => step === 'supervisionQuality' && answers['supervision'] === supervision);
  return judged === undefined ? undefined : String(judged.answers['changed']);
}

type Props = { readonly file: ChildModel; readonly sampled: readonly Sampled[]; readonly mayJudge: boolean };

export function SupervisionSample({ file: { record }, sampled, mayJudge }: Props) {
  const begun = begunIn(record.history);
  const drawn = drawnIn(begun).length;
  return (
    <section aria-labelledby="drawn">
      <h2 class="govuk-heading-m" id="drawn">
        Supervisions drawn
      </h2>
      <p class="govuk-body">
        {counted(drawn, 'supervision')} of {String(begun?.answers['drawnFrom'] ?? '')} drawn, with the seed “
        {String(begun?.answers['seed'] ?? '')}”.{' '}
        {drawn > sampled.length ? `${drawn - sampled.length} of them are in staff files that are not yours to open. ` : ''}
        What is found of one stays in its staff file.
      </p>
      {mayJudge ? <Changed sampled={sampled} drawnFrom={begun?.answers['drawnFrom']} method={begun?.answers['method']} /> : null}
      <CardTable
        caption="Supervisions drawn, and what then happened on the children’s records"
        captionClasses="govuk-visually-hidden"
        heads={['Supervision', 'Decided, and what then happened', 'Did it change the record?']}
        rows={sampled.map((one) => [
          <a class="govuk-link" href={`/files/${one.file}`}>
            {one.title}, {formatDate(one.supervision.happenedOn)}
          </a>,
          <FollowedList children={one.children} />,
          <Judged one={one} mayJudge={mayJudge} />,
        ])}
      />
    </section>
  );
}

const changeWords: ReadonlyMap<string, string> = new Map(Object.entries(supervisionChanges));

function Judged({ one: { file, supervision, children, changed }, mayJudge }: { readonly one: Sampled; readonly mayJudge: boolean }) {
  const { followed, of } = followedCount(children);
  return (
    <>
      {of === 0 ? 'The record cannot say' : `Computed: something was done for ${followed} of ${counted(of, 'child', 'children')}`}
      <span class="sl-line">
        {changed !== undefined ? (
          `Judged: ${changeWords.get(changed) ?? changed}`
        ) : mayJudge ? (
          <RecordLink person={file} step="supervisionQuality" query={new URLSearchParams({ supervision: supervision.entry })}>
            Judge it<span class="govuk-visually-hidden">: supervision of {formatDate(supervision.happenedOn)}</span>
          </RecordLink>
        ) : (
          'not judged yet'
        )}
      </span>
    </>
  );
}

type ChangedProps = { readonly sampled: readonly Sampled[]; readonly drawnFrom: unknown; readonly method: unknown };

/** Of how many nothing followed, and of how many of all this may be so. */
function Changed({ sampled, drawnFrom, method }: ChangedProps) {
  const judged = sampled.flatMap(({ changed }) => changed ?? []);
  if (judged.length === 0 || typeof drawnFrom !== 'number') return null;
  const found = judged.filter((changed) => changed === 'unchanged').length;
  const { low, high } = bounds({ population: drawnFrom, drawn: judged.length, found });
  return (
    <p class="govuk-body">
      {found} of {judged.length} judged changed nothing.{' '}
      {method === 'riskBased'
        ? 'They were not drawn evenly: this says nothing of how many of the others did.'
        : `Of the ${drawnFrom} from which they were drawn, between ${low} and ${high} may not have (95 in 100).`}
    </p>
  );
}
