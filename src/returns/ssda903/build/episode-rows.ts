import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../../kernel/step/history.ts';
import { episodesOf, statementsOf } from '../../../practice/pathway.ts';
import { isRunningIn, type Period } from '../../rule/period.ts';
import { builtRow, type BuiltRow } from './built-row.ts';

/** The episodes of care of a year, each value with the entries from which it follows. */
export function episodeRows(told: History, period: Period): readonly BuiltRow[] {
  const sourceOf = sourcesIn(told);
  return episodesOf(told)
    .filter(({ startedOn, endedOn }) => isRunningIn(startedOn, endedOn, period))
    .map((one) => {
      const { startedOn, endedOn } = one;
      const [placement, begun] = [sourceOf.lastUpTo('placement', startedOn), sourceOf.beganOn(startedOn)];
      return builtRow('episodes', {
        DECOM: [startedOn, ...begun],
        RNE: [one.whyNew, ...begun],
        LS: [one.legalStatus, sourceOf.status(startedOn)],
        CIN: [one.categoryOfNeed, sourceOf.lastUpTo('periodOfCare', startedOn)],
        PLACE: [one.type, placement],
        PLACE_PROVIDER: [one.provider, placement],
        DEC: [endedOn, ...sourceOf.endedOn(endedOn, one.whyEnded)],
        REC: [one.whyEnded, ...sourceOf.endedOn(endedOn, one.whyEnded)],
        REASON_PLACE_CHANGE: [one.reasonForMove, endedOn && sourceOf.lastUpTo('placement', endedOn)],
        HOME_POST: [one.homePostcode, sourceOf.home(startedOn)],
        PL_POST: [one.postcode, placement],
        URN: [one.urn, placement],
      });
    });
}

const beginning = ['periodOfCare', 'legalStatus', 'placement'];

/** Which entries say what held on a day, what began on it and what ended. */
function sourcesIn(told: History) {
  const care = told.filter(({ step }) => beginning.includes(step));
  const lastOf = (day: LocalDate, isIt: (one: Statement) => boolean): Statement | undefined =>
    care
      .filter((one) => one.happenedOn <= day && isIt(one))
      .toSorted((a, b) => (a.happenedOn < b.happenedOn ? -1 : 1))
      .at(-1);
  const beganOn = (day: LocalDate): readonly Statement[] => care.filter(({ happenedOn }) => happenedOn === day);
  return {
    beganOn,
    lastUpTo: (step: string, day: LocalDate) => lastOf(day, (one) => one.step === step),
    status: (day: LocalDate) => lastOf(day, ({ step, answers }) => step !== 'placement' && answers['legalStatus'] !== undefined),
    home: (day: LocalDate) => lastOf(day, ({ answers }) => answers['homePostcode'] !== undefined),
    endedOn: (day: LocalDate | undefined, why: string | undefined): readonly Statement[] =>
      day === undefined
        ? []
        : why === 'X1'
          ? beganOn(day)
          : statementsOf('periodOfCareEnd', told).filter(({ happenedOn }) => happenedOn === day),
  };
}
