import { addMonths, ageAt, formatDate } from '../../../kernel/calendar/dates.ts';
import { weekdayTimes } from '../../../practice/looked-after/missing-counted.ts';
import { leavingCareStatuses, leavingCareStatusOn } from '../../../practice/leaving-care/leaving-care.ts';
import { leaversDocuments } from '../../../practice/leaving-care/documents-held.ts';
import { leavingOfferOn } from '../../../practice/leaving-care/leaving-offer.ts';
import {
  agreementsOn,
  consentsOn,
  delegatedOn,
  familyTimeKept,
  familyTimeOn,
  holdersNotAsked,
  lifeStoryReached,
  schoolingOn,
} from '../../../practice/looked-after/life-in-care.ts';
import { lifeStoryMilestones } from '../../../practice/looked-after/life-story-work.ts';
import { legalStatusAt, lookedAfterSince } from '../../../practice/looked-after/care.ts';
import { lifeOf } from '../../../practice/checks.ts';
import { legalStatuses } from '../../../vocabulary/ssda903.ts';
import { holdingsIn, type CareSection, type Given } from './care-section.ts';
import { health, home } from './home-and-health.ts';

/** What holds for a child in care, and for a young person who leaves it, on a day: everything derived from entries. */
export function careModel(given: Given): readonly CareSection[] {
  const parts = [agreement, home, decisions, familyTime, health, school, leaving, lifeStory, missing];
  const sections = parts.map((part) => part(given));
  return sections.filter((section) => section !== undefined);
}

const isLegalStatus = (code: string): code is keyof typeof legalStatuses => Object.hasOwn(legalStatuses, code);

function agreement(given: Given): CareSection | undefined {
  const { history, today } = given;
  const [since, status] = [lookedAfterSince(history, today), legalStatusAt(history, today)];
  if (since === undefined || status === undefined) return undefined;
  const asked = agreementsOn(history, today);
  const notAsked = holdersNotAsked(history, today);
  return {
    id: 'power',
    title: 'Under which power, and by whose agreement',
    facts: [
      ['Looked after since', formatDate(since)],
      ['Legal status', isLegalStatus(status) ? legalStatuses[status] : status],
      ...(status === 'V2' && asked.length === 0 ? [['Agreement', 'None on record that holds'] as const] : []),
      ...(notAsked.length === 0
        ? []
        : [['Holders of parental responsibility of whom no answer is on record', String(notAsked.length)] as const]),
    ],
    holdings: holdingsIn(given, ...asked, ...notAsked),
    records: ['accommodationAgreement', 'accommodationAgreementEnd'],
  };
}

function decisions(given: Given): CareSection | undefined {
  const { history, today } = given;
  const [delegated, consents] = [delegatedOn(history, today), consentsOn(history, today)];
  if (lookedAfterSince(history, today) === undefined) return undefined;
  return {
    id: 'decisions',
    title: 'Who decides what',
    facts: [],
    holdings: holdingsIn(given, delegated, ...consents),
    records: ['delegatedAuthority', 'consent'],
    nothing: 'Nothing is written down of who decides what, and no consent is on record.',
  };
}

function familyTime(given: Given): CareSection | undefined {
  const { history, today } = given;
  const plans = familyTimeOn(history, today);
  if (lookedAfterSince(history, today) === undefined) return undefined;
  const { planned, kept, notByUs } = familyTimeKept(history, today);
  return {
    id: 'family-time',
    title: 'Family time',
    facts:
      planned === 0
        ? []
        : [['The last three months', `${kept} of ${planned} took place${notByUs === 0 ? '' : `; ${notByUs} did not because of us`}`]],
    holdings: holdingsIn(given, ...plans),
    records: ['familyTimePlan', 'familyTime'],
    nothing: 'There is no plan for family time on record.',
  };
}

function lifeStory(given: Given): CareSection | undefined {
  const { history, today } = given;
  const reached = lifeStoryReached(history, today);
  if (lookedAfterSince(history, today) === undefined && reached.size === 0) return undefined;
  return {
    id: 'life-story',
    title: 'Life story',
    facts: Object.entries(lifeStoryMilestones).map(([name, title]) => {
      const on = reached.get(name);
      return [title, on === undefined ? 'Not yet' : formatDate(on)];
    }),
    holdings: [],
    records: ['lifeStoryWork'],
  };
}

function school(given: Given): CareSection | undefined {
  const { history, today } = given;
  const { attendance, exclusions, daysSuspended, premium, plan } = schoolingOn(history, today);
  const { bornOn } = lifeOf(history);
  const isOfAge = bornOn !== undefined && ageAt(bornOn, today) >= 3 && ageAt(bornOn, today) < 18;
  if (lookedAfterSince(history, today) === undefined || !isOfAge) return undefined;
  return {
    id: 'school',
    title: 'School',
    facts: [
      ...attendance.map(({ answers, happenedOn }): readonly [string, string] => [
        `Attendance up to ${formatDate(happenedOn)}`,
        `${String(answers['attended'])} of ${String(answers['possible'])} sessions`,
      ]),
      [
        'Suspended this school year',
        exclusions.length === 0 ? 'No' : `${exclusions.length} ${exclusions.length === 1 ? 'time' : 'times'}, ${daysSuspended} days`,
      ],
      ['Pupil premium plus this financial year', `£${premium.toLocaleString('en-GB')}`],
    ],
    holdings: holdingsIn(given, plan, exclusions.at(-1)),
    records: ['personalEducationPlan', 'schoolAttendance', 'schoolExclusion', 'pupilPremiumPlus'],
  };
}

function missing(given: Given): CareSection | undefined {
  const { history, today } = given;
  const all = history.filter(
    ({ step, happenedOn }) => step === 'missingEpisode' && happenedOn <= today && happenedOn > addMonths(today, -12),
  );
  if (all.length === 0) return undefined;
  const of = (kind: string): number => all.filter(({ answers }) => answers['kind'] === kind).length;
  return {
    id: 'missing',
    title: 'Missing and away, the last twelve months',
    facts: [
      ['Missing', String(of('M'))],
      ['Away without authorisation', String(of('A'))],
      ...weekdayTimes(all).map(([when, times]): readonly [string, string] => [when, String(times)]),
    ],
    holdings: holdingsIn(given, all.at(-1)),
    records: [],
  };
}

const isDocument = (name: unknown): name is keyof typeof leaversDocuments =>
  typeof name === 'string' && Object.hasOwn(leaversDocuments, name);

function leaving(given: Given): CareSection | undefined {
  const { history, today } = given;
  const status = leavingCareStatusOn(history, today);
  if (status === undefined) return undefined;
  const { adviser, documents, localOffer, stayingOn, allowance, contact, accommodation, plan } = leavingOfferOn(history, today);
  const held = Array.isArray(documents?.answers['held']) ? documents.answers['held'] : [];
  const missingDocuments = Object.entries(leaversDocuments).flatMap(([name, title]) =>
    isDocument(name) && !held.includes(name) ? [title] : [],
  );
  return {
    id: 'leaving-care',
    title: 'Leaving care',
    facts: [
      ['Status', leavingCareStatuses[status]],
      ['In touch last', contact === undefined ? 'not on record' : formatDate(contact.happenedOn)],
      ['Documents not yet in hand', missingDocuments.length === 0 ? 'None' : missingDocuments.join('\n')],
      ['Setting-up-home allowance given', `£${allowance.toLocaleString('en-GB')}`],
    ],
    holdings: holdingsIn(
      given,
      adviser,
      plan?.entry === adviser?.entry ? undefined : plan,
      ...stayingOn,
      accommodation,
      localOffer,
      documents,
      contact,
    ),
    records: [
      'careLeaverContact',
      'pathwayNeedsAssessment',
      'pathwayPlan',
      'pathwayPlanReview',
      'personalAdviserNamed',
      'leavingCareAccommodation',
      'documentsHeld',
      'stayingOn',
      'localOfferExplained',
      'settingUpAllowance',
    ],
  };
}
