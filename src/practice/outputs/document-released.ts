import { date as literal, formatDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { rows } from '../../kernel/field/rows.ts';
import type { History } from '../../kernel/step/history.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { lifeOf, notAhead } from '../checks.ts';
import { lawfulBases } from '../front-door/telling-the-family.ts';

/** What may be made of a record for somebody outside it. */
export const documentKinds = {
  outcomeLetter: 'Letter to whoever referred or called',
  assessment: 'Child and family assessment',
  conferenceInvitation: 'Invitation to a child protection conference',
  conferenceReport: 'Report to a child protection conference',
  conferenceMinutes: 'Record of a child protection conference, with the plan',
  coreGroupRecord: 'Record of a core group meeting',
  lookedAfterReviewRecord: 'Record of a looked-after review',
  ownView: 'The child’s own view',
  chronology: 'Chronology',
  fullRecord: 'Full record',
} as const;
export type DocumentKindName = keyof typeof documentKinds;

/** What somebody is to the child decides what they must not be told. */
export const recipientKinds = {
  parent: 'Parent or holder of parental responsibility',
  child: 'The child',
  carer: 'Foster carer or children’s home',
  school: 'School, nursery or college',
  health: 'Health',
  police: 'Police or probation',
  court: 'Court, Cafcass or a party’s solicitor',
  authority: 'Another local authority',
  referrer: 'A professional who referred or called',
  public: 'A member of the public who called',
  other: 'Somebody else',
} as const;
export type RecipientKind = keyof typeof recipientKinds;

const waysOfSending = {
  secureEmail: 'Secure e-mail',
  post: 'Post, to an address that was checked',
  byHand: 'By hand',
  portal: 'Through a secure portal',
} as const;

/** A letter goes to a family about a child who is alive. What a court, the police or another authority must have is not a letter. */
const afterDeath: ReadonlySet<string> = new Set(['police', 'court', 'authority', 'health']);

function stoppedByDeath(history: History, recipientKind: RecipientKind) {
  const { diedOn } = lifeOf(history);
  return diedOn === undefined || afterDeath.has(recipientKind)
    ? []
    : [
        {
          field: 'recipientKind',
          message: `The child died on ${formatDate(diedOn)}. Letters are stopped: a document of this record is made only for ${[...afterDeath].join(', ')}. Speak to the family in person`,
        },
      ];
}

/**
 * The whole record of somebody, for them or for somebody who asks for them, is access to it: identity, authority, what the child wants, the month and a second
 * person (UK GDPR articles 12 and 15) are asked for there, and not here. A practitioner alone gives it to nobody.
 */
const asksForAccess: ReadonlySet<string> = new Set(['parent', 'child', 'carer', 'public', 'other']);
export const isSubjectAccess = (kind: string, recipientKind: string): boolean => kind === 'fullRecord' && asksForAccess.has(recipientKind);
export const goesBySubjectAccess =
  'A full record is not released from here to the child, a parent, a carer, the public or somebody else: they have it by subject access, with proof of identity and a second person (UK GDPR articles 12 and 15)';

/** A document that left the record: for whom, on what basis, and what it did not say. The file itself is attached to the entry. */
export const documentReleased = defineStep({
  name: 'documentReleased',
  title: 'Document made and released',
  law: 'UK GDPR articles 5, 6 and 15; Data Protection Act 2018 Sch 2 para 16 and Sch 3; Working Together 2023, chapter 1',
  fields: {
    releasedOn: date('Date of release', { required: 'UK GDPR article 5(2): the authority shows what it disclosed, and when' }),
    kind: code('Which document', documentKinds, { required: 'Says what left the record' }),
    recipientKind: code('What the recipient is to the child', recipientKinds, { required: 'What must be left out depends on it' }),
    recipient: text('Name of the recipient', {
      longest: 200,
      required: 'UK GDPR article 15(1)(c): a person may ask to whom their data went',
    }),
    lawfulBasis: code('On what lawful basis', lawfulBases, { required: 'UK GDPR article 6: there is one, normally public task' }),
    howSent: code('How it is sent', waysOfSending, { required: 'UK GDPR article 5(1)(f): it reaches nobody else' }),
    leftOut: rows(
      'What was left out',
      {
        what: text('What', { longest: 300, required: 'Says what the recipient does not know from it' }),
        because: text('Why', { longest: 300 }),
      },
      { line: 'Left out' },
    ),
    putBack: rows(
      'What the rules would leave out, and was given all the same',
      {
        what: text('What', { longest: 300, required: 'Says what the recipient knows from it' }),
        because: text('Why', { longest: 1000, required: 'A disclosure against the rule needs a reason that can be shown' }),
      },
      { line: 'Given', neverPrefilled: true },
    ),
  },
  happenedOn: (answers) => answers.releasedOn,
  togetherWith: 'siblings',
  page: 'record/documentReleased',
  may: { record: practitioners, read: practitioners },
  summary: ({ kind, recipient }) => `${documentKinds[kind]}, released to ${recipient}`,
  decide: (history, { releasedOn, kind, recipientKind }, today) => [
    ...notAhead({ field: 'releasedOn', what: 'The date of release', on: releasedOn }, today),
    ...stoppedByDeath(history, recipientKind),
    ...(isSubjectAccess(kind, recipientKind) ? [{ field: 'kind', message: goesBySubjectAccess }] : []),
  ],
  dependsOn: ['childDeath', 'personDetails'],
  examples: {
    'an outcome letter to the school': {
      releasedOn: literal('2026-03-04'),
      kind: 'outcomeLetter',
      recipientKind: 'referrer',
      recipient: 'Mrs Okoro, head teacher, St Anne’s Primary School',
      lawfulBasis: 'publicTask',
      howSent: 'secureEmail',
      leftOut: [{ what: 'Home address', because: 'The recipient does not need it to keep the child safe' }],
    },
    'an assessment to the mother': {
      releasedOn: literal('2026-04-16'),
      kind: 'assessment',
      recipientKind: 'parent',
      recipient: 'Her mother',
      lawfulBasis: 'publicTask',
      howSent: 'byHand',
      leftOut: [{ what: 'Who told us', because: 'Whoever tells us of a child may stay unnamed' }],
      putBack: [{ what: 'School', because: 'She takes the child there every day.' }],
    },
    'the chronology to the court': {
      releasedOn: literal('2026-05-18'),
      kind: 'chronology',
      recipientKind: 'court',
      recipient: 'Family Court at Oxford',
      lawfulBasis: 'legalObligation',
      howSent: 'portal',
    },
  },
});
