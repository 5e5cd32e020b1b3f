import type { Statement } from '../../kernel/step/history.ts';
import { lookedAfterOn } from '../../practice/pathway.ts';
import type { Said } from '../ssda903/build/built-row.ts';
import { answer, day, entry, planOn, type Known } from './known.ts';
import { datasetRow, type DatasetRow } from './row.ts';

export const visitRows = (known: Known): readonly DatasetRow[] => known.all('visit').flatMap((one) => rowsOf(known, one));

const alone = (visit: Statement): Said => [
  visit.answers['seen'] === true && visit.answers['seenAlone'] !== undefined ? visit.answers['seenAlone'] === 'yes' : undefined,
  visit,
];

/** A visit counts for whatever ran on its day: a plan, care, or both; otherwise the child was in need. */
function rowsOf(known: Known, one: Statement): readonly DatasetRow[] {
  const { told, id } = known;
  const plan = planOn(known, one.happenedOn);
  const isInCare = lookedAfterOn(told, one.happenedOn);
  const [seen, bedroom] = [answer(one, 'seen'), answer(one, 'sleepingPlaceSeen')];
  const cp = (begun: Statement): DatasetRow =>
    datasetRow('ssd_cp_visits', {
      cppv_cp_visit_id: entry(one),
      cppv_person_id: id,
      cppv_cp_plan_id: entry(begun),
      cppv_cp_visit_date: day(one),
      cppv_cp_visit_seen: seen,
      cppv_cp_visit_seen_alone: alone(one),
      cppv_cp_visit_bedroom: bedroom,
    });
  const cla = (): DatasetRow =>
    datasetRow('ssd_cla_visits', {
      clav_cla_visit_id: entry(one),
      clav_cla_id: known.careOf(one.happenedOn),
      clav_person_id: id,
      clav_cla_visit_date: day(one),
      clav_cla_visit_seen: seen,
      clav_cla_visit_seen_alone: alone(one),
    });
  const cin = (): DatasetRow =>
    datasetRow('ssd_cin_visits', {
      cinv_cin_visit_id: entry(one),
      cinv_person_id: id,
      cinv_cin_visit_date: day(one),
      cinv_cin_visit_seen: seen,
      cinv_cin_visit_seen_alone: alone(one),
      cinv_cin_visit_bedroom: bedroom,
    });
  const said = [...(plan === undefined ? [] : [cp(plan.begun)]), ...(isInCare ? [cla()] : [])];
  return said.length === 0 ? [cin()] : said;
}
