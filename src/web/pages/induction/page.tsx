import { formatDate } from '../../../kernel/calendar/dates.ts';
import { schemeTitles } from '../../../practice/pathway.ts';
import { CardTable } from '../../components/card-table.tsx';
import { CsrfField, FilterSelect } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { counted, lateOrUntil } from '../../said-dates.ts';
import { helpNeeded, isRunning, type Inductee, type InductionModel } from './model.ts';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly model: InductionModel;
  readonly titleOf: (rule: string) => string;
  /** A head of service, or whoever leads practice: all of them, in totals first. */
  readonly isOverAll: boolean;
};

/** All newly qualified whose induction the reader may open: in totals, who needs help, and each by name. */
export function InductionsPage({ frame, csrf, model, titleOf, isOverAll }: Props) {
  const running = model.inductees.filter(isRunning);
  return (
    <Layout frame={frame} title="Newly qualified" wide>
      <BackLink text="Supervision" href="/supervision" />
      <h1 class="govuk-heading-l">Newly qualified</h1>
      {isOverAll ? <Totals running={running} model={model} /> : null}
      {running.length === 0 ? null : <WhoNeedsHelp running={running} model={model} titleOf={titleOf} />}
      <All running={running} model={model} titleOf={titleOf} />
      {model.mayBegin ? <Begin csrf={csrf} model={model} /> : null}
      <p class="govuk-body sl-due">
        As of {formatDate(model.known.today)}. An induction is opened by whoever learns, their mentor, their manager and the head of
        service. Everybody stands by name: nobody is compared with anybody.
      </p>
    </Layout>
  );
}

function Totals({ running, model: { without, known } }: { readonly running: readonly Inductee[]; readonly model: InductionModel }) {
  const of = (holds: (one: Inductee) => boolean): string => `${running.filter(holds).length} of ${running.length}`;
  return (
    <CardTable
      caption="What was promised, and is kept"
      heads={['Of those in an induction', 'How many']}
      rows={[
        ['Have a mentor', of(({ induction }) => induction.mentor !== undefined)],
        ['Are within the protected caseload', of(({ breach }) => breach.kind === 'none')],
        ['Carry more by a decision that stands', of(({ breach }) => breach.kind === 'decided')],
        ['Were reviewed, observed and met their mentor in time', of(({ late }) => late.length === 0)],
        ['Have supervision in time', of(({ supervision }) => supervision !== undefined && supervision.dueOn >= known.today)],
        ['Had the protected time, by the last review', of(({ induction }) => induction.reviews.at(-1)?.timeGiven === 'yes')],
        ['Newly qualified, and no programme was begun', String(without.length)],
      ]}
    />
  );
}

type PartProps = Pick<Props, 'model' | 'titleOf'> & { readonly running: readonly Inductee[] };

function WhoNeedsHelp({ running, model: { known }, titleOf }: PartProps) {
  const some = running.map((one) => ({ one, help: helpNeeded(one, known, titleOf) })).filter(({ help }) => help.length > 0);
  return (
    <section aria-labelledby="help">
      <h2 class="govuk-heading-m" id="help">
        Who needs help
      </h2>
      {some.length === 0 ? (
        <p class="govuk-body">What was promised is kept.</p>
      ) : (
        <CardTable
          caption="Who needs help"
          captionClasses="govuk-visually-hidden"
          heads={['Who', 'In what']}
          rows={some.map(({ one, help }) => [<Who one={one} />, help.map((what) => <span class="sl-line">{what}</span>)])}
        />
      )}
    </section>
  );
}

const Who = ({ one: { file, member, team } }: { readonly one: Inductee }) => (
  <>
    <a class="govuk-link" href={`/files/${file}`}>
      {member.name}
    </a>
    {team === '' ? null : <span class="sl-due sl-line">{team}</span>}
  </>
);

const All = ({ running, model: { known }, titleOf }: PartProps) => (
  <section aria-labelledby="all">
    <h2 class="govuk-heading-m" id="all">
      Inductions
    </h2>
    {running.length === 0 ? (
      <p class="govuk-body">There is no induction whose file you may open.</p>
    ) : (
      <>
        <p class="govuk-body">{counted(running.length, 'induction')}.</p>
        <CardTable
          caption="Inductions"
          captionClasses="govuk-visually-hidden"
          heads={['Who', 'Since', 'Mentor', 'Carries, of what is protected', 'Next']}
          rows={running.map((one) => [
            <Who one={one} />,
            formatDate(one.induction.startedOn),
            one.mentor ?? 'none yet',
            <Carries one={one} />,
            one.due[0] === undefined
              ? 'nothing'
              : `${titleOf(one.due[0].rule)}: ${formatDate(one.due[0].dueOn)}, ${lateOrUntil(one.due[0].dueOn, known.today)}`,
          ])}
        />
      </>
    )}
  </section>
);

/** The weighed caseload beside what is protected, and the plain count. */
export const Carries = ({ one: { caseload, breach } }: { readonly one: Pick<Inductee, 'caseload' | 'breach'> }) => (
  <>
    {caseload.carried} of {caseload.most}
    <span class="sl-due sl-line">{counted(caseload.children, 'child', 'children')}</span>
    {breach.kind === 'none' ? null : (
      <strong class={`govuk-tag sl-tag ${breach.kind === 'decided' ? 'govuk-tag--yellow' : 'govuk-tag--red'}`}>
        {breach.kind === 'decided' ? 'more, by a decision' : breach.kind === 'overdue' ? 'still more' : 'more, not decided'}
      </strong>
    )}
  </>
);

function Begin({ csrf, model: { without, members, known } }: { readonly csrf: string; readonly model: InductionModel }) {
  if (without.length === 0) return null;
  return (
    <section aria-labelledby="begin">
      <h2 class="govuk-heading-m" id="begin">
        Newly qualified, and no programme was begun
      </h2>
      <form method="post" action="/induction" class="sl-filters sl-filters--plain">
        <CsrfField token={csrf} />
        <FilterSelect
          id="member"
          name="member"
          label="Who"
          value=""
          options={without.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <FilterSelect
          id="scheme"
          name="scheme"
          label="Programme"
          value="assessedYear"
          options={Object.entries(schemeTitles).map(([value, label]) => ({ value, label }))}
        />
        <FilterSelect
          id="mentor"
          name="mentor"
          label="Mentor"
          value=""
          any="Named later"
          options={members.filter(({ roles }) => roles.includes('socialWorker')).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <div class="sl-filter">
          <label class="govuk-label sl-label" for="startedOn">
            First day in post
          </label>
          <input class="govuk-input sl-date" type="date" id="startedOn" name="startedOn" value={known.today} />
        </div>
        <button class="govuk-button govuk-button--secondary sl-button" type="submit">
          Begin the induction
        </button>
      </form>
    </section>
  );
}
