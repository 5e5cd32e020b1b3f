import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { initiated } from './enquiries.ts';
import { notAhead, notBeforePregnancy } from '../checks.ts';

/** That an enquiry began. Its target date is the day on which the conference is due, and its outcome a step of its own: only a census states them here. */
export const section47Enquiry = defineStep({
  name: 'section47Enquiry',
  title: 'Section 47 enquiry',
  law: 'Children Act 1989 s47',
  fields: {
    startedOn: date('Date the enquiry started', { required: 'Children in need census, module 4', returns: { cin: 'S47ActualStartDate' } }),
    conferenceTargetOn: date('Target date of the initial child protection conference', {
      inFilesAlone: true,
      returns: { cin: 'InitialCPCtarget' },
    }),
    conferenceNotRequired: yesNo('No initial conference is needed', {
      inFilesAlone: true,
      neverPrefilled: true,
      returns: { cin: 'ICPCnotRequired' },
    }),
  },
  happenedOn: (answers) => answers.startedOn,
  offers: (history) => {
    const from = history.findLast((one) => one.step === 'strategyDiscussion' && initiated(one));
    return { startedOn: from && { value: from.happenedOn, from } };
  },
  togetherWith: 'siblings',
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ conferenceNotRequired }) =>
    `Section 47 enquiry started${conferenceNotRequired === true ? ': no initial conference needed' : ''}`,
  decide: (history, { startedOn }, today) => {
    const day = { field: 'startedOn', what: 'The date the enquiry started', on: startedOn };
    return [...notAhead(day, today), ...notBeforePregnancy(day, history)];
  },
  carriedBy: { cin: 'Section47' },
  examples: {
    started: { startedOn: literal('2026-03-04') },
    'no conference needed, as a census tells it': { startedOn: literal('2026-03-04'), conferenceNotRequired: true },
  },
});
