import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text, yesNo } from '../../kernel/field/plain.ts';
import { rows } from '../../kernel/field/rows.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { groundTitles } from './grounds.ts';
import { ofWhichRequest } from './requests.ts';
import { weighings } from './weighings.ts';

const treatments = {
  disclose: 'Disclosed',
  withhold: 'Withheld',
  blackOut: 'Words blacked out',
} as const;

/**
 * What somebody decided of some entries for one request; a later decision about an entry replaces the earlier. Which words: by their places in the answer, never
 * the words themselves. `digest`: of the entry as it read then; reads it otherwise now, it must be decided anew.
 */
export const redaction = defineStep({
  name: 'redaction',
  title: 'What is disclosed',
  law: 'UK GDPR Art 15(4); Data Protection Act 2018 Sch 2 to 4',
  about: 'anybody',
  togetherWith: 'nobody',
  page: 'subject-access',
  fields: {
    decidedOn: date('Date', { required: 'A decision to withhold can be questioned: when it was made' }),
    entries: rows(
      'Entry by entry',
      {
        entry: link('Entry', 'entry', { required: 'A decision is about an entry' }),
        treatment: code('Decision', treatments, { neverPrefilled: true, required: 'Nothing is disclosed that nobody has looked at' }),
        at: text('Answer', { longest: 200 }),
        places: text('Places', { longest: 20_000, pattern: /^\d+-\d+( \d+-\d+)*$/, patternSays: 'must be places such as 10-24 31-40' }),
        ground: code('Ground', groundTitles, { neverPrefilled: true }),
        weighed: code('How it was weighed', weighings, { neverPrefilled: true }),
        why: text('Why', { longest: 2000, neverPrefilled: true }),
        digest: text('Digest', { longest: 16 }),
      },
      { line: 'Entry' },
    ),
    everywhere: rows(
      'Words blacked out wherever they stand',
      {
        words: text('Words', { longest: 200, required: 'Says what is looked for' }),
        ground: code('Ground', groundTitles, { neverPrefilled: true }),
        weighed: code('How it was weighed', weighings, { neverPrefilled: true }),
        why: text('Why', { longest: 2000, neverPrefilled: true }),
        lifted: yesNo('No longer', {}),
      },
      { line: 'Words' },
    ),
    request: ofWhichRequest,
  },
  happenedOn: (answers) => answers.decidedOn,
  may: { record: ['socialWorker', 'teamManager', 'headOfService'], read: practitioners },
  summary: ({ entries = [], everywhere = [] }) =>
    `Subject access: decided what is disclosed${entries.length === 0 ? '' : ` of ${new Set(entries.map(({ entry }) => entry)).size} entries`}${everywhere.length === 0 ? '' : ', and what wherever it stands'}`,
  decide: (_history, { decidedOn, entries = [] }, today) => [
    ...notAhead({ field: 'decidedOn', what: 'The date', on: decidedOn }, today),
    ...(entries.some(({ treatment, ground }) => treatment !== 'disclose' && ground === undefined)
      ? [{ field: 'entries', message: 'Choose on which ground it is withheld: Data Protection Act 2018 Sch 2 to 4' }]
      : []),
  ],
  examples: {
    'a page of the record': {
      decidedOn: literal('2026-03-16'),
      entries: [
        { entry: '33333333-3333-4333-8333-333333333333', treatment: 'disclose', digest: '9f2c4a11' },
        {
          entry: '44444444-4444-4444-8444-444444444444',
          treatment: 'blackOut',
          at: 'note',
          places: '10-24 31-40',
          ground: 'thirdParty',
          weighed: 'refused',
          why: 'The neighbour fears for her own children.',
          digest: '03be9d70',
        },
        { entry: '55555555-5555-4555-8555-555555555555', treatment: 'withhold', ground: 'legalPrivilege', digest: '77aa0134' },
      ],
    },
    'the name of a neighbour': { decidedOn: literal('2026-03-16'), everywhere: [{ words: 'Joan Example', ground: 'thirdParty' }] },
  },
});
