import { date, type LocalDate } from '../src/kernel/calendar/dates.ts';
import { Body, type BodiesTold, type Sitter } from './body.ts';

const days = ['2009-01-26', '2009-03-23', '2009-05-18'] as const;

const sitters: readonly Sitter[] = [
  { agency: 'independent', name: 'Independent chair', seat: 'chair' },
  { agency: 'council', name: 'Director for Children, Young People and Families', seat: 'member' },
  { agency: 'council', name: 'Head of Service for Children and Families', seat: 'member' },
  { agency: 'police', name: 'Detective superintendent', seat: 'member' },
  { agency: 'primaryCareTrust', name: 'Director of nursing', seat: 'member' },
  { agency: 'strategicHealthAuthority', name: 'Safeguarding lead', seat: 'member' },
  { agency: 'probation', name: 'Assistant chief officer', seat: 'member' },
  { agency: 'youthJustice', name: 'Head of the youth offending team', seat: 'member' },
  { agency: 'healthProvider', name: 'Named doctor', seat: 'member' },
  { agency: 'cafcass', name: 'Service manager', seat: 'member' },
];

/** The Local Safeguarding Children Board, in the configuration of its time; recorded when the partners began, from its minutes. */
export function boardOfItsTime(told: BodiesTold): Body {
  const board = new Body('Norchester Safeguarding Children Board, 2009 to 2019', undefined, told);
  const recordedOn = told.begun;
  const from = date('2009-01-05');
  board.constitute({ configuration: 'localSafeguardingChildrenBoard', meetsEveryMonths: 'two' }, from, recordedOn);
  for (const sitter of sitters) board.seat(sitter, from, recordedOn);
  for (const heldOn of days.map((day) => date(day)))
    board.say(
      'bodyMeeting',
      heldOn,
      {
        heldOn,
        chairedBy: 'Independent chair',
        attendance: sitters.map(({ agency, name }, n) => ({ agency, name, came: n === 6 ? 'apologies' : 'came' })),
        minutes:
          'Taken over from the minutes on paper. The board heard what changed since it was judged inadequate, and what its own audits found.',
        decisions: [
          { decision: 'The three local panels report each quarter on each priority.', why: 'What is decided here must be seen there.' },
        ],
      },
      { recordedOn },
    );
  challenged(board, recordedOn);
  board.say('bodyClosed', date('2019-09-28'), { after: 'The arrangements of the three safeguarding partners' }, { recordedOn });
  return board;
}

function challenged(board: Body, recordedOn: LocalDate): void {
  const challenge = board.say(
    'bodyChallenge',
    date('2009-02-09'),
    {
      by: 'independent',
      whom: 'council',
      about: 'Referrals are up by a third, and social workers are not. What is done before the summer?',
      evidence: 'Referrals since November',
    },
    { recordedOn },
  );
  board.say(
    'bodyChallengeAnswer',
    date('2009-03-06'),
    {
      challenge,
      answer: 'Twelve posts are advertised; team managers supervise no more than seven.',
      outcome: 'accepted',
      came: 'Nine were filled by July',
    },
    { recordedOn },
  );
}
