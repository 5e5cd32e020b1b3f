import { addDays, type LocalDate } from '../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../src/kernel/calendar/working-days.ts';
import { idFrom } from './chance.ts';
import type { DemoFile } from './load-file.ts';
import { dayBefore, said, type Days, type Telling } from './review-file.ts';
import type { DemoEntry } from './telling.ts';
import { allegations } from './words/allegations.ts';

type Told = (typeof allegations)[number];

/** One in six weeks, of ten months: most told in time, some concluded, the last waits to be considered. */
export const allegationFiles = (officer: string, days: Days): readonly DemoFile[] =>
  allegations.map((told, n) => {
    const learntOn = dayBefore(days, 300 - 42 * n);
    const toldOn = addWorkingDays(learntOn, told.toldAfter);
    const telling: Telling = { file: idFrom('allegation', n), by: officer };
    const { who, setting, words } = told;
    return {
      file: telling.file,
      kind: 'allegation',
      title: `Allegation ${toldOn.slice(0, 4)}/${n + 1}`,
      entries: [
        said(telling, 'allegation', toldOn, { learntOn, toldOn, who, setting, words }),
        ...(told.response === undefined ? [] : consideredIn(telling, told, addWorkingDays(toldOn, 1))),
      ],
    };
  });

function consideredIn(telling: Telling, told: Told, consideredOn: LocalDate): readonly DemoEntry[] {
  const considered = said(telling, 'allegationConsideration', consideredOn, {
    consideredOn,
    response: told.response,
    reasons: told.reasons,
  });
  if (told.response !== 'meeting') return [considered];
  const heldOn = addWorkingDays(consideredOn, 4);
  const endedOn = addDays(heldOn, 24);
  const police = said(telling, 'allegationEnquiry', heldOn, { begunOn: heldOn, strand: 'police', by: 'Child abuse investigation unit' });
  const meeting = { heldOn, kind: 'trust', decisions: 'The police see the child first; the employer waits until they have.' };
  return [
    considered,
    said(telling, 'allegationMeeting', heldOn, meeting),
    police,
    said(telling, 'allegationEnquiryEnd', endedOn, { endedOn, enquiry: police.entry, found: 'No further action by the police.' }),
    said(
      telling,
      'allegationMeeting',
      addDays(endedOn, 2),
      {
        heldOn: addDays(endedOn, 2),
        kind: 'review',
        decisions: 'The employer now asks its own questions.',
      },
      1,
    ),
    ...(told.outcome === undefined ? [] : outcomeIn(telling, told, addDays(endedOn, 20))),
  ];
}

function outcomeIn(telling: Telling, { outcome, why }: Told, decidedOn: LocalDate): readonly DemoEntry[] {
  const isBarred = outcome === 'substantiated';
  const [referredOn, reviewedOn] = [addDays(decidedOn, 9), addDays(decidedOn, 20)];
  return [
    said(telling, 'allegationOutcome', decidedOn, { decidedOn, outcome, reasons: why, barring: isBarred ? 'duty' : 'none' }),
    ...(isBarred
      ? [
          said(telling, 'barringReferral', referredOn, { referredOn, to: 'dbs', by: 'The employer' }),
          said(telling, 'allegationReview', reviewedOn, { reviewedOn, learnt: 'References were taken up after the first day of work.' }),
        ]
      : []),
  ];
}
