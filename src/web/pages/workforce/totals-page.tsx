import { formatDate } from '../../../kernel/calendar/dates.ts';
import { fewest, isSmall } from '../../../oversight/statistics/small-numbers.ts';
import type { Establishment } from '../../../oversight/workforce/establishment.ts';
import type { WaitsBecause } from '../../../oversight/workforce/waiting.ts';
import { reasonsToGo } from '../../../practice/pathway.ts';
import { Button } from '../../components/button.tsx';
import { CardTable } from '../../components/card-table.tsx';
import type { Words } from '../../components/field-parts.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { Details } from '../../components/notices.tsx';
import { Layout } from '../../components/layout.tsx';
import { Input } from '../../components/text-input.tsx';
import { counted } from '../../said-dates.ts';
import { waitsBecause } from './allocation-page.tsx';
import { DayForm } from '../measures/page.tsx';
import { register, said, type Known, type TeamFigures, type TotalsProps } from './model.ts';
import { areasIn, PeopleTable } from './people-table.tsx';
import { PressureTable } from './pressure-table.tsx';

/** The workforce of the whole service, as it was known at the end of a day: sums of teams, and nobody by name. */
export function TotalsPage(props: TotalsProps) {
  const { frame, known, problem, isHead } = props;
  return (
    <Layout
      frame={frame}
      title={`Workforce on ${formatDate(known.on)}`}
      wide
      problems={problem === undefined ? [] : [{ field: 'on', message: problem }]}
    >
      <h1 class="govuk-heading-l sl-tight">Workforce</h1>
      <p class="govuk-body">
        Posts and the people who fill them, as known at the end of {formatDate(known.on)}. All of it is made of what managers wrote in staff
        files; nobody who works with children was asked for any of it.
        {isHead ? '' : ' To whoever counts they are told month by month, so that nobody’s days can be followed.'}
      </p>
      <DayForm action="/workforce" on={known.on} />
      <Links known={known} isHead={isHead} />
      {known.posts.length === 0 && isHead ? <BeginRegister csrf={props.csrf} /> : null}
      <WithoutWorker waiting={props.waiting} isHead={isHead} teams={known.teams} />
      <Posts {...props} />
      <PeopleTable {...props} />
      <PressureTable {...props} />
      <Reasons known={known} />
    </Layout>
  );
}

/** How many children have nobody; to who counts alone, nothing of few. */
function WithoutWorker({ waiting, isHead, teams }: Pick<TotalsProps, 'waiting' | 'isHead'> & { readonly teams: Known['teams'] }) {
  const { all, by, withoutTeam, longest } = waiting;
  const told = (n: number): string => (!isHead && isSmall(n) ? 'few' : String(n));
  const parts = Object.entries(waitsBecause).flatMap(([because, words]) => {
    const n = by.get(because as WaitsBecause);
    return n === undefined ? [] : [`${told(n)}: ${words}`];
  });
  return (
    <section aria-labelledby="without-worker">
      <h2 class="govuk-heading-m" id="without-worker">
        Children without a worker
      </h2>
      {all === 0 ? (
        <p class="govuk-body">Every child with whom somebody works has a worker who is there.</p>
      ) : !isHead && isSmall(all) ? (
        <p class="govuk-body">Fewer than {fewest}.</p>
      ) : (
        <p class="govuk-body">
          {all}
          {isHead ? ` (${parts.join('; ')})` : ''}
          {longest === undefined ? '' : `, the longest for ${counted(longest, 'day')}`}.
          {isHead ? '' : ` In no team yet: ${told(withoutTeam)}.`}
        </p>
      )}
      {isHead && all > 0 ? <WhereTheyWait waiting={waiting} teams={teams} /> : null}
    </section>
  );
}

/** To the pages that name them, in the order of teams. */
function WhereTheyWait({ waiting: { ofTeam, withoutTeam }, teams }: Pick<TotalsProps, 'waiting'> & Pick<Known, 'teams'>) {
  const places = [
    ...(withoutTeam === 0 ? [] : [{ at: '/workforce/no-team', name: 'Children in no team yet', n: withoutTeam }]),
    ...teams.flatMap(({ id, name }) => {
      const n = ofTeam.get(id);
      return n === undefined ? [] : [{ at: `/workforce/allocation?team=${id}`, name, n }];
    }),
  ];
  return (
    <p class="govuk-body">
      {places.map(({ at, name, n }, place) => (
        <>
          {place === 0 ? '' : ' · '}
          <a class="govuk-link" href={at}>
            {name}
          </a>
          : {n}
        </>
      ))}
    </p>
  );
}

const Links = ({ known, isHead }: { readonly known: Known; readonly isHead: boolean }) => (
  <p class="govuk-body">
    {known.posts.length === 0 ? null : (
      <>
        <a class="govuk-link" href={`/files/${register.file}`}>
          Posts and local standards
        </a>
        {' · '}
      </>
    )}
    <a class="govuk-link" href="/workforce/compared">
      Compared with England and neighbours
    </a>
    {isHead ? ' · ' : ''}
    {isHead ? (
      <a class="govuk-link" href="/workforce/allocation">
        Caseloads, and children without a worker
      </a>
    ) : null}
  </p>
);

/** Until an authority says its own, caseloads are weighed as supplied. */
const BeginRegister = ({ csrf }: { readonly csrf: string }) => (
  <form method="post" action="/workforce/register" noValidate class="govuk-inset-text">
    <CsrfField token={csrf} />
    <input type="hidden" name="entry" value={crypto.randomUUID()} />
    <p class="govuk-body">
      No posts are on record, and caseloads are weighed as supplied, which nobody here has agreed. Begin the register with your standard;
      posts and weights follow in it.
    </p>
    <Input name="why" label={{ text: 'Why it is so, and who agreed it' }} />
    <Input
      name="usual"
      label={{ text: 'Weighted caseload of a full-time social worker, at most' }}
      classes="govuk-input--width-4"
      inputmode="decimal"
    />
    <Button text="Begin the register" preventDoubleClick />
  </form>
);

const sumOf = (all: readonly TeamFigures[], of: (one: Establishment) => number): string =>
  said(all.reduce((sum, { establishment }) => sum + of(establishment), 0));

const postHeads = ['Posts', 'Filled by employees', 'Vacant'] as const;
const postCells = (those: readonly TeamFigures[]): readonly Words[] => {
  const isSaid = those.some(({ establishment }) => establishment.posts > 0);
  return [
    isSaid ? sumOf(those, ({ posts }) => posts) : 'not said',
    sumOf(those, ({ filled }) => filled),
    isSaid ? sumOf(those, ({ vacant }) => vacant) : 'not known',
  ];
};

/** By area; team by team for whoever opens it. */
const Posts = ({ figures, isHead }: TotalsProps) => (
  <>
    <CardTable
      caption="Posts, as full-time equivalents"
      heads={['Area', ...postHeads]}
      rows={[
        ...areasIn(figures).map((area) => [area, ...postCells(figures.filter(({ team }) => team.area === area))]),
        ['All teams', ...postCells(figures)],
      ]}
    />
    <Details
      summaryText="Posts, team by team"
      text={
        <CardTable
          caption="Posts, team by team"
          captionClasses="govuk-visually-hidden"
          heads={['Team', ...postHeads]}
          rows={figures.map((one) => [isHead ? <TeamLink team={one.team} /> : one.team.name, ...postCells([one])])}
        />
      }
    />
  </>
);

const TeamLink = ({ team }: Pick<TeamFigures, 'team'>) => (
  <a class="govuk-link" href={`/workforce/team/${team.id}`}>
    {team.name}
  </a>
);

const counts = { few: 'a few', nearlyAll: 'nearly all' } as const;

/** Of the whole service, as the database counts it: by a team, whoever left could be known by what they said. */
function Reasons({ known: { reasons } }: { readonly known: Known }) {
  return (
    <section aria-labelledby="reasons">
      <h2 class="govuk-heading-m" id="reasons">
        Why people left
      </h2>
      {reasons === undefined ? (
        <p class="govuk-body">Fewer than {fewest} were asked in the twelve months: nothing is shown.</p>
      ) : (
        <>
          <p class="govuk-body sl-tight">
            {reasons.asked} were asked when they left in the twelve months.{' '}
            {reasons.named.size === 0 ? 'None of them named a reason.' : 'Each may name several reasons.'}
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {Object.entries(reasonsToGo).map(([reason, title]) => {
              const n = reasons.named.get(reason);
              return n === undefined ? null : (
                <li key={title}>
                  {title}: {typeof n === 'number' ? n : counts[n]}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
