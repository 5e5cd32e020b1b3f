import { addDays, type LocalDate } from '../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../src/kernel/calendar/working-days.ts';
import { idFrom } from './chance.ts';
import type { DemoFile } from './load-file.ts';
import { actionsOf } from './stories/agreed-action.ts';
import { entryOf, workingDayAfter, type DemoEntry } from './telling.ts';
import { chronologies, findings } from './words/chronologies.ts';

export type Days = { readonly today: LocalDate; readonly until: LocalDate };
export const dayBefore = ({ today }: Days, ago: number): LocalDate => workingDayAfter(addDays(today, -ago));

/** Who says what in a file, and whom it is about. */
export type Telling = { readonly file: string; readonly by: string };

/** An entry of a file: its key tells it from others of its step. */
export const said = (
  { file, by }: Telling,
  step: string,
  on: LocalDate,
  shared: DemoEntry['shared'],
  key: string | number = '',
): DemoEntry => entryOf({ entry: idFrom('entry', file, step, on, key), step, on, of: file, by, shared });

/** What is recorded on a later day than it happened. */
const onRecordOn = (recordedOn: LocalDate, entry: DemoEntry): DemoEntry => ({ ...entry, recordedOn });

type Reviewed = { readonly head: string; readonly officer: string; readonly child: string | undefined };

/** One review, of an invented child: four agencies, what each knew, what was missed, what was learnt and whether it holds. */
export function reviewFile({ head, officer, child }: Reviewed, days: Days): DemoFile {
  const file = idFrom('case review', 'Child R');
  const telling: Telling = { file, by: head };
  const learntOn = dayBefore(days, 200);
  const completedOn = addWorkingDays(learntOn, 17);
  const decidedOn = addWorkingDays(completedOn, 12);
  const entries = [
    ...notified(telling, learntOn),
    ...(child === undefined ? [] : [said(telling, 'reviewedChild', learntOn, { on: learntOn, child })]),
    ...decided(telling, { learntOn, completedOn, decidedOn }),
    ...chronologiesOf(telling, days, addWorkingDays(decidedOn, 18)),
    ...learning({ file, by: officer }, days),
  ];
  return { file, kind: 'caseReview', title: 'Review: Child R', entries };
}

function notified(telling: Telling, learntOn: LocalDate): readonly DemoEntry[] {
  const notifiedOn = addWorkingDays(learntOn, 3);
  return [
    said(telling, 'seriousIncident', learntOn, {
      learntOn,
      incidentOn: addDays(learntOn, -2),
      harm: 'seriouslyHarmed',
      abuse: 'suspected',
      known: 'A baby of eleven months with two fractures of different ages. Her brother is safe with their grandmother.',
    }),
    said(telling, 'incidentNotification', notifiedOn, { notifiedOn, whom: ['panel', 'partners', 'police'], reference: 'SIN-0417' }),
  ];
}

type Decided = { readonly learntOn: LocalDate; readonly completedOn: LocalDate; readonly decidedOn: LocalDate };

function decided(telling: Telling, { learntOn, completedOn, decidedOn }: Decided): readonly DemoEntry[] {
  const on = addWorkingDays(completedOn, 9);
  const byWhen = addWorkingDays(decidedOn, 20);
  return [
    said(telling, 'rapidReview', completedOn, {
      completedOn,
      facts: 'Four agencies each knew of something in the last year; none knew of the whole.',
      atOnce: 'Her brother was seen and examined on the day. Both are with their grandmother.',
      proposed: 'localReview',
      why: 'How agencies tell one another of injuries to babies may fail other children too.',
    }),
    said(telling, 'nationalPanelAnswer', on, {
      on,
      answer: 'agrees',
      words: 'Asks that the father’s history in another county is looked for.',
    }),
    said(telling, 'caseReviewDecision', decidedOn, {
      decidedOn,
      decision: 'localReview',
      why: 'Each agency held a part of what was known.',
      terms: 'Who knew what of the injuries and of the violence, when, and what they did. Why it made sense to them.',
      reviewer: 'An independent reviewer',
      from: addDays(learntOn, -365),
      to: learntOn,
      agencies: Object.keys(chronologies).map((agency) => ({ agency, byWhen })),
    }),
  ];
}

const chronologiesOf = (telling: Telling, { today }: Days, receivedOn: LocalDate): readonly DemoEntry[] =>
  Object.entries(chronologies).flatMap(([agency, lines]) => {
    const chronology = said(telling, 'agencyChronology', receivedOn, { receivedOn, agency, events: lines.length }, agency);
    return [
      chronology,
      ...lines.map(({ ago, told, toldAfter, ...line }, n) => {
        const on = addDays(today, -ago);
        const toldOn = toldAfter === undefined ? {} : { toldOn: addDays(on, toldAfter) };
        const shared = { on, agency, ...line, ...(told === undefined ? {} : { told }), ...toldOn, chronology: chronology.entry };
        return onRecordOn(receivedOn, said(telling, 'agencyEvent', on, shared, `${agency} ${n}`));
      }),
    ];
  });

/** Three findings; the first was looked at again, and holds in part; the second is late to be; the third is still to come. */
function learning(telling: Telling, days: Days): readonly DemoEntry[] {
  const on = dayBefore(days, 96);
  const testedOn = dayBefore(days, 14);
  return findings.flatMap(({ action, ...words }, n) => {
    const byWhen = addDays(on, 40);
    const lookAgainOn = addDays(days.today, [-12, -4, 90][n] ?? 90);
    const learnt = said(
      telling,
      'reviewLearning',
      on,
      { on, ...words, lookAgainOn, agreedActions: [{ what: action, owner: telling.by, byWhen }] },
      n,
    );
    const done = n === 2 ? undefined : { on: addDays(byWhen, n === 0 ? -3 : 11), by: telling.by };
    const tested = {
      on: testedOn,
      learning: learnt.entry,
      result: 'partly',
      evidence: 'Audit of last month: 17 of 20 babies were referred on the day, 3 after two days or more.',
    };
    return [learnt, ...actionsOf(learnt, done), ...(n === 0 ? [said(telling, 'learningTested', testedOn, tested)] : [])];
  });
}
