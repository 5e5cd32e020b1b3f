import { addDays, addMonths, type LocalDate } from '../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../src/kernel/calendar/working-days.ts';
import { stepNamed } from '../src/practice/pathway.ts';
import type { DemoPartners } from './authority.ts';
import { chanceFrom, idFrom, type Chance } from './chance.ts';
import type { DemoFile } from './load-file.ts';
import { actionsOf } from './stories/agreed-action.ts';
import { entryOf, workingDayAfter, type DemoEntry } from './telling.ts';
import { actions, decisions, minutes } from './words/bodies.ts';

export type Sitter = { readonly agency: string; readonly name: string; readonly seat: string; readonly member?: string };
export type BodiesTold = { readonly partners: DemoPartners; readonly until: LocalDate; readonly begun: LocalDate };

type Challenge = {
  readonly by: string;
  readonly whom: string;
  readonly about: string;
  readonly evidence: string;
  readonly answer?: string;
  readonly outcome?: string;
  readonly came?: string;
};
type Risk = { readonly risk: string; readonly owner: string; readonly control: string; readonly later: string };
type Issue = {
  readonly issue: string;
  readonly evidence: string;
  readonly asked: string;
  readonly answer?: string;
  readonly changed?: string;
};

/** One body as its file is told, up to yesterday: by the business manager, or by whoever is named. */
export class Body implements BodiesTold {
  readonly id: string;
  readonly partners: DemoPartners;
  readonly until: LocalDate;
  readonly begun: LocalDate;
  readonly chance: Chance;
  private readonly title: string;
  private readonly above: string | undefined;
  private readonly entries: DemoEntry[] = [];

  /** @param above the id of the body to which it answers */
  constructor(title: string, above: string | undefined, { partners, until, begun }: BodiesTold) {
    this.id = idFrom('body', title);
    this.partners = partners;
    this.until = until;
    this.begun = begun;
    this.chance = chanceFrom(title.length * 97 + 13);
    this.title = title;
    this.above = above;
  }

  /** @returns the id of the entry, whether or not it had happened by then */
  say(
    step: string,
    on: LocalDate,
    shared: Readonly<Record<string, unknown>>,
    more: Partial<Pick<DemoEntry, 'recordedBy' | 'recordedOn'>> = {},
  ): string {
    const entry = idFrom('entry', this.id, step, this.entries.length);
    if ((more.recordedOn ?? on) > this.until) return entry;
    const day = stepNamed(step)?.fields['on'] === undefined ? {} : { on };
    const by = this.partners.business;
    const said = { ...entryOf({ entry, step, on, of: this.id, by, shared: { ...day, ...shared } }), ...more };
    this.entries.push(said, ...actionsOf(said));
    return entry;
  }

  constitute(more: Readonly<Record<string, unknown>>, from = this.begun, recordedOn = from): void {
    this.say('bodyConstitution', from, { from, ...more }, { recordedOn });
  }

  seat(sitter: Sitter, from = this.begun, recordedOn = from): string {
    return this.say('bodyMember', from, { from, ...sitter }, { recordedOn });
  }

  progress(priority: string, found: readonly string[], everyMonths: number): void {
    for (const [n, words] of found.entries())
      this.say('bodyPriorityProgress', addMonths(this.begun, 3 + n * everyMonths), { priority, found: words });
  }

  /** Every so many months, with who came; probation seldom does. Actions are done, but for some of the last. */
  meetings(everyMonths: number, sitters: readonly Sitter[]): void {
    const days = Array.from({ length: 24 }, (_, n) => workingDayAfter(addMonths(this.begun, 1 + n * everyMonths))).filter(
      (on) => on <= this.until,
    );
    for (const [n, heldOn] of days.entries())
      this.meeting(heldOn, workingDayAfter(addMonths(this.begun, 1 + (n + 1) * everyMonths)), sitters, n);
  }

  private meeting(heldOn: LocalDate, nextOn: LocalDate, sitters: readonly Sitter[], n: number): void {
    const owner = sitters.find(({ member }) => member !== undefined)?.member ?? this.partners.business;
    const agreed = actions.slice(n % 2, 2 + (n % 2)).map((one) => ({ ...one, owner, byWhen: nextOn }));
    const paper = {
      title: `Figures of the quarter, for ${heldOn.slice(0, 4)}`,
      agency: 'council',
      purpose: n % 2 === 0 ? 'discussion' : 'decision',
    };
    this.say('bodyPaper', addDays(heldOn, -7), { ...paper, asks: 'To say what each agency will do.' });
    const entry = this.say('bodyMeeting', heldOn, {
      heldOn,
      chairedBy: sitters.find(({ seat }) => seat === 'chair')?.name ?? 'The chair',
      attendance: sitters.map((sitter) => ({ agency: sitter.agency, name: sitter.name, came: this.howCame(sitter.agency) })),
      agenda: [
        { item: 'What was agreed last time' },
        { item: 'Figures of the quarter' },
        { item: 'What children and families will notice of this meeting' },
      ],
      minutes: minutes[n % minutes.length],
      decisions: [decisions[n % decisions.length]],
      actions: agreed,
      nextOn,
    });
    for (const action of this.entries.filter(({ step, shared }) => step === 'action' && shared['agreedIn'] === entry))
      if (this.chance.happens(0.85) || heldOn < addMonths(this.until, -7))
        this.say('actionProgress', addDays(nextOn, this.chance.between(-20, 8)), {
          action: action.entry,
          how: 'done',
          note: 'Heard at the meeting.',
        });
  }

  private howCame(agency: string): string {
    if (agency === 'probation') return this.chance.oneOf(['absent', 'apologies', 'absent', 'deputy']);
    return this.chance.happens(0.82) ? 'came' : this.chance.oneOf(['deputy', 'apologies', 'deputy']);
  }

  risk({ risk, owner, control, later }: Risk, on: LocalDate): void {
    const reviewOn = addMonths(on, 6);
    const first = this.say('bodyRisk', on, {
      judgedOn: on,
      risk,
      likelihood: 'high',
      impact: 'high',
      control,
      owner,
      state: 'open',
      reviewOn,
    });
    const again = addMonths(this.until, 2);
    this.say('bodyRisk', reviewOn, {
      judgedOn: reviewOn,
      before: first,
      risk,
      likelihood: later,
      impact: 'high',
      control,
      owner,
      state: 'open',
      reviewOn: again,
    });
  }

  challenge({ answer, outcome, came, ...asked }: Challenge, on: LocalDate): void {
    const challenge = this.say('bodyChallenge', on, asked);
    if (answer !== undefined)
      this.say('bodyChallengeAnswer', addWorkingDays(on, this.chance.between(9, 24)), { challenge, answer, outcome, came });
  }

  issue({ issue, evidence, asked, answer, changed }: Issue, on: LocalDate): void {
    const raised = this.say('localIssue', on, { issue, evidence, asked });
    if (answer !== undefined)
      this.say('localIssueAnswer', addDays(on, 61), { issue: raised, by: 'The safeguarding partners', answer, changed });
  }

  workPlan(work: readonly string[], serves: string, on: LocalDate): void {
    const plan = work.map((what, n) => ({
      what,
      owner: this.partners.business,
      byWhen: addMonths(on, 4 * (n + 2)),
      measure: 'It is before the partners',
    }));
    this.say('bodyWorkPlan', on, { serves, plan });
  }

  file(): DemoFile {
    const subject = this.above === undefined ? {} : { subject: this.above };
    return { file: this.id, kind: 'body', title: this.title, ...subject, entries: this.entries };
  }
}
