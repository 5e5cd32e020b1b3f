import { formatDate } from '../../kernel/calendar/dates.ts';
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

/** The last of a step of which the child has been told. */
const toldOf = ({ children }: Material, left: Left, step: string): Statement | undefined =>
  children[0]?.history.findLast((one) => one.step === step && !isNotTold(one, left));

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

const liveWith = (placement: Statement | undefined, left: Left): readonly Block[] => {
  const carers = text(placement, 'carers');
  return placement === undefined || carers === undefined || left.has(`placement-${placement.entry}`)
    ? []
    : [paragraph(`I live with ${carers}, since ${formatDate(placement.happenedOn)}.`)];
};

function myPlan(material: Material, left: Left): readonly Block[] {
  const made = lastOf(material, 'ownView');
  const [plan, status] = [
    toldOf(material, left, 'carePlan'),
    toldOf(material, left, 'legalStatus') ?? toldOf(material, left, 'periodOfCare'),
  ];
  const period = periodAt(material.children[0]?.history ?? [], material.today);
  const isInCare = period !== undefined && period.endedOn === undefined;
  return [
    ...said(text(made, 'plan')),
    ...(isInCare ? said(whoDecides[text(status, 'legalStatus') ?? '']) : []),
    ...(isInCare ? liveWith(toldOf(material, left, 'placement'), left) : []),
    ...said(permanence[text(plan, 'permanence') ?? '']),
  ];
}

/** Family by name, where they may be named; then whoever works with the child, of whom the child knows. */
function myPeople(material: Material, left: Left): readonly Block[] {
  const { children, family, labels } = material;
  const history = children[0]?.history ?? [];
  const kin = family.filter(({ kind, id }) => kind === 'closeFamily' && !left.has(id)).map(({ of }) => of);
  const named = (step: string, answer: string, what: string): readonly string[] => {
    const name = labels.get(text(toldOf(material, left, step), answer) ?? '');
    return name === undefined ? [] : [`${name}, ${what}`];
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
  const advocate = history.findLast(({ step, answers }) => step === 'advocacyOffer' && answers['answer'] === 'takenUp');
  const standsBy = advocate === undefined || isNotTold(advocate, left) ? undefined : text(advocate, 'name');
  return [
    ...said(text(lastOf(material, 'ownView'), 'people')),
    ...listOf([
      ...kin,
      ...named('allocation', 'worker', 'my social worker'),
      ...named('reviewingOfficerNamed', 'officer', 'who leads my reviews and makes sure that everybody does what they promised'),
      ...(standsBy === undefined ? [] : [`${standsBy}, who stands by me and speaks for me`]),
      ...others,
    ]),
  ];
}

const reviewRules: ReadonlySet<string> = new Set(careReviewRules);

/** By when it is, and what a child may say about it: the day is a limit of law and no secret; what the last one decided is, until it was told. */
function myNextReview(material: Material, left: Left): readonly Block[] {
  const history = material.children[0]?.history ?? [];
  const next = derivation
    .clocks(history)
    .filter(({ rule, metOn, endedOn }) => reviewRules.has(rule) && metOn === undefined && endedOn === undefined)
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))[0];
  const last = toldOf(material, left, 'lookedAfterReview');
  if (next === undefined && last === undefined) return [];
  return [
    ...(next === undefined
      ? []
      : [paragraph(`My next review is by ${formatDate(next.dueOn)}. I can say where it is, who comes, and whether I want to lead it.`)]),
    ...(last === undefined || text(last, 'decisions') === undefined
      ? []
      : [paragraph(`At my last review, on ${formatDate(last.happenedOn)}, this was decided: ${text(last, 'decisions') ?? ''}`)]),
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
