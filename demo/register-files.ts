import { addDays, type LocalDate } from '../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../src/kernel/calendar/working-days.ts';
import { idWithin } from '../src/practice/pathway.ts';
import { headOf, type DemoStaff } from './authority.ts';
import { allegationFiles } from './allegation-files.ts';
import { chanceFrom, idFrom } from './chance.ts';
import type { DemoFile } from './load-file.ts';
import { dayBefore, reviewFile, said, type Days, type Telling } from './review-file.ts';
import { serviceFiles } from './quality-records.ts';
import { workingDayAfter, type DemoEntry, type DemoFamily } from './telling.ts';
import { complaints, themes, voices } from './words/registers.ts';

/** A child of whom an injury is on record: the review is of the first that is told. */
export const injuredIn = ({ entries }: Pick<DemoFamily, 'entries'>): string | undefined =>
  entries.find(({ step }) => step === 'injury')?.about[0]?.person;

/** Two years of what others say of the service: complaints, voices, inspections, and one review. */
export function registerFiles({ members, reviewingOfficers }: DemoStaff, child: string | undefined, days: Days): readonly DemoFile[] {
  const head = headOf({ members });
  const officer = reviewingOfficers[0] ?? head;
  const designated = members.find(({ roles }) => roles.includes('designatedOfficer'))?.member ?? head;
  const manager = members.find(({ roles }) => roles.includes('teamManager'))?.member ?? head;
  return [
    reviewFile({ head, officer, child }, days),
    ...complaintFiles(head, days),
    ...allegationFiles(designated, days),
    voiceFile(head, days),
    ...serviceFiles({ head, officer, manager }, days),
  ].map((file) => ({ ...file, entries: file.entries.filter(({ recordedOn }) => recordedOn <= days.until) }));
}

/** One a month. Most are answered at the first stage and in time; of every seventh an investigation follows, and of one a panel. */
const complaintFiles = (head: string, days: Days): readonly DemoFile[] =>
  Array.from({ length: 24 }, (_, n) => complaintFile(head, days, n));

function complaintFile(head: string, days: Days, n: number): DemoFile {
  const receivedOn = dayBefore(days, 715 - 30 * n);
  const title = `Complaint ${receivedOn.slice(0, 4)}/${n + 1}`;
  const telling: Telling = { file: idFrom('complaint', n), by: head };
  const { upheld, remedy, ...words } = complaints[n % complaints.length] ?? complaints[0];
  const chance = chanceFrom(n * 97 + 5);
  const isExtended = n % 5 === 3;
  const answeredOn = addWorkingDays(receivedOn, isExtended ? 17 : chance.happens(0.8) ? chance.between(4, 10) : 13);
  const toldOn = addWorkingDays(receivedOn, 8);
  const offered = words.from === 'child' ? { advocateOffered: addWorkingDays(receivedOn, 1) } : {};
  return {
    file: telling.file,
    kind: 'complaint',
    title,
    entries: [
      said(telling, 'complaint', receivedOn, { receivedOn, ...words, ...offered }),
      ...(isExtended
        ? [said(telling, 'complaintExtension', toldOn, { toldOn, stage: 'one', why: 'Whoever must be heard is on leave until Monday.' })]
        : []),
      said(telling, 'complaintAnswer', answeredOn, {
        answeredOn,
        stage: 'one',
        upheld,
        answer: 'A letter, after a meeting with whoever complained.',
        remedy,
      }),
      ...(n % 7 === 2 ? furtherOf(telling, answeredOn, n === 9) : []),
    ],
  };
}

function furtherOf(telling: Telling, answeredOn: LocalDate, isHeard: boolean): readonly DemoEntry[] {
  const askedOn = addWorkingDays(answeredOn, 6);
  const toldOn = addWorkingDays(askedOn, 20);
  const investigatedOn = addWorkingDays(askedOn, 48);
  const again = addWorkingDays(investigatedOn, 9);
  const heldOn = addWorkingDays(again, 27);
  const sentOn = addWorkingDays(heldOn, 4);
  const lastOn = addWorkingDays(sentOn, 12);
  const two = [
    said(telling, 'complaintFurther', askedOn, {
      askedOn,
      stage: 'two',
      words: 'You said sorry and nothing followed.',
      investigator: 'An officer of another service; an independent person',
    }),
    said(telling, 'complaintExtension', toldOn, { toldOn, stage: 'two', why: 'Two of those who must be heard have left.' }, 2),
    said(
      telling,
      'complaintAnswer',
      investigatedOn,
      { answeredOn: investigatedOn, stage: 'two', upheld: 'partly', answer: 'The report, with what we accept of it.' },
      2,
    ),
  ];
  if (!isHeard) return two;
  return [
    ...two,
    said(telling, 'complaintFurther', again, { askedOn: again, stage: 'three', words: 'The report says it and nothing follows.' }, 3),
    said(telling, 'complaintPanel', heldOn, {
      heldOn,
      members: 'An independent chair, an independent member, a manager of another service',
    }),
    said(telling, 'complaintFindings', sentOn, { sentOn, findings: 'Upheld: the apology was of words alone.' }),
    said(telling, 'complaintAnswer', lastOn, { answeredOn: lastOn, stage: 'three', upheld: 'upheld', answer: 'We accept all of it.' }, 3),
  ];
}

/** The one register of what people say: asked four times a year, four themes, of which the last waits. */
function voiceFile(head: string, days: Days): DemoFile {
  const telling: Telling = { file: idWithin('the register of what people say', 'voice', 0), by: head };
  const exercises = voices.map(({ kind, asked, answered, said: words, notHeard }, n) => {
    const on = dayBefore(days, 640 - 95 * n);
    const counts = asked === undefined ? {} : { asked, answered };
    return said(telling, 'voiceExercise', on, { on, kind, ...counts, said: words, ...(notHeard === undefined ? {} : { notHeard }) }, n);
  });
  return {
    file: telling.file,
    kind: 'voice',
    title: 'What people say',
    entries: [...exercises, ...themes.flatMap((_, n) => themeOf(telling, days, n))],
  };
}

function themeOf(telling: Telling, days: Days, n: number): readonly DemoEntry[] {
  const { theme, evidence, response, changed, asks, answer } = themes[n] ?? themes[0];
  const on = dayBefore(days, 520 - 160 * n);
  const after = (count: number): LocalDate => workingDayAfter(addDays(on, count));
  const [respondedOn, askedOn, answeredOn, changedOn] = [after(21), after(35), after(80), after(190)];
  const named = said(telling, 'voiceTheme', on, { on, theme, evidence }, n);
  const to = n === 1 ? 'cabinet' : 'managementTeam';
  const briefing = said(telling, 'themeBriefing', askedOn, { on: askedOn, to, themes: [{ theme: named.entry }], asks }, n);
  return [
    named,
    ...(response === undefined ? [] : [said(telling, 'themeResponse', respondedOn, { on: respondedOn, theme: named.entry, response }, n)]),
    ...(changed === undefined
      ? []
      : [said(telling, 'whatChanged', changedOn, { on: changedOn, theme: named.entry, changed, toldBackOn: addDays(changedOn, 7) }, n)]),
    ...(asks === undefined ? [] : [briefing]),
    ...(answer === undefined ? [] : [said(telling, 'briefingAnswer', answeredOn, { on: answeredOn, briefing: briefing.entry, answer }, n)]),
  ];
}
