import { formatDate } from '../../../kernel/calendar/dates.ts';
import { grades } from '../../../practice/pathway.ts';
import { CardTable } from '../../components/card-table.tsx';
import { ClockWords } from '../../components/clock-words.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { counted } from '../../said-dates.ts';
import type { Span, SupervisedRow, SupervisionModel } from './model.ts';

type Props = { readonly frame: Frame; readonly csrf: string; readonly model: SupervisionModel };

export function SupervisionPage({ frame, csrf, model }: Props) {
  const { own, mine, spans, known } = model;
  return (
    <Layout frame={frame} title="Supervision" wide>
      <h1 class="govuk-heading-l sl-tight">Supervision</h1>
      {own === undefined ? null : <Own row={own} model={model} />}
      <p class="govuk-body">
        <a class="govuk-link" href="/induction">
          Newly qualified: inductions, and what was promised in them
        </a>
      </p>
      {mine.length === 0 ? null : <Mine csrf={csrf} model={model} />}
      {spans.length === 0 ? null : <Spans spans={spans} />}
      <p class="govuk-body sl-due">
        As of {formatDate(known.today)}. A staff file is opened by the member of staff, by whoever supervises them and by that manager’s own
        manager, and by nobody else. Nothing of this page is on a board.
      </p>
    </Layout>
  );
}

const Own = ({ row: { file, next, lastOn }, model: { known } }: { readonly row: SupervisedRow; readonly model: SupervisionModel }) => (
  <section aria-labelledby="own">
    <h2 class="govuk-heading-m" id="own">
      My own supervision
    </h2>
    <p class="govuk-body">
      {file === undefined ? 'No supervision agreement has been recorded with you. Ask your manager for one.' : null}
      {file === undefined ? null : (
        <>
          Last: {lastOn === undefined ? 'none on record' : formatDate(lastOn)}. Next:{' '}
          {next === undefined ? 'none is owed' : <ClockWords clock={next} known={known} />}.{' '}
          <a class="govuk-link" href={`/files/${file}`}>
            My staff file, and what the next one is about
          </a>
        </>
      )}
    </p>
  </section>
);

function Mine({ csrf, model: { mine, known, mayBegin } }: { readonly csrf: string; readonly model: SupervisionModel }) {
  const late = mine.filter(({ isLate }) => isLate).length;
  const without = mine.filter(({ file }) => file === undefined).length;
  return (
    <section aria-labelledby="mine">
      <h2 class="govuk-heading-m" id="mine">
        People I supervise
      </h2>
      <p class="govuk-body">
        {counted(mine.length, 'person', 'people')}; {late} late; {without} without an agreement.
        {mine.length > 7 ? ' More than seven is more than one manager can supervise well: your own manager sees this too.' : ''}
      </p>
      <CardTable
        caption="People I supervise"
        captionClasses="govuk-visually-hidden"
        heads={['Who', 'Children', 'Last', 'Next']}
        rows={mine.toSorted(lateFirst).map((row) => [
          <>
            {row.file === undefined ? (
              row.member.name
            ) : (
              <a class="govuk-link" href={`/files/${row.file}`}>
                {row.member.name}
              </a>
            )}
            {row.team === '' ? null : <span class="sl-due sl-line">{row.team}</span>}
          </>,
          row.children === undefined ? '' : String(row.children),
          row.lastOn === undefined ? 'none on record' : formatDate(row.lastOn),
          row.next !== undefined ? (
            <ClockWords clock={row.next} known={known} />
          ) : row.file === undefined && mayBegin ? (
            <Begin csrf={csrf} row={row} />
          ) : (
            'none is owed'
          ),
        ])}
      />
    </section>
  );
}

const lateFirst = (a: SupervisedRow, b: SupervisedRow): number =>
  (a.next?.dueOn ?? '').localeCompare(b.next?.dueOn ?? '') || a.member.name.localeCompare(b.member.name);

const Begin = ({ csrf, row: { member } }: { readonly csrf: string; readonly row: SupervisedRow }) => (
  <form method="post" action={`/supervision/${member.id}/begin`} class="sl-filters sl-filters--plain">
    <CsrfField token={csrf} />
    <div class="sl-filter">
      <label class="govuk-label sl-label" for={`grade-${member.id}`}>
        Grade<span class="govuk-visually-hidden"> of {member.name}</span>
      </label>
      <select class="govuk-select" id={`grade-${member.id}`} name="grade">
        {Object.entries(grades).map(([value, label]) => (
          <option value={value} selected={value === 'socialWorker'}>
            {label}
          </option>
        ))}
      </select>
    </div>
    <div class="sl-filter">
      <label class="govuk-label sl-label" for={`since-${member.id}`}>
        If newly qualified, first day in post
      </label>
      <input class="govuk-input sl-date" type="date" id={`since-${member.id}`} name="startedInPostOn" />
    </div>
    <button class="govuk-button govuk-button--secondary sl-button" type="submit">
      Begin<span class="govuk-visually-hidden"> supervision with {member.name}</span>
    </button>
  </form>
);

const Spans = ({ spans }: { readonly spans: readonly Span[] }) => (
  <section aria-labelledby="spans">
    <h2 class="govuk-heading-m" id="spans">
      Who may need help with supervising
    </h2>
    <p class="govuk-body">For a talk with each manager, and for nothing else: it says who carries too much, not who does badly.</p>
    <CardTable
      caption="Managers and how many they supervise"
      captionClasses="govuk-visually-hidden"
      heads={['Manager', 'Supervises', 'Late now', 'Without an agreement']}
      rows={spans.map(({ manager, team, people, late, without }) => [
        <>
          {manager.name}
          {team === '' ? null : <span class="sl-due sl-line">{team}</span>}
        </>,
        String(people),
        String(late),
        String(without),
      ])}
    />
  </section>
);
