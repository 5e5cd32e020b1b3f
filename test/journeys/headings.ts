import { longName } from '../../src/web/pretend-parts.ts';
import { fileNamed } from './pretend-imports.ts';

/** The first heading of a page, and the states of `page-states.ts` in which it must be seen in the end. */
const states: Readonly<Record<string, readonly string[]>> = {
  'Sign in to Sightline': ['sign-in', 'sign-in after the session ended', 'sign-in after the session ended, words kept'],
  'Page not found': ['no such page', 'no such page, signed in'],
  'You cannot see this page': ['a page of another role'],
  'Children on protection plans': [
    'the board of a manager with 60 children',
    'the board in another order and state',
    'a board on which nobody matches',
    'the board as known in the past',
    'the board with a date that is none',
    'a board without children',
    'a view without a name',
  ],
  'My day': ['my day', 'my day without children'],
  'What recording costs': ['what recording costs', 'what recording costs a team of which nothing is told'],
  'Find a person': ['find', 'found', 'nobody found'],
  'Other records of Grace Adeyemi': [
    'people like one, and a record merged into theirs',
    'two records not separated without a reason',
    'nobody is like one',
  ],
  'Grace Adeyemi': ['two records are separated'],
  'Are they one person?': ['two records side by side'],
  'Handover from emergency duty': ['a handover from emergency duty', 'an entry of emergency duty is taken over'],
  'Nothing was recorded': ['a contact that is no longer on record'],
  'Make a document': ['which document, not answered'],
  'Child and family assessment': ['a document that is put into shape'],
  'Check before release': ['a document that is checked', 'a document, not decided'],
  'Photographs, scans and e-mails': ['files of a draft'],
  'Why are you opening this record?': ['why open a record', 'why, not answered'],
  'Ben Carter': ['a child'],
  [longName]: ['a child with a long name'],
  'Amara Okafor': ['a child as known in the past', 'a chronology narrowed to nothing', 'something was recorded'],
  'Who may open this record': ['who may open a record', 'who may open a record, not answered'],
  Visit: ['an entry with its versions', 'what was struck out'],
  'Correct: Visit': ['an entry opened again, no reason given'],
  'Check what you correct': ['what a correction changes'],
  'Strike out: Visit': ['striking out, no reason given'],
  'Move to another record: Visit': ['moving to another record', 'moving, nobody chosen'],
  'Requests for a copy of this record': ['nobody asked for a copy', 'requests for a copy of a record'],
  'What is disclosed to Isla Brennan': ['what is disclosed, entry by entry', 'withheld on no ground', 'a sentence is blacked out'],
  'What is disclosed to Hart and Lowe': ['every entry is decided'],
  'The copy for Isla Brennan': ['a copy that waits', 'a copy that is released too early'],
  'Family of Amara Okafor': ['a family', 'a family as known in the past'],
  [`Family of ${longName}`]: ['a family with a long name'],
  'Chronology of 2 children together': ['brothers and sisters in one chronology', 'records of the family that are not open'],
  'Who belongs to the family of Amara Okafor?': ['who belongs to the family', 'somebody is added to the family'],
  'Adult’s details': ['an adult of the family', 'an adult of the family, not answered'],
  Relationship: ['what somebody is to the child'],
  Imports: ['imports', 'no import yet', 'no file chosen'],
  [fileNamed(1)]: ['an import running', 'dates read as a person says'],
  [fileNamed(2)]: ['an import stopped, with problems'],
  [fileNamed(3)]: ['an import finished', 'an import with values to be put right'],
  'Children looked after': ['the board of children looked after'],
  'Children on plans and looked after': ['the board of both populations'],
  'Emergency copy': ['emergency copies', 'an emergency copy for nobody', 'a caseload pack of nobody'],
  'Emergency copy 4 is made': ['an emergency copy that is made'],
  'Put a value right': ['a value to be put right', 'a value that is still wrong'],
  'Whose rows are these?': ['whose rows these are', 'nobody waits'],
  'Whose are the rows of child 100243?': [
    'a child of a file beside a record',
    'nothing decided',
    'a decision that can be taken back',
    'a question that a later file answered',
  ],
  'Set a file aside': ['why a file is set aside', 'set aside without a reason'],
  [fileNamed(4)]: ['problems of an import, a later page', 'an import that was set aside'],
  'Change your password': [
    'change your password',
    'change your password, not answered',
    'change your password, not right',
    'the password is changed',
    'no password in a demonstration',
  ],
  'Restricted records opened': ['alerts, none'],
  'Requests about records': ['what people ask of their records'],
  'Records that come to the end of their time': ['records that come to the end of their time', 'destruction is asked'],
  'How long the record of Kezia Mensah is kept': ['a record that is held'],
  'How long the record of Leo Hartley is kept': ['a record that somebody asked to be destroyed'],
  Drafts: ['no draft', 'drafts, kept and thrown away'],
  'Front door': ['what waits at the front door', 'nothing waits at the front door'],
  'New person and contact': ['somebody who has no record', 'somebody who has no record, not answered'],
  'Police notifications': ['no notifications yet', 'notifications, each beside whom it may be about'],
};

const headings: ReadonlyMap<string, string> = new Map(
  Object.entries(states).flatMap(([heading, whats]) => whats.map((what): [string, string] => [what, heading])),
);

/** States that only scripts lead to; each waits for what it is to show. */
export const byScriptsAlone: readonly string[] = ['found while somebody types', 'two windows on one draft'];

/** @returns the heading that a state must end with; undefined: only scripts lead to it */
export const headingOf = (what: string): string | undefined => headings.get(what);
