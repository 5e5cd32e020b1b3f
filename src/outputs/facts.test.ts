import { describe, expect, it } from 'vitest';
import { steps } from '../practice/pathway.ts';
import { kindOf } from './facts.ts';

const saysWhere =
  /(?:^|\.)(?:address|postcode|where|reach|contact|phone|mail|uprn|urn|school|worker)|Address|Postcode|Where|Contact|Phone|Mail|Worker/;
const asksWhere = /address|postcode|\bwhere\b|reach them|telephone|e-mail/i;

/** Fields that sound like a place or a way to reach somebody, and are neither. */
const exempt: Readonly<Record<string, string>> = {
  'household.isConfidential': 'yes or no',
  'contactDecision.contact': 'points at an entry',
  'triageRating.contact': 'points at an entry',
  'referral.contact': 'points at an entry',
  'careLeaverContact.contactOn': 'a day',
  'reviewConference.reason': 'why: “where” is of an opinion',
  'visit.place': 'a kind of place',
  'visit.sleepingPlaceSeen': 'yes or no',
  'visit.sleepingPlace': 'a room and a bed, in free words',
  'injury.whatWasSeen': 'where on the body',
  'extraFamilialHarm.places': 'where harm is done, which a family must know',
  'placement.area': 'within the authority or outside it',
  'leavingCareAccommodation.kind': 'a kind of accommodation',
  'careLeaverContact.accommodation': 'a kind of accommodation',
  'subjectAccessIdentity.child': 'what a child wants',
  'rectificationAnswer.reasons': 'where words stand in the record',
  'socialWorkerEpisode.socialWorker': 'a number in a public register',
  'caseDiscussion.worker': 'a member of staff, by name alone',
  'allocation.worker': 'a member of staff, by name alone',
  'caseReviewPublished.where': 'where a report can be read',
  'bodyReport.where': 'where a report can be read',
  'inspectionReport.where': 'where a report can be read',
  'bodyConstitution.area': 'the districts of a panel',
  'agencyEvent.source': 'a line of the agency’s own record',
  'familyTimePlan.howOften': 'what the family is told, of a place to meet',
  'lifeStoryWork.reached': 'which part of the work was done',
  'lifeStoryWork.where': 'where a book is kept',
  'guardianshipEnd.contact': 'what was ordered about seeing the family',
  'longStayNotice.where': 'a kind of place',
  'longStayEnd.reason': 'a kind of place',
  'endOfCareApproval.goesTo': 'with whom, and no place',
  'coWorkingEnd.worker': 'a member of staff, by name alone',
  'employment.origin': 'a kind of employer',
  'employmentEnd.destination': 'a kind of employer',
  'staffDetails.qualifiedAt': 'a university, of a member of staff',
};

/** Every question of every step, with those of its rows. */
const asked = steps.flatMap(({ name: step, fields, each }) =>
  Object.entries({ ...fields, ...each }).flatMap(([field, { label, control }]) => [
    { step, field, label },
    ...(control.kind === 'rows'
      ? Object.entries(control.columns).map(([column, of]) => ({ step, field: `${field}.${column}`, label: of.label }))
      : []),
  ]),
);
const sounding = asked.filter(({ field, label }) => saysWhere.test(field) || asksWhere.test(label));

describe('an address, or a way to reach somebody', () => {
  it('is a fact, whichever step asks for it', () => {
    const given = { isConfidential: true, role: 'teacher' };
    const listed = sounding.filter(({ step, field }) => exempt[`${step}.${field}`] === undefined);
    expect(listed.filter(({ step, field }) => kindOf(step, field, given) === undefined)).toEqual([]);
  });
  it('is looked for in every step, and what is exempt is there still', () => {
    const names = sounding.map(({ step, field }) => `${step}.${field}`);
    for (const name of ['household.address', 'homelessYoungPerson.where', 'adultDetails.contact']) expect(names).toContain(name);
    expect(Object.keys(exempt).filter((name) => !names.includes(name))).toEqual([]);
  });
});
