import type { Statement } from '../../kernel/step/history.ts';
import { answer, day, entry, type Known } from './known.ts';
import { datasetRow, type DatasetRow } from './row.ts';

/** Health and conduct of children looked after. */
export const healthRows = (known: Known): readonly DatasetRow[] => [
  ...checks(known),
  ...immunisations(known),
  ...questionnaires(known),
  ...substances(known),
  ...convictions(known),
];

const checks = (known: Known): readonly DatasetRow[] => [
  ...known.all('healthAssessment').map((one) => check(known, one, 'Health Assessment', 'done')),
  ...known.all('dentalCheck').map((one) => check(known, one, 'Dental Check', 'attended')),
];

const check = ({ id }: Known, one: Statement, type: string, how: string): DatasetRow =>
  datasetRow('ssd_cla_health', {
    clah_health_check_id: entry(one),
    clah_person_id: id,
    clah_health_check_type: [type, one],
    clah_health_check_date: day(one),
    clah_health_check_status: [one.answers[how] === false ? 'Cancelled' : 'Completed', one],
  });

/** As they stood last: the table has a row for each child. */
const immunisations = ({ all, id }: Known): readonly DatasetRow[] =>
  all('immunisations')
    .slice(-1)
    .map((one) =>
      datasetRow('ssd_cla_immunisations', {
        clai_person_id: id,
        clai_immunisations_status: answer(one, 'upToDate'),
        clai_immunisations_status_date: day(one),
      }),
    );

const questionnaires = ({ all, id }: Known): readonly DatasetRow[] =>
  all('strengthsAndDifficulties').map((one) =>
    datasetRow('ssd_sdq_scores', {
      csdq_table_id: entry(one),
      csdq_person_id: id,
      csdq_sdq_completed_date: day(one),
      csdq_sdq_reason: answer(one, 'noScoreBecause'),
      csdq_sdq_score: answer(one, 'score'),
    }),
  );

/** Which substance is told in words alone: that there was a problem, the standard's Y. */
const substances = ({ all, id }: Known): readonly DatasetRow[] =>
  all('substanceUse').map((one) =>
    datasetRow('ssd_cla_substance_misuse', {
      clas_substance_misuse_id: entry(one),
      clas_person_id: id,
      clas_substance_misuse_date: day(one),
      clas_substance_misused: answer(one, 'problem'),
      clas_intervention_received: answer(one, 'received'),
    }),
  );

/** The offence itself is in the words of the entry, which stay in the record. */
const convictions = ({ all, id }: Known): readonly DatasetRow[] =>
  all('conviction').map((one) =>
    datasetRow('ssd_cla_convictions', {
      clac_cla_conviction_id: entry(one),
      clac_person_id: id,
      clac_cla_conviction_date: day(one),
      clac_cla_conviction_offence: answer(one, 'outcome'),
    }),
  );
