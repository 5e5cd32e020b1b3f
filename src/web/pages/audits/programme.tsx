import type { Option } from '../../../kernel/field/field.ts';
import { linesIn } from '../../../kernel/field/rows.ts';
import { alpha } from '../../../oversight/statistics/agreement.ts';
import { bounds } from '../../../oversight/statistics/finite.ts';
import { auditGrades, falls, idWithin } from '../../../practice/pathway.ts';
import type { Session } from '../../../record/contract.ts';
import { CardTable } from '../../components/card-table.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { PersonLink, RecordLink } from '../../components/offered.tsx';
import type { WebParts } from '../../parts.ts';
import { counted } from '../../said-dates.ts';
import type { ChildModel } from '../child/child.ts';

const places: readonly string[] = Object.keys(auditGrades);
const gradeWords: ReadonlyMap<string, string> = new Map(Object.entries(auditGrades));

/** Each child's grades, as the auditors gave them who did not see each other's: by child. */
export async function gradesOf(parts: WebParts, session: Session, programme: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const members = await parts.members.all(session);
  const ids = new Set(members.map(({ id }) => idWithin(programme, id, 0)));
  const own = (await parts.record.files(session, 'caseAudit')).filter(({ file }) => ids.has(file));
  const opened = await Promise.all(own.map(({ file }) => parts.record.openFile(session, file)));
  const records = await parts.record.readMany(opened.flatMap((one) => (one.kind === 'opened' ? [one.record] : [])));
  const given = [...records.values()]
    .flatMap(({ history }) => history.filter(({ step }) => step === 'caseFileAudit'))
    .map(({ answers }) => ({ child: String(answers['child']), grade: String(answers['grade'] ?? '') }));
  return new Map([...Map.groupBy(given, ({ child }) => child)].map(([child, some]) => [child, some.map(({ grade }) => grade)]));
}

type Props = {
  readonly csrf: string;
  readonly file: ChildModel;
  readonly people: readonly Option[];
  readonly grades: ReadonlyMap<string, readonly string[]>;
  /** The moderator is shown the grades; an auditor what is theirs to do. */
  readonly isModerator: boolean;
  /** Somebody who chairs conferences and reviews, and may look at another chair’s. */
  readonly isChair: boolean;
};

export function Programme({ csrf, file: { record }, people, grades, isModerator, isChair }: Props) {
  const [begun] = record.history.filter(({ step }) => step === 'auditProgramme');
  const children = linesIn(begun?.answers['children']).map(({ child }) => String(child));
  const moderated = new Map(
    record.history
      .filter(({ step }) => step === 'auditModeration')
      .map(({ answers }) => [String(answers['child']), String(answers['grade'])]),
  );
  const named = new Map(people.map(({ value, label }) => [value, label]));
  return (
    <section aria-labelledby="drawn">
      <h2 class="govuk-heading-m" id="drawn">
        Children drawn
      </h2>
      <p class="govuk-body">
        {counted(children.length, 'child', 'children')} of {String(begun?.answers['drawnFrom'] ?? '')} drawn, with the seed “
        {String(begun?.answers['seed'] ?? '')}”. A second audit of the same child is blind: no auditor opens another’s file.
      </p>
      {isModerator ? <Agreement grades={grades} /> : null}
      <Result
        method={begun?.answers['method']}
        drawn={children.length}
        drawnFrom={begun?.answers['drawnFrom']}
        grades={[...moderated.values()]}
      />
      <CardTable
        caption="Children drawn"
        captionClasses="govuk-visually-hidden"
        heads={['Child', isModerator ? 'Audits' : 'My audit', 'Grade that counts', 'Then']}
        rows={children.map((child) => [
          <PersonLink person={child}>{named.get(child) ?? 'Restricted'}</PersonLink>,
          isModerator
            ? (grades.get(child) ?? []).map((grade) => gradeWords.get(grade) ?? 'not graded').join(', ') || 'none yet'
            : grades.has(child)
              ? 'done'
              : 'not yet',
          gradeWords.get(moderated.get(child) ?? '') ?? 'none yet',
          <Then
            csrf={csrf}
            programme={record.person}
            child={child}
            name={named.get(child) ?? ''}
            isModerator={isModerator}
            isChair={isChair}
          />,
        ])}
      />
    </section>
  );
}

type ThenProps = {
  readonly csrf: string;
  readonly programme: string;
  readonly child: string;
  readonly name: string;
  readonly isModerator: boolean;
  readonly isChair: boolean;
};

const Then = ({ csrf, programme, child, name, isModerator, isChair }: ThenProps) => (
  <form method="post" action={`/audits/${programme}/audit`} class="sl-record__list">
    <CsrfField token={csrf} />
    <input type="hidden" name="child" value={child} />
    <button class="govuk-button govuk-button--secondary sl-button sl-tight" type="submit">
      Audit<span class="govuk-visually-hidden"> the record of {name}</span>
    </button>
    {isModerator ? (
      <RecordLink person={programme} step="auditModeration" query={new URLSearchParams({ child })} classes="sl-clear">
        Moderate<span class="govuk-visually-hidden">: {name}</span>
      </RecordLink>
    ) : null}
    {isChair ? (
      <RecordLink person={child} step="chairsAudit" query={new URLSearchParams({ of: 'other' })} classes="sl-clear">
        As another chair<span class="govuk-visually-hidden">: note on the last conference or review of {name}</span>
      </RecordLink>
    ) : null}
  </form>
);

/** How far those agree who audited the same child apart from each other. */
function Agreement({ grades }: { readonly grades: ReadonlyMap<string, readonly string[]> }) {
  const judged = [...grades.values()].map((some) => some.map((grade) => places.indexOf(grade)).filter((place) => place >= 0));
  const twice = judged.filter((some) => some.length > 1);
  const agreement = alpha(judged, 'ordinal');
  return (
    <p class="govuk-body">
      {twice.length === 0
        ? 'No child was audited twice: nothing is known of how far auditors agree.'
        : `${counted(twice.length, 'child', 'children')} audited twice. Agreement (Krippendorff’s alpha, ordinal): ${agreement === undefined ? 'cannot be told, all gave one grade' : agreement.toFixed(2)}.`}
    </p>
  );
}

type ResultProps = { readonly method: unknown; readonly drawn: number; readonly drawnFrom: unknown; readonly grades: readonly string[] };

/** Of whom the result speaks, and within what limits; a sample by risk or theme speaks of no rate. */
function Result({ method, drawn, drawnFrom, grades }: ResultProps) {
  if (grades.length === 0 || typeof drawnFrom !== 'number') return null;
  const found = grades.filter((grade) => falls.has(grade)).length;
  const { low, high } = bounds({ population: drawnFrom, drawn: grades.length, found });
  return (
    <p class="govuk-body">
      {found} of {grades.length} moderated fell short (requires improvement or inadequate).{' '}
      {method === 'riskBased'
        ? 'They were not drawn evenly: this says nothing of how many of the others do.'
        : `Of the ${drawnFrom} from whom they were drawn, between ${low} and ${high} may (95 in 100).`}
      {method === 'thematic' ? ' It speaks of those with the theme, and of nobody else.' : ''}
      {grades.length < drawn ? ` Not moderated yet: ${drawn - grades.length} of the ${drawn} drawn.` : ''}
    </p>
  );
}
