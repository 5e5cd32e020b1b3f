import { formatDate, isDate } from '../../../kernel/calendar/dates.ts';
import { agreedActionsOf, type ActionState } from '../../../practice/pathway.ts';
import type { ListedChild } from '../../../record/contract.ts';
import type { DraftsWaiting } from '../../../record/files.ts';
import { CardTable } from '../../components/card-table.tsx';
import { ClockWords } from '../../components/clock-words.tsx';
import { counted, dayOf, lateOrUntil } from '../../said-dates.ts';
import type { ChildModel } from '../child/child.ts';
import { agendaOf, type BroughtChild } from './brought-children.ts';

type Props = { readonly file: ChildModel; readonly children: readonly ListedChild[]; readonly drafts: DraftsWaiting };

/** What the next supervision is about, from what is on record today; the children ticked are brought into its form. */
export function StaffAgenda({ file, children, drafts }: Props) {
  const { known, record, mayRecord } = file;
  const brought = agendaOf(children, known);
  const mayBring = mayRecord.some(({ name }) => name === 'staffSupervision');
  const late = brought.reduce((sum, one) => sum + one.late.length, 0);
  const findings = brought.reduce((sum, one) => sum + one.findings.length, 0);
  return (
    <section aria-labelledby="agenda">
      <h2 class="govuk-heading-m" id="agenda">
        For the next supervision
      </h2>
      <p class="govuk-body">
        {counted(brought.length, 'child', 'children')}; {counted(late, 'limit')} late; {counted(findings, 'finding')} of audits or chairs
        open; {counted(brought.filter(({ discussedOn }) => discussedOn === undefined).length, 'child', 'children')} never discussed in
        supervision here; {counted(brought.filter(({ isReturned }) => isReturned).length, 'piece')} of work returned and not written again;{' '}
        {draftWords(drafts)}.
      </p>
      <Registered file={file} />
      <LastActions file={file} />
      {brought.length === 0 ? null : (
        <form method="get" action={`/children/${record.person}/record/staffSupervision`}>
          <CardTable
            caption="Children, those first who most need thought"
            captionClasses="govuk-visually-hidden"
            heads={[...(mayBring ? ['Bring'] : []), 'Child', 'Late', 'Last seen', 'Last discussed']}
            rows={brought.map((one, n) => [...(mayBring ? [<Bring child={one} n={n} />] : []), ...cellsOf(one, file)])}
          />
          {mayBring ? (
            <button class="govuk-button" type="submit">
              Record a supervision with the children ticked
            </button>
          ) : null}
        </form>
      )}
    </section>
  );
}

/** Whoever is not registered may not practise: it is spoken of before it ends. */
function Registered({ file: { record, known } }: { readonly file: ChildModel }) {
  const until = record.history.findLast(({ step }) => step === 'staffRegistration')?.answers['until'];
  if (typeof until !== 'string' || !isDate(until)) return null;
  const isOver = until < known.today;
  return (
    <p class="govuk-body">
      Registered with Social Work England until {formatDate(until)}, {lateOrUntil(until, known.today)}
      {isOver ? <strong class="govuk-tag govuk-tag--red sl-tag">not renewed</strong> : '.'}
    </p>
  );
}

const draftWords = ({ drafts, oldest }: DraftsWaiting): string =>
  drafts === 0 || oldest === undefined
    ? 'nothing begun and left'
    : `${counted(drafts, 'draft')} begun and not recorded, the oldest on ${formatDate(dayOf(oldest))}`;

const stateWords: Readonly<Record<ActionState, string>> = {
  done: 'done',
  doneLate: 'done, late',
  open: 'not done yet',
  late: 'late',
  withdrawn: 'withdrawn',
};

/** What was agreed last time with the member of staff themselves, and where to see what followed for the children. */
function LastActions({ file: { record, known } }: { readonly file: ChildModel }) {
  const last = record.history.findLast(({ step, answers }) => step === 'staffSupervision' && answers['held'] === true);
  if (last === undefined) return null;
  const actions = agreedActionsOf(record.history, last.entry, known.today);
  return (
    <>
      <p class="govuk-body sl-tight">
        Last supervision, {formatDate(last.happenedOn)}: {actions.length === 0 ? 'no action was agreed in this file' : 'agreed'}.{' '}
        <a class="govuk-link" href={`/supervision/${record.person}/followed`}>
          What supervision decided of the children, and what then happened
        </a>
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {actions.map(({ what, state }) => (
          <li>
            {what}: {state === 'late' ? <strong class="govuk-tag govuk-tag--red sl-tag">late</strong> : stateWords[state]}
          </li>
        ))}
      </ul>
    </>
  );
}

const Bring = ({ child, n }: { readonly child: BroughtChild; readonly n: number }) => (
  <div class="govuk-checkboxes govuk-checkboxes--small">
    <div class="govuk-checkboxes__item">
      <input class="govuk-checkboxes__input" type="checkbox" id={`bring-${n}`} name={`cases.${n}.child`} value={child.person} />
      <label class="govuk-label govuk-checkboxes__label" for={`bring-${n}`}>
        <span class="govuk-visually-hidden">Bring {child.name}</span>
      </label>
    </div>
  </div>
);

const cellsOf = (child: BroughtChild, { known }: ChildModel) => [
  <>
    <a class="govuk-link" href={`/children/${child.person}`}>
      {child.name}
    </a>
    {child.populations.length === 0 ? null : <span class="sl-due sl-line">{child.populations.join(', ')}</span>}
    {child.findings.length === 0 ? null : (
      <span class="sl-due sl-line">{counted(child.findings.length, 'finding')} of an audit or a chair is open</span>
    )}
    {child.isReturned ? <span class="sl-due sl-line">an assessment was returned</span> : null}
  </>,
  child.late.length === 0 ? 'nothing' : counted(child.late.length, 'limit'),
  child.lastSeenOn === undefined ? 'not on record' : formatDate(child.lastSeenOn),
  child.discussion === undefined ? (
    'never'
  ) : (
    <>
      {formatDate(child.discussion.startedOn)}{' '}
      <span class="sl-line">
        <ClockWords clock={child.discussion} known={known} />
      </span>
    </>
  ),
];
