import type { FastifyInstance } from 'fastify';
import { formatDate } from '../../../kernel/calendar/dates.ts';
import { practitionersAndLeads } from '../../../kernel/step/permission.ts';
import type { Clock } from '../../../kernel/step/clock.ts';
import type { ListedChild } from '../../../record/contract.ts';
import { CardTable } from '../../components/card-table.tsx';
import { ClockWords } from '../../components/clock-words.tsx';
import { Layout } from '../../components/layout.tsx';
import { PersonLink } from '../../components/offered.tsx';
import type { WebParts } from '../../parts.ts';
import { frameOf, sendPage } from '../../request.ts';
import { asKnown, clockState, counted, type Looking } from '../../said-dates.ts';
import { mustHold, signedIn } from '../../session.ts';
import { DraftTable } from '../drafts/lists.tsx';
import { findingsOfMine, ForTheReturn } from './for-the-return.tsx';
import { InfectedFiles } from './infected-files.tsx';
import { LastSeen } from './last-seen.tsx';
import { CameBack, returnedToMe } from './returned.tsx';
import { ProtectedBeyond } from '../induction/allocation-asks.tsx';
import { protectedCaseloads } from '../induction/model.ts';
import { ownTrainingDue, TrainingDue } from '../training/due.tsx';
import { ownRenewal, RenewalDue } from './registration.tsx';
import { recordsToSeal, ToSeal } from './to-seal.tsx';
import { AsReviewingOfficer, reviewedByMe } from './as-reviewing-officer.tsx';
import { Advised, advisedByMe } from './advised.tsx';
import { addActionDone, MyActions, ownActions } from './actions.tsx';

type Due = { readonly child: ListedChild; readonly clock: Clock; readonly title: string; readonly state: string };

type DueProps = { readonly title: string; readonly due: readonly Due[]; readonly known: Looking; readonly most?: number };

/** One's own day: what is late, today and next for one's own children, what one has to do for any, then all of them. */
export function addMyDay(server: FastifyInstance, parts: WebParts): void {
  server.get('/my-day', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, practitionersAndLeads);
    const known = asKnown({}, parts.now());
    const { today } = known;
    const [children, drafts, mine, returned, infected, findings, owed, renewal, toSeal, inductees, reviewed] = await Promise.all([
      parts.record.list(who.session, { worker: who.session.actor, runningOn: today }),
      parts.drafts.own(who.session),
      ownActions(parts, who.session),
      returnedToMe(parts, who.session),
      parts.attachments.infected(who.session),
      findingsOfMine(parts, who.session),
      ownTrainingDue(parts, who.session, today),
      ownRenewal(parts, who.session, today),
      recordsToSeal(parts, who.session, today),
      protectedCaseloads(parts, who.session, today),
      reviewedByMe(parts, who.session, known),
    ]);
    const advised = await advisedByMe(parts, who.session, children, today);
    const begun = drafts.filter(({ thrownAwayAt }) => thrownAwayAt === null);
    const titles = new Map(parts.timescales.map(({ rule, title }) => [rule, title]));
    const { late, now, next } = duesOf([...children, ...advised], titles, known);
    return sendPage(
      reply,
      <Layout frame={frameOf(request, parts)} title="My day" wide script="/assets/draft.js">
        <h1 class="govuk-heading-l sl-tight">My day</h1>
        <p class="govuk-body">
          {formatDate(today)} · {wholeDay(children, advised)}, {late.length} late, {now.length} due today
        </p>
        <AsReviewingOfficer load={reviewed} />
        <InfectedFiles files={infected} />
        <CameBack returned={returned} today={today} />
        {late.length === 0 ? null : <DueTable title="Late" due={late} known={known} />}
        <DueTable title="Today" due={now} known={known} />
        <LastSeen rows={children} known={known} />
        <Advised advised={advised} known={known} titleOf={(rule) => titles.get(rule) ?? rule} />
        <DueTable title="Next" due={next} known={known} most={25} />
        <ToSeal records={toSeal} today={today} />
        <ProtectedBeyond inductees={inductees} />
        <RenewalDue until={renewal} today={today} />
        <TrainingDue owed={owed} today={today} />
        <MyActions actions={mine} csrf={request.csrf} today={today} />
        <ForTheReturn findings={findings} />
        <p class="govuk-body sl-due" id="draft-state" role="status"></p>
        {begun.length === 0 ? null : (
          <DraftTable caption="Begun and not yet recorded" drafts={begun} steps={parts.steps} csrf={request.csrf} />
        )}
      </Layout>,
    );
  });
  addActionDone(server, parts);
}

/** How many are mine, and how many I am the adviser of. */
const wholeDay = (children: readonly ListedChild[], advised: readonly ListedChild[]): string =>
  [
    counted(children.length, 'child', 'children'),
    ...(advised.length === 0 ? [] : [`${counted(advised.length, 'young person', 'young people')} as personal adviser`]),
  ].join(', ');

/** What is late, due today and next, by the day. */
function duesOf(children: readonly ListedChild[], titles: ReadonlyMap<string, string>, known: Looking) {
  const due = children
    .flatMap((child) =>
      child.clocks.map((clock): Due => ({ child, clock, title: titles.get(clock.rule) ?? clock.rule, state: clockState(clock, known) })),
    )
    .sort((a, b) => a.clock.dueOn.localeCompare(b.clock.dueOn));
  const isAhead = ({ clock, state }: Due): boolean => (state === 'dueSoon' || state === 'inTime') && clock.dueOn > known.today;
  return {
    late: due.filter(({ state }) => state === 'late'),
    now: due.filter(({ clock, state }) => state === 'dueSoon' && clock.dueOn === known.today),
    next: due.filter(isAhead),
  };
}

/** Brothers and sisters of whom one entry asks the same, by the same day, are one row: what is due of a family is seen at once. */
const byFamily = (due: readonly Due[]): readonly (readonly [Due, ...Due[]])[] =>
  [
    ...Map.groupBy(due, ({ clock }) => JSON.stringify([clock.rule, clock.startedBy, clock.dueOn, clock.dueAt, clock.lateReason])).values(),
  ].flatMap(([first, ...others]) => (first === undefined ? [] : [[first, ...others] as const]));

function DueTable({ title, due, known, most }: DueProps) {
  const rows = byFamily(due);
  if (rows.length === 0)
    return (
      <section>
        <h2 class="govuk-heading-m">{title}</h2>
        <p class="govuk-body">Nothing.</p>
      </section>
    );
  return (
    <CardTable
      caption={title}
      heads={['Child', 'What', 'When']}
      rows={rows.slice(0, most).map((family) => [
        family.map(({ child }, n) => (
          <>
            {n === 0 ? '' : ', '}
            <PersonLink person={child.person}>{child.standing.name}</PersonLink>
          </>
        )),
        family[0].title,
        <ClockWords clock={family[0].clock} known={known} />,
      ])}
    />
  );
}
