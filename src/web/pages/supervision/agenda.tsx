import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { ListedChild } from '../../../record/contract.ts';
import { CardTable } from '../../components/card-table.tsx';
import { ClockWords } from '../../components/clock-words.tsx';
import { counted } from '../../said-dates.ts';
import type { ChildModel } from '../child/child.ts';
import { agendaOf, type BroughtChild } from './brought-children.ts';

type Props = { readonly file: ChildModel; readonly children: readonly ListedChild[] };

/** What the next supervision is about, from what is on record today; the children ticked are brought into its form. */
export function StaffAgenda({ file, children }: Props) {
  const { known, record, mayRecord } = file;
  const brought = agendaOf(children, known);
  const mayBring = mayRecord.some(({ name }) => name === 'staffSupervision');
  const late = brought.reduce((sum, one) => sum + one.late.length, 0);
  return (
    <section aria-labelledby="agenda">
      <h2 class="govuk-heading-m" id="agenda">
        For the next supervision
      </h2>
      <p class="govuk-body">
        {counted(brought.length, 'child', 'children')}; {counted(late, 'limit')} late;{' '}
        {counted(brought.filter(({ discussedOn }) => discussedOn === undefined).length, 'child', 'children')} never discussed in supervision
        here; {counted(brought.filter(({ isReturned }) => isReturned).length, 'piece')} of work returned and not written again.
      </p>
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
