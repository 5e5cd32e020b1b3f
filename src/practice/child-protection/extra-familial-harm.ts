import { date as literal } from '../../kernel/calendar/dates.ts';
import { code, codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeBirth } from '../checks.ts';

const kinds = {
  criminal: 'Criminal exploitation',
  sexual: 'Sexual exploitation',
  trafficking: 'Modern slavery or trafficking',
  violence: 'Serious violence, weapons or gangs',
  peers: 'Abuse by other children or young people',
  radicalisation: 'Radicalisation',
  online: 'Harm online',
  other: 'Something else',
} as const;

const parts = {
  harmed: 'Is harmed',
  harms: 'Harms others',
  both: 'Is harmed, and harms others',
  atRisk: 'May be drawn in',
} as const;

/** The reference of an enquiry over several families: it joins their records to it, and names none of them to another. */
const enquiryReference = {
  pattern: /^[A-Z]{2,6}-\d{4}-\d{1,4}$/,
  patternSays: 'must be the reference of the enquiry, for example CE-2026-014, and never the name of a child of another family',
} as const;

/**
 * Harm outside the home. A child who harms others is a child: both are said of the same one. Children of other families are in their own records;
 * here stands the reference of the enquiry that they share.
 */
export const extraFamilialHarm = defineStep({
  name: 'extraFamilialHarm',
  title: 'Harm outside the home',
  law: 'Children Act 1989 s17 and s47; Modern Slavery Act 2015 s52; Working Together 2023, chapter 3: harm outside the home',
  fields: {
    identifiedOn: date('Date it was identified, or looked at again', { required: 'Says from when the service knew' }),
    kinds: codes('What kind of harm', kinds, { required: 'Says which enquiries and which partners are needed', neverPrefilled: true }),
    places: text('Where, and in what group', {
      lines: 2,
      hint: 'Places, online spaces, a group by what it is called: no names of other families’ children',
    }),
    enquiry: text('Reference of the enquiry over several families', enquiryReference),
  },
  each: {
    part: code('The child', parts, { neverPrefilled: true }),
    meaning: text('What pulls the child in, and what would keep the child safe', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.identifiedOn,
  offers: (_history, today) => ({ identifiedOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ kinds: found, part, enquiry }) =>
    `Harm outside the home: ${found.map((kind) => kinds[kind].toLowerCase()).join(', ')}${part === undefined ? '' : `. The child ${inSentence(parts[part])}`}${enquiry === undefined ? '' : ` (${enquiry})`}`,
  decide: (history, { identifiedOn }, today) => {
    const day = { field: 'identifiedOn', what: 'The date', on: identifiedOn };
    return [...notAhead(day, today), ...notBeforeBirth(day, history)];
  },
  examples: {
    'a child who is both': {
      identifiedOn: literal('2026-05-11'),
      kinds: ['criminal', 'violence'],
      places: 'The retail park after dark; a group chat',
      enquiry: 'CE-2026-014',
      part: 'both',
      meaning: 'He owes money for a phone he was given. A job with his uncle would take him away on Saturdays.',
    },
  },
});
