import { formatDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { Statement } from '../../kernel/step/history.ts';
import { careReviewRules, derivation, periodAt, reviewing } from '../../practice/pathway.ts';
import type { Block } from '../document.ts';
import { childName, isNotTold, lastOf, type Left, type Material } from '../material.ts';
import { paragraph, toBeWritten, type DocumentKind } from './section.ts';

const text = (one: Statement | undefined, name: string): string | undefined => {
  const value = one?.answers[name];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
};
const said = (words: string | undefined): readonly Block[] => (words === undefined ? [] : [paragraph(words)]);
const listOf = (items: readonly string[]): readonly Block[] => (items.length === 0 ? [] : [{ kind: 'list', items: [...new Set(items)] }]);

/** What the child was told last of something, and when; `isNow`: nothing of it came after, so that it stands today. */
type Told = { readonly one: Statement; readonly on: LocalDate; readonly isNow: boolean };

function toldLast({ children }: Material, left: Left, isOfIt: (one: Statement) => boolean): Told | undefined {
  const history = children[0]?.history ?? [];
  const all = history.filter(isOfIt);
  const one = all.findLast((each) => !isNotTold(each, left));
  return one === undefined ? undefined : { one, on: reviewing.toldOn(history, one), isNow: one === all.at(-1) };
}
const toldOf = (material: Material, left: Left, ...steps: readonly string[]): Told | undefined =>
  toldLast(material, left, ({ step }) => steps.includes(step));

/** What has changed since, untold, is not said as if it stood: only that it was told, and when. */
const asTold = ({ on, isNow }: Told, words: string): string => (isNow ? words : `On ${formatDate(on)} I was told: ${words}`);
const saidAsTold = (told: Told | undefined, words: string | undefined): readonly Block[] =>
  told === undefined || words === undefined ? [] : [paragraph(asTold(told, words))];

/** What the codes of the return are to a child of nine. */
const whoDecides: Readonly<Record<string, string>> = {
  C1: 'A court is deciding where I should live. Until then the council looks after me, together with my family.',
  C2: 'A court decided that the council looks after me. The council and my family decide important things about me.',
  E1: 'A court decided that a new family may be found for me.',
  V2: 'My family and the council agreed that the council looks after me for now.',
  D1: 'A court decided that a new family may be found for me.',
  J1: 'A court decided that I must stay somewhere secure until my case is heard.',
  J2: 'The police asked the council to look after me.',
  J3: 'A court decided that I live where the council says for now.',
  V3: 'I stay with the same carers from time to time, for a break.',
  V4: 'I stay with the same carers from time to time, for a break.',
  L1: 'The police brought me somewhere safe.',
  L2: 'A court decided very quickly that I should be somewhere safe.',
};

const permanence: Readonly<Record<string, string>> = {
  returnHome: 'The plan is that I go home.',
  familyOrFriends: 'The plan is that I live with family or friends.',
  specialGuardianship: 'The plan is that I live with somebody who becomes my special guardian.',
  longTermFostering: 'The plan is that I stay with foster carers until I am grown up.',
  adoption: 'The plan is that I am adopted.',
  residential: 'The plan is that I live in a children’s home.',
  independence: 'The plan is that I get ready to live on my own, with help.',
  notYetDecided: 'It has not been decided yet where I shall live until I am grown up.',
};

/** Who is told of by what they are begins small; a name stays as it is. */
const withinSentence = (carers: string): string => carers.replace(/^(An? |Foster carers?\b)/, (words) => words.toLowerCase());

function liveWith(material: Material, left: Left): readonly Block[] {
  const told = toldOf(material, left, 'placement');
  const carers = text(told?.one, 'carers');
  return told === undefined || carers === undefined || left.has(`placement-${told.one.entry}`)
    ? []
    : saidAsTold(told, `I live with ${withinSentence(carers)}, since ${formatDate(told.one.happenedOn)}.`);
}

function myPlan(material: Material, left: Left): readonly Block[] {
  const made = lastOf(material, 'ownView');
  const [plan, status] = [toldOf(material, left, 'carePlan'), toldOf(material, left, 'legalStatus', 'periodOfCare')];
  const period = periodAt(material.children[0]?.history ?? [], material.today);
  const isInCare = period !== undefined && period.endedOn === undefined;
  return [
    ...said(text(made, 'plan')),
    ...(isInCare ? saidAsTold(status, whoDecides[text(status?.one, 'legalStatus') ?? '']) : []),
    ...(isInCare ? liveWith(material, left) : []),
    ...saidAsTold(plan, permanence[text(plan?.one, 'permanence') ?? '']),
  ];
}

/** A parent, brother or sister of whose being so the child was told: a record that has them by another way alone says nothing of that. */
function myFamily({ children, family }: Material, left: Left): readonly string[] {
  const told = new Set(
    (children[0]?.history ?? [])
      .filter((one) => one.step === 'relationship' && !isNotTold(one, left))
      .map(({ answers }) => String(answers['relative'])),
  );
  return family
    .filter(({ kind, id, whose }) => kind === 'closeFamily' && !left.has(id) && whose.some((person) => told.has(person)))
    .map(({ of }) => of);
}

const isLeads = ({ step, answers }: Statement): boolean => step === 'allocation' && (answers['role'] ?? 'lead') === 'lead';

function standsByMe(material: Material, left: Left): readonly string[] {
  return Object.keys(reviewing.standBys).flatMap((who) => {
    const told = toldLast(material, left, ({ step, answers }) => step === 'advocacyOffer' && answers['who'] === who);
    const name = told?.one.answers['answer'] === 'takenUp' ? text(told.one, 'name') : undefined;
    return told === undefined || name === undefined ? [] : [asTold(told, `${name}, who stands by me and speaks for me`)];
  });
}

/** Family by name, where they may be named; then whoever works with the child, of whom the child knows. */
function myPeople(material: Material, left: Left): readonly Block[] {
  const { children, labels } = material;
  const history = children[0]?.history ?? [];
  const named = (told: Told | undefined, answer: string, what: string): readonly string[] => {
    const name = labels.get(text(told?.one, answer) ?? '');
    return told === undefined || name === undefined ? [] : [asTold(told, `${name}, ${what}`)];
  };
  const others = history
    .filter((one) => one.step === 'professional' && !isNotTold(one, left))
    .flatMap((one) => {
      const [name, until] = [text(one, 'name'), text(one, 'until')];
      const role = Object.entries(reviewing.professionalRoles).find(([code]) => code === one.answers['role'])?.[1];
      return name === undefined || (until !== undefined && until < material.today)
        ? []
        : [`${name}${role === undefined ? '' : `, ${role.toLowerCase()}`}`];
    });
  const officer = 'who leads my reviews and makes sure that everybody does what they promised';
  return [
    ...said(text(lastOf(material, 'ownView'), 'people')),
    ...listOf([
      ...myFamily(material, left),
      ...named(toldLast(material, left, isLeads), 'worker', 'my social worker'),
      ...named(toldOf(material, left, 'reviewingOfficerNamed'), 'officer', officer),
      ...standsByMe(material, left),
      ...others,
    ]),
  ];
}

const reviewRules: ReadonlySet<string> = new Set(careReviewRules);

const whenNext = (dueOn: LocalDate, today: LocalDate): string =>
  dueOn < today ? `My next review was to be by ${formatDate(dueOn)}, and has not been yet.` : `My next review is by ${formatDate(dueOn)}.`;

/** By when it is, and what a child may say about it: the day is a limit of law and no secret; what the last one decided is, until it was told. */
function myNextReview(material: Material, left: Left): readonly Block[] {
  const history = material.children[0]?.history ?? [];
  const next = derivation
    .clocks(history)
    .filter(({ rule, metOn }) => reviewRules.has(rule) && metOn === undefined)
    .filter(({ dueOn, endedOn }) => endedOn === undefined || (endedOn > material.today && endedOn > dueOn))
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))[0];
  const last = toldOf(material, left, 'lookedAfterReview');
  const decisions = text(last?.one, 'decisions');
  if (next === undefined && last === undefined) return [];
  return [
    ...(next === undefined
      ? []
      : [paragraph(`${whenNext(next.dueOn, material.today)} I can say where it is, who comes, and whether I want to lead it.`)]),
    ...(last === undefined || decisions === undefined
      ? []
      : [
          paragraph(
            `${last.isNow ? 'At my last review, on' : 'At my review on'} ${formatDate(last.one.happenedOn)}${last.isNow ? ',' : ''} this was decided: ${decisions}`,
          ),
        ]),
  ];
}

/** Where what the child said stands on record, and what each was: newest first, three at most. */
const wordsIn: Readonly<Record<string, string>> = {
  lookedAfterReview: 'at my review',
  reviewConsultation: 'before my review',
  carePlan: 'about my plan',
  personalEducationPlan: 'about school',
};

function myWords(material: Material): readonly Block[] {
  const made = lastOf(material, 'ownView');
  const history = material.children[0]?.history ?? [];
  const before = history
    .flatMap((one) => {
      const [where, words] = [wordsIn[one.step], text(one, 'childsView')];
      return where === undefined || words === undefined ? [] : [`On ${formatDate(one.happenedOn)}, ${where}: “${words}”`];
    })
    .slice(-3)
    .toReversed();
  const wishes = text(made, 'wishes');
  return [
    ...said(text(made, 'words')),
    ...(wishes === undefined ? [] : [paragraph(`What should be different: ${wishes}`)]),
    ...listOf(before),
  ];
}

/** It is not released until it was made with the child: the text says so, and waits. */
function howItWasMade(material: Material): readonly Block[] {
  const made = lastOf(material, 'ownView');
  const how = Object.entries(reviewing.waysOfMaking).find(([way]) => way === made?.answers['how'])?.[1];
  return [
    paragraph(
      made === undefined || how === undefined
        ? `How this was made with ${childName(material)}: ${toBeWritten}`
        : `Made on ${formatDate(made.happenedOn)}. ${how}.${material.madeBy === '' ? '' : ` ${material.madeBy} has read it and says that it may be given.`}`,
    ),
    paragraph(
      'If I do not agree, or something is not right, I can tell the person who leads my reviews, ask for an advocate, or complain. Everybody who looks after me must help me to do that.',
    ),
  ];
}

/** My plan, my people, my next review, my words: in plain words, with nothing that the child has not been told. */
export const ownView: DocumentKind = {
  sections: (material, left) => [
    { name: 'myPlan', heading: 'My plan', blocks: myPlan(material, left) },
    { name: 'myPeople', heading: 'My people', blocks: myPeople(material, left) },
    { name: 'myReview', heading: 'My next review', blocks: myNextReview(material, left) },
    { name: 'myWords', heading: 'My words', blocks: myWords(material) },
    { name: 'made', heading: 'About this page', blocks: howItWasMade(material) },
  ],
};
