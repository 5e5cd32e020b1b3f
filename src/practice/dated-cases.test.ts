import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { addDays, date, formatDate, type LocalDate } from '../kernel/calendar/dates.ts';
import { dueTimeOf, stateOf, type Clock } from '../kernel/step/clock.ts';
import { whatStands, type Line } from '../kernel/step/history.ts';
import { derivation, timescales } from './pathway.ts';

/** The table is written for people who know the law. Here each line of it is recorded and asked what it owes. */
const table = readFileSync(join(import.meta.dirname, 'dated-cases.md'), 'utf8');

type Case = { readonly section: string; readonly number: string; readonly events: readonly string[]; readonly owed: readonly string[] };

function casesOf(markdown: string): readonly Case[] {
  let section = '';
  return markdown.split('\n').flatMap((line) => {
    if (line.startsWith('## ')) section = line.slice(3);
    const [number, events, owed] = line.startsWith('| ')
      ? line
          .split('|')
          .slice(1, 4)
          .map((cell) => cell.trim())
      : [];
    if (number === undefined || events === undefined || owed === undefined || !/^\d+$/.test(number)) return [];
    return [{ section, number, events: events.split('; '), owed: owed.split('; ') }];
  });
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
function day(text: string): LocalDate {
  const [, number = '', month = '', year = ''] = /^(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})$/.exec(text) ?? [];
  return date(`${year}-${String(monthNames.indexOf(month) + 1).padStart(2, '0')}-${number.padStart(2, '0')}`);
}

type Meaning = {
  readonly step: string;
  readonly answers?: Readonly<Record<string, unknown>>;
  /** The question that names the first entry of a step. */
  readonly names?: { readonly field: string; readonly first: string };
};
const postcodeIn = (words: string): string | undefined => / at ([A-Z]\S+ \S+?)(?:,|$)/.exec(words)?.[1];
/** "there by leave of the court given 5 Jan 2026": who approved that the child lives in another country, and when. */
function approvedAbroad(words: string): Readonly<Record<string, unknown>> {
  const [, who, on] = / there by leave of (the court|all holders) given (\d{1,2} \w{3} \d{4})/.exec(words) ?? [];
  return who === undefined || on === undefined ? {} : { approvedBy: who === 'the court' ? 'court' : 'everyHolder', approvedOn: day(on) };
}
const details = (words: string): Readonly<Record<string, unknown>> => ({
  ...(postcodeIn(words) === undefined ? {} : { postcode: postcodeIn(words) }),
  ...(words.includes('by our own carers') ? { provider: 'PR1' } : {}),
  ...(words.includes('adjoining area') ? { area: 'adjoining' } : {}),
  ...(words.includes('at a distance') ? { area: 'atDistance' } : {}),
  ...(words.includes('in Wales') ? { country: 'wales' } : {}),
  ...(words.includes('in Scotland') ? { country: 'scotland' } : {}),
  ...(words.includes('in another country') ? { country: 'elsewhere' } : {}),
  ...approvedAbroad(words),
  ...(words.includes('the care plan changed') ? { reasonForMove: 'CARPL' } : {}),
  ...(words.includes('the authority ended it') ? { reasonForMove: 'LAREQ' } : {}),
  ...(words.includes('an allegation') ? { reasonForMove: 'ALLEG' } : {}),
  ...(words.includes('same carers') ? { sameCarers: true } : {}),
  ...(words.includes('until 18') ? { expectation: 'untilEighteen' } : {}),
  ...(words.includes('short term') ? { expectation: 'shortTerm' } : {}),
  ...(words.includes('long term agreed') ? { expectation: 'agreedLongTerm' } : {}),
  ...(words.includes('temporarily approved') ? { footing: 'temporarilyApproved' } : {}),
  ...(words.includes('in an emergency') ? { footing: 'emergency' } : {}),
  ...(words.includes('before assessment') ? { footing: 'parentsBeforeAssessment' } : {}),
});

/** As the census codes them. */
const sources: Readonly<Record<string, string>> = { 'a school': '2A', 'a neighbour': '1B', 'nobody known': '9' };

/** The words of the left column, each with what it records. */
const words: readonly (readonly [RegExp, (match: readonly string[], time: string | undefined) => Meaning])[] = [
  [
    /^(already )?looked after under (\w\d)(?: until (.+))?$/,
    ([, already, legalStatus, last], startedAt) => ({
      step: 'periodOfCare',
      answers: {
        legalStatus,
        ...(already ? { beganEarlier: true } : {}),
        ...(last ? { until: day(last) } : {}),
        ...(startedAt === undefined ? {} : { startedAt }),
      },
    }),
  ],
  [
    /^(already )?placed (\w\d{1,2})(.*)$/,
    ([, already, type, rest = ''], startedAt) => ({
      step: 'placement',
      answers: { type, ...details(rest), ...(already ? { beganEarlier: true } : {}), ...(startedAt === undefined ? {} : { startedAt }) },
    }),
  ],
  [
    /^legal status (\w\d)(?: until (.+))?$/,
    ([, legalStatus, last], changedAt) => ({
      step: 'legalStatus',
      answers: { legalStatus, ...(last ? { until: day(last) } : {}), ...(changedAt === undefined ? {} : { changedAt }) },
    }),
  ],
  [/^left care (\w+)$/, ([, reason]) => ({ step: 'periodOfCareEnd', answers: { reason } })],
  [
    /^review held(?:, visits every (\d) weeks)?$/,
    ([, weeks]) => ({ step: 'lookedAfterReview', answers: { held: true, ...(weeks ? { visitsEveryWeeks: Number(weeks) } : {}) } }),
  ],
  [/^review put off$/, () => ({ step: 'lookedAfterReview', answers: { held: false } })],
  [/^review adjourned$/, () => ({ step: 'lookedAfterReview', answers: { held: false, adjourned: true } })],
  [
    /^review (decisions sent|record written|record sent)( of the first)?$/,
    ([, part = '', first]) => ({
      step: 'lookedAfterReviewRecord',
      answers: { done: [part === 'decisions sent' ? 'decisions' : part === 'record written' ? 'record' : 'distribution'] },
      ...(first === undefined ? {} : { names: { field: 'review', first: 'lookedAfterReview' } }),
    }),
  ],
  [/^manager objects$/, () => ({ step: 'reviewDispute', answers: { kind: 'managerObjects' } })],
  [/^officer disputes$/, () => ({ step: 'reviewDispute', answers: { kind: 'officerDisputes' } })],
  [
    /^dispute (resolved|withdrawn|referred to Cafcass)( of the first)?$/,
    ([, how = '', first]) => ({
      step: 'reviewDisputeEnd',
      answers: { outcome: how === 'referred to Cafcass' ? 'cafcass' : how },
      ...(first === undefined ? {} : { names: { field: 'dispute', first: 'reviewDispute' } }),
    }),
  ],
  [/^midway check$/, () => ({ step: 'reviewMidwayCheck', answers: { found: 'onCourse' } })],
  [
    /^dispute goes to the (director|chief executive)$/,
    ([, to]) => ({
      step: 'reviewDisputeStage',
      answers: { level: to === 'director' ? 'director' : 'chiefExecutive' },
    }),
  ],
  [
    /^(early review asked for|no early review) by the officer, of the placement(?:, by (.+))?$/,
    ([, how, by]) => ({
      step: 'reviewEventConsidered',
      answers: { decision: how === 'no early review' ? 'notNeeded' : 'earlyReview', ...(by ? { reviewBy: day(by) } : {}) },
      names: { field: 'event', first: 'placement' },
    }),
  ],
  [
    /^out-of-area placement approved by the (officer|director)$/,
    ([, by]) => ({
      step: 'outOfAreaPlacement',
      answers: { done: [by === 'director' ? 'approvedByDirector' : 'approvedByOfficer'] },
    }),
  ],
  [
    /^(the court|every holder) approves the placement abroad$/,
    ([, who]) => ({ step: 'outOfAreaPlacement', answers: { done: [who === 'the court' ? 'courtApproved' : 'holdersApproved'] } }),
  ],
  [/^care plan says how it is supervised abroad$/, () => ({ step: 'outOfAreaPlacement', answers: { done: ['supervisionPlanned'] } })],
  [/^authority of the area told$/, () => ({ step: 'outOfAreaPlacement', answers: { done: ['areaAuthorityTold'] } })],
  [
    /^secure order until (.+)$/,
    ([, last = ''], madeAt) => ({
      step: 'secureAccommodationOrder',
      answers: { until: day(last), ...(madeAt === undefined ? {} : { madeAt }) },
    }),
  ],
  [/^Secretary of State approves$/, () => ({ step: 'secureApproval' })],
  [/^secure review$/, () => ({ step: 'secureAccommodationReview' })],
  [
    /^school place (lost|found)(?:, the move approved (.+))?$/,
    ([, change, approved]) => ({ step: 'schoolPlace', answers: { change, ...(approved ? { approvedOn: day(approved) } : {}) } }),
  ],
  [
    /^end of care approved by the (officer|director)(?:, to go (home|elsewhere))?$/,
    ([, by, where]) => ({
      step: 'endOfCareApproval',
      answers: {
        by: by === 'director' ? 'director' : 'nominatedOfficer',
        ...(where === undefined ? {} : { goesTo: where === 'home' ? 'holder' : 'elsewhere' }),
      },
    }),
  ],
  [
    /^(contact|referred) from (a school|a neighbour|nobody known)$/,
    ([, what, who = '']) => ({ step: what === 'contact' ? 'contact' : 'referral', answers: { source: sources[who] } }),
  ],
  [/^contact decided: (.+)$/, ([, decision = '']) => ({ step: 'contactDecision', answers: { decision: camel(decision) } })],
  [
    /^referrer told (the outcome|that it was received)$/,
    ([, told]) => ({ step: 'outcomeToReferrer', answers: { told: told === 'the outcome' ? 'outcome' : 'received' } }),
  ],
  [/^consulted: (.+)$/, ([, advice = '']) => ({ step: 'thresholdConsultation', answers: { advice: camel(advice) } })],
  [/^rated (immediate|urgent|ordinary)$/, ([, rating], ratedAt) => ({ step: 'triageRating', answers: { rating, ratedAt } })],
  [/^checks asked of (.+)$/, ([, agencies = '']) => ({ step: 'agencyChecks', answers: { agencies: agencies.split(' and ') } })],
  [
    /^(answer|no answer) from (.+)$/,
    ([, came, agencies = '']) => ({
      step: 'agencyCheckAnswer',
      answers: { agencies: agencies.split(' and '), answer: came === 'answer' ? 'came' : 'notReturned' },
    }),
  ],
  [/^emergency duty$/, (_match, at) => ({ step: 'emergencyDutyEntry', answers: at === undefined ? {} : { at } })],
  [
    /^taken over( the first)?$/,
    ([, first]) => ({
      step: 'dutyHandover',
      ...(first === undefined ? {} : { names: { field: 'entry', first: 'emergencyDutyEntry' } }),
    }),
  ],
  [/^family help plan$/, () => ({ step: 'familyHelpPlan' })],
  [/^family help review (held|put off)$/, ([, held]) => ({ step: 'familyHelpReview', answers: { held: held === 'held' } })],
  [/^family help ended$/, () => ({ step: 'familyHelpEnd' })],
  [/^moved in on a plan$/, () => ({ step: 'transferIn' })],
  [/^initial conference$/, () => ({ step: 'initialConference' })],
  [/^transfer-in conference$/, () => ({ step: 'transferInConference' })],
  [
    /^moved out( on a plan|, told for information)$/,
    ([, how]) => ({ step: 'transferOut', answers: { kind: how === ' on a plan' ? 'plan' : 'information' } }),
  ],
  [/^their conference held$/, () => ({ step: 'transferOutHeld' })],
  [
    /^section (7|37) report ordered(?: until (.+))?$/,
    ([, section, last]) => ({ step: 'courtReportOrdered', answers: { kind: `s${section}`, ...(last ? { dueOn: day(last) } : {}) } }),
  ],
  [/^court report filed$/, () => ({ step: 'courtReportFiled' })],
  [
    /^death, (expected|unexpected)(, abuse suspected)?(?:, learnt (.+))?$/,
    ([, expected, abuse, learnt], diedAt) => ({
      step: 'childDeath',
      answers: {
        expected,
        abuse: abuse === undefined ? 'no' : 'suspected',
        ...(learnt === undefined ? {} : { learntOn: day(learnt) }),
        ...(diedAt === undefined ? {} : { diedAt }),
      },
    }),
  ],
  [
    /^told of the death: (\w+)$/,
    ([, whom], notifiedAt) => ({
      step: 'deathNotification',
      answers: { whom: [whom], ...(notifiedAt === undefined ? {} : { notifiedAt }) },
    }),
  ],
  [/^referred$/, () => ({ step: 'referral' })],
  [/^referred, no further action in the file$/, () => ({ step: 'referral', answers: { noFurtherAction: true } })],
  [
    /^decided: (.+?)(?:, referrer told (\d.+))?$/,
    ([, response = '', told]) => ({
      step: 'referralDecision',
      answers: { response: camel(response), ...(told === undefined ? {} : { acknowledgedOn: day(told) }) },
    }),
  ],
  [/^assessment started$/, () => ({ step: 'childAndFamilyAssessment' })],
  [/^assessment authorised$/, () => ({ step: 'assessmentAuthorisation' })],
  [/^assessment written$/, () => ({ step: 'assessmentReport' })],
  [/^assessment returned(?:, again by (.+))?$/, ([, by]) => ({ step: 'assessmentReturn', answers: by ? { againBy: day(by) } : {} })],
  [/^birth planned$/, () => ({ step: 'birthPlan' })],
  [/^legal planning meeting: (.+)$/, ([, outcome = '']) => ({ step: 'legalPlanningMeeting', answers: { outcome: camel(outcome) } })],
  [/^letter before proceedings$/, () => ({ step: 'letterBeforeProceedings' })],
  [
    /^pre-proceedings (meeting|reviewed|ended)$/,
    ([, what]) =>
      what === 'ended'
        ? { step: 'preProceedingsEnd' }
        : { step: 'preProceedingsMeeting', answers: { kind: what === 'meeting' ? 'first' : 'review' } },
  ],
  [/^proceedings (issued|concluded)$/, ([, what]) => ({ step: what === 'issued' ? 'careProceedings' : 'proceedingsEnd' })],
  [/^proceedings extended until (.+)$/, ([, until = '']) => ({ step: 'proceedingsExtension', answers: { until: day(until) } })],
  [/^case closed(?: (RC\d))?$/, ([, reason]) => ({ step: 'closure', answers: reason === undefined ? {} : { reason } })],
  [
    /^strategy discussion, enquiries (not )?started$/,
    ([, not]) => ({ step: 'strategyDiscussion', answers: { enquiriesInitiated: not === undefined } }),
  ],
  [/^enquiry started$/, () => ({ step: 'section47Enquiry' })],
  [/^enquiry concluded: (.+)$/, ([, outcome = '']) => ({ step: 'section47Outcome', answers: { outcome: camel(outcome) } })],
  [/^protection plan$/, () => ({ step: 'childProtectionPlan' })],
  [
    /^(first )?protection plan ended$/,
    ([, first]) => ({
      step: 'childProtectionPlanEnd',
      ...(first === undefined ? {} : { names: { field: 'plan', first: 'childProtectionPlan' } }),
    }),
  ],
  [/^core group$/, () => ({ step: 'coreGroupMeeting' })],
  [/^review conference held$/, () => ({ step: 'reviewConference', answers: { held: true } })],
  [/^expectant mother seen$/, () => ({ step: 'visit', answers: { seen: false, motherSeen: true } })],
  [/^early review needed(?: by (.+))?$/, ([, by]) => ({ step: 'earlyReviewRequest', answers: by ? { reviewBy: day(by) } : {} })],
  [
    /^visit, child (not )?seen( in the placement)?$/,
    ([, not, placed]) => ({ step: 'visit', answers: { seen: not === undefined, ...(placed ? { place: 'placement' } : {}) } }),
  ],
  [/^notice of concern$/, () => ({ step: 'visitRequest', answers: { kind: 'concern' } })],
  [/^visit asked for$/, () => ({ step: 'visitRequest', answers: { kind: 'request' } })],
  [/^carers approved$/, () => ({ step: 'carerDecision', answers: { outcome: 'approved' } })],
  [/^approval extended$/, () => ({ step: 'carerDecision', answers: { outcome: 'extended' } })],
  [/^care plan$/, () => ({ step: 'carePlan' })],
  [/^care plan: (.+)$/, ([, permanence = '']) => ({ step: 'carePlan', answers: { permanence: camel(permanence) } })],
  [/^review held, plan agreed$/, () => ({ step: 'lookedAfterReview', answers: { held: true, planNow: 'agreed' } })],
  [
    /^agreement given(, not in writing)?$/,
    ([, unwritten]) => ({
      step: 'accommodationAgreement',
      answers: { answer: 'agrees', madeSure: ['capacity', 'understood', ...(unwritten === undefined ? ['inWriting'] : [])] },
    }),
  ],
  [/^nobody can agree$/, () => ({ step: 'accommodationAgreement', answers: { answer: 'nobody' } })],
  [/^a holder objects$/, () => ({ step: 'accommodationAgreement', answers: { answer: 'objects' } })],
  [/^agreement withdrawn$/, () => ({ step: 'accommodationAgreementEnd', answers: { why: 'withdrawn' } })],
  [/^in an unregistered setting$/, () => ({ step: 'unregisteredPlacement' })],
  [
    /^signed off: (goes on|moves|registered)$/,
    ([, decision = '']) => ({ step: 'unregisteredSignOff', answers: { decision: camel(decision) } }),
  ],
  [/^deprivation of liberty until (.+)$/, ([, last = '']) => ({ step: 'deprivationOfLibertyOrder', answers: { until: day(last) } })],
  [
    /^family time (refused|supervised) with the (mother|father)$/,
    ([, footing, name]) => ({ step: 'familyTimePlan', answers: { footing, name } }),
  ],
  [/^suspended for (\d+) days$/, ([, days]) => ({ step: 'schoolExclusion', answers: { kind: 'suspension', days: Number(days) } })],
  [/^excluded for good$/, () => ({ step: 'schoolExclusion', answers: { kind: 'permanent' } })],
  [/^education arranged$/, () => ({ step: 'schoolExclusion', answers: { kind: 'educationArranged' } })],
  [
    /^placed here by another authority(?:, learnt (.+))?$/,
    ([, learnt]) => ({ step: 'placedHere', answers: learnt === undefined ? {} : { learntOn: day(learnt) } }),
  ],
  [/^their notice received$/, () => ({ step: 'placedHereChange', answers: { done: ['noticeReceived'] } })],
  [/^agencies here told$/, () => ({ step: 'placedHereChange', answers: { done: ['toldHere'] } })],
  [/^lives here no longer$/, () => ({ step: 'placedHereChange', answers: { done: ['ended'] } })],
  [
    /^notice of special guardianship(?:, the court wants the report by (.+))?$/,
    ([, by]) => ({ step: 'guardianshipNotice', answers: by ? { how: 'court', reportBy: day(by) } : { how: 'notice' } }),
  ],
  [/^report on special guardianship$/, () => ({ step: 'guardianshipReport', answers: { recommendation: 'order' } })],
  [
    /^special guardianship (order made|application withdrawn)$/,
    ([, how]) => ({ step: 'guardianshipEnd', answers: { outcome: how === 'order made' ? 'made' : 'withdrawn' } }),
  ],
  [/^support for special guardianship asked for$/, () => ({ step: 'guardianSupportRequest' })],
  [
    /^support for special guardianship proposed, answer by (.+)$/,
    ([, by = '']) => ({ step: 'guardianSupportProposal', answers: { answerBy: day(by) } }),
  ],
  [
    /^support for special guardianship given: (money|services|money and services)$/,
    ([, what = '']) => ({
      step: 'guardianSupportDecision',
      answers: {
        decision: 'provided',
        services: [...(what.includes('money') ? ['moneyRegularly'] : []), ...(what.includes('services') ? ['contact'] : [])],
      },
    }),
  ],
  [
    /^(services|money|services and money) of special guardians reviewed(, support ends)?$/,
    ([, what = '', ends]) => ({
      step: 'guardianSupportReview',
      answers: { reviewed: what.split(' and '), decision: ends === undefined ? 'goesOn' : 'ended' },
    }),
  ],
  [/^special guardianship ended$/, () => ({ step: 'guardianshipOrderEnd' })],
  [/^support of special guardians, by the local offer$/, () => ({ step: 'kinshipSupport', answers: { decision: 'provided' } })],
  [/^told of a long stay in hospital$/, () => ({ step: 'longStayNotice', answers: { where: 'hospital' } })],
  [/^welfare on the long stay determined$/, () => ({ step: 'longStayDecision', answers: { decision: 'safeguarded' } })],
  [/^long stay ended$/, () => ({ step: 'longStayEnd' })],
  [
    /^adopters: (registered|stage one begins|stage one passed|stage two begins|withdrew)$/,
    ([, what = '']) => ({
      step: 'adopterStage',
      answers: {
        moment: {
          registered: 'registered',
          'stage one begins': 'accepted',
          'stage one passed': 'stageOnePassed',
          'stage two begins': 'stageTwoBegun',
          withdrew: 'withdrew',
        }[what],
      },
    }),
  ],
  [/^adopters: panel$/, () => ({ step: 'adopterPanel', answers: { recommendation: 'suitable' } })],
  [
    /^adopters: (approved|proposed against)$/,
    ([, how]) => ({ step: 'adopterApproval', answers: { decision: how === 'approved' ? 'approved' : 'proposed' } }),
  ],
  [/^adopters: reviewed$/, () => ({ step: 'adopterReview' })],
  [/^adopters: a child is placed$/, () => ({ step: 'adopterPlacement', answers: { moment: 'placed' } })],
  [/^personal adviser named$/, () => ({ step: 'personalAdviserNamed', answers: { adviser: 'a' } })],
  [/^placement plan$/, () => ({ step: 'placementPlan' })],
  [/^reviewing officer named$/, () => ({ step: 'reviewingOfficerNamed', answers: { officer: 'o' } })],
  [/^health assessment by a (\w+)$/, ([, by]) => ({ step: 'healthAssessment', answers: { done: true, by } })],
  [/^health assessment refused$/, () => ({ step: 'healthAssessment', answers: { done: false } })],
  [/^dental check( missed)?$/, ([, missed]) => ({ step: 'dentalCheck', answers: { attended: missed === undefined } })],
  [/^education plan$/, () => ({ step: 'personalEducationPlan', answers: { held: true } })],
  [/^missing$/, (_match, time) => ({ step: 'missingEpisode', answers: { kind: 'M', startedAt: time } })],
  [/^returned$/, (_match, time) => ({ step: 'returnFromMissing', answers: time === undefined ? {} : { returnedAt: time } })],
  [
    /^interview held( after the first return)?$/,
    ([, first], time) => ({
      step: 'returnHomeInterview',
      answers: { outcome: 'held', heldAt: time },
      ...(first === undefined ? {} : { names: { field: 'returned', first: 'returnFromMissing' } }),
    }),
  ],
  [/^interview declined$/, () => ({ step: 'returnHomeInterview', answers: { outcome: 'declined' } })],
  [/^interview offered$/, () => ({ step: 'returnHomeInterview', answers: { outcome: 'notYet' } })],
  [/^adoption no longer the plan$/, () => ({ step: 'adoptionDecisionEnd' })],
  [/^consent to placement$/, () => ({ step: 'consentToPlacement' })],
  [
    /^panel (recommends|defers) (adoption|the match)(?:, minutes (.+))?$/,
    ([, how, what, minutes]) => ({
      step: 'adoptionRecommendation',
      answers: {
        subject: what === 'adoption' ? 'shouldBePlaced' : 'match',
        recommendation: how === 'defers' ? 'deferred' : 'recommended',
        ...(minutes ? { minutesOn: day(minutes) } : {}),
      },
    }),
  ],
  [
    /^reports on adoption to the decision-maker$/,
    () => ({ step: 'adoptionRecommendation', answers: { subject: 'shouldBePlaced', recommendation: 'reportsAlone' } }),
  ],
  [/^decided that the child should be placed$/, () => ({ step: 'adoptionDecision' })],
  [
    /^(carers|adopters): allegation(?:, officer told (.+))?$/,
    ([, whom, told]) => ({
      step: whom === 'carers' ? 'fosterConcern' : 'adopterConcern',
      answers: { kind: 'allegation', ...(told ? { officerToldOn: day(told) } : {}) },
    }),
  ],
  [/^carers: standard of care$/, () => ({ step: 'fosterConcern', answers: { kind: 'standard' } })],
  [/^children’s home on record$/, () => ({ step: 'qualityRecord', answers: { service: 'home' } })],
  [/^visit of the independent person$/, () => ({ step: 'inspectionReport', answers: { kind: 'independentVisit' } })],
  [
    /^age assessment (begun|concluded: a child|concluded: an adult|withdrawn)$/,
    ([, how = '']) => ({ step: 'ageAssessment', answers: { moment: how.replace(/^concluded: an? /, '') } }),
  ],
  [
    /^national transfer: (referred|another authority named|transferred|stays)$/,
    ([, how = '']) => ({ step: 'nationalTransfer', answers: { moment: how === 'another authority named' ? 'allocated' : how } }),
  ],
  [/^may be trafficked$/, () => ({ step: 'extraFamilialHarm', answers: { kinds: ['criminal', 'trafficking'] } })],
  [
    /^national referral: (referred|grounds found|grounds not found)$/,
    ([, how]) => ({
      step: 'nationalReferral',
      answers: { moment: how === 'referred' ? 'referred' : how === 'grounds found' ? 'groundsFound' : 'groundsNotFound' },
    }),
  ],
  [/^adoption order$/, () => ({ step: 'adoptionOrder' })],
  [/^record sealed$/, () => ({ step: 'recordSealed' })],
  [/^match decided$/, () => ({ step: 'adoptionMatch' })],
  [
    /^decided against (adoption|the match)$/,
    ([, what]) => ({ step: 'adoptionDeclined', answers: { subject: what === 'adoption' ? 'shouldBePlaced' : 'match' } }),
  ],
  [
    /^decision told (by word of mouth|in writing|both ways)(?: of the match)?( to the child alone)?$/,
    ([said = '', how, toChild]) => ({
      step: 'adoptionDecisionTold',
      answers: {
        how: how === 'in writing' ? 'inWriting' : how === 'both ways' ? 'both' : 'orally',
        people: [toChild === undefined ? 'parents' : 'child'],
      },
      ...(said.endsWith('of the match') ? { names: { field: 'decision', first: 'adoptionMatch' } } : {}),
    }),
  ],
  [/^needs assessment$/, () => ({ step: 'pathwayNeedsAssessment' })],
  [/^pathway plan$/, () => ({ step: 'pathwayPlan' })],
  [/^pathway review$/, () => ({ step: 'pathwayPlanReview', answers: { held: true } })],
  [/^accommodation provided$/, () => ({ step: 'leavingCareAccommodation' })],
  [/^accommodation no longer provided$/, () => ({ step: 'leavingCareAccommodationEnd' })],
  [/^in touch$/, () => ({ step: 'careLeaverContact', answers: { inTouch: 'YES' } })],
  [/^not in touch$/, () => ({ step: 'careLeaverContact', answers: { inTouch: 'NO' } })],
  [/^no longer requires services$/, () => ({ step: 'careLeaverContact', answers: { inTouch: 'NREQ' } })],
  [/^access requested$/, () => ({ step: 'subjectAccessRequest' })],
  [/^proof of identity asked$/, () => ({ step: 'subjectAccessQuestion', answers: { about: 'identity' } })],
  [/^identity proved$/, () => ({ step: 'subjectAccessIdentity' })],
  [
    /^asked what they want(, little is held)?$/,
    ([, little]) => ({ step: 'subjectAccessQuestion', answers: { about: 'clarification', stopsTheClock: little === undefined } }),
  ],
  [/^said what they want$/, () => ({ step: 'subjectAccessClarification' })],
  [
    /^told that it takes (one month|two months) more$/,
    ([, much]) => ({ step: 'subjectAccessExtension', answers: { months: much === 'one month' ? 'one' : 'two' } }),
  ],
  [
    /^access refused( in part)?$/,
    ([, part]) => ({ step: 'subjectAccessRefusal', answers: { extent: part === undefined ? 'whole' : 'part' } }),
  ],
  [/^request withdrawn$/, () => ({ step: 'subjectAccessWithdrawal' })],
  [/^copy released$/, () => ({ step: 'subjectAccessRelease' })],
  [
    /^registration seen, until (\d{1,2} \w{3} \d{4})$/,
    ([, until = '']) => ({ step: 'staffRegistration', answers: { number: 'SW12345', until: day(until) } }),
  ],
  [/^employment ended$/, () => ({ step: 'employmentEnd', answers: { reason: '1' } })],
];

/** "not substantiated" as the answer is stored: notSubstantiated. */
const camel = (text: string): string => text.replace(/ ([a-z])/g, (_, letter: string) => letter.toUpperCase());

function meaningOf(said: string, time: string | undefined): Meaning {
  for (const [pattern, means] of words) {
    const match = pattern.exec(said);
    if (match !== null) return means(match, time);
  }
  throw new Error(`"${said}" is not among the words of the table`);
}

function recorded(events: readonly string[]): readonly Line[] {
  const lines: Line[] = [];
  const person: Record<string, unknown> = {};
  for (const event of events) {
    const [, on = '', time, said = ''] = /^(\d{1,2} \w{3} \d{4})(?: (\d{2}:\d{2}))? (.+)$/.exec(event) ?? [];
    if (said === 'born') person['bornOn'] = day(on);
    else if (said === 'died') person['diedOn'] = day(on);
    else if (said === 'expected') person['expectedOn'] = day(on);
    else {
      const { names, ...meaning } = meaningOf(said, time);
      const named = names === undefined ? {} : { [names.field]: lines.find(({ step }) => step === names.first)?.entry };
      lines.push(line(lines.length + 2, day(on), { ...meaning, answers: { ...meaning.answers, ...named } }));
    }
  }
  const known = person['bornOn'] ?? person['expectedOn'];
  return [line(1, date(typeof known === 'string' ? known : '1900-01-01'), { step: 'personDetails', answers: person }), ...lines];
}

const line = (position: number, happenedOn: LocalDate, { step, answers = {} }: Meaning): Line => ({
  entry: `e${position}`,
  step,
  position,
  happenedOn,
  recordedAt: '',
  recordedBy: '',
  tombstone: false,
  answers,
});

const titles: ReadonlyMap<string, string> = new Map(timescales.map(({ rule, title }) => [rule, title]));
const longAfter = date('2100-01-01');

/** 07:40, or 24:00 for the end of the day. */
const hourOf = (clock: Clock): string => (clock.dueAt === undefined ? '' : ` at ${dueTimeOf(clock) ?? '24:00'}`);

/** One clock as the right column writes it. */
function asWritten(clock: Clock): string {
  const due = `${titles.get(clock.rule) ?? clock.rule} due ${formatDate(clock.dueOn)}${hourOf(clock)}`;
  const under = clock.version === 'SI 2020/445' ? ' under SI 2020/445' : '';
  if (clock.metOn !== undefined)
    return `${due}${under}, done ${stateOf(clock, longAfter, new Date(`${longAfter}T12:00:00Z`)) === 'metLate' ? 'late ' : ''}${formatDate(clock.metOn)}`;
  return clock.endedOn === undefined || clock.endedBecause === undefined || isFarAhead(clock)
    ? `${due}${under}`
    : `${due}${under}, ended ${formatDate(clock.endedOn)}: ${clock.endedBecause}`;
}

/** Every clock ends at a birthday; the table says so only where that comes before it is due. */
const isFarAhead = ({ endedOn, endedBecause, dueOn }: Clock): boolean =>
  endedBecause?.endsWith('birthday') === true && (endedOn ?? '') > dueOn;

function owedBy({ events, owed }: Case): readonly string[] {
  const clocks = derivation.clocks(whatStands(recorded(events)));
  const named = [...titles].filter(([, title]) => owed.some((one) => one.startsWith(`${title} due `) || one === `${title} not asked`));
  return named.flatMap(([rule, title]) => {
    const of = clocks.filter((clock) => clock.rule === rule).map(asWritten);
    return of.length === 0 ? [`${title} not asked`] : of;
  });
}

const cases = casesOf(table);

describe.each([...new Set(cases.map(({ section }) => section))])('%s', (section) => {
  test.each(cases.filter((one) => one.section === section).map((one) => [`${one.number}. ${one.events.join('; ')}`, one] as const))(
    '%s',
    (_name, one) => expect([...owedBy(one)].sort()).toEqual([...one.owed].sort()),
  );
});

describe('the table', () => {
  it('holds at least 120 cases, each with a number of its own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(120);
    expect(new Set(cases.map(({ number }) => number)).size).toBe(cases.length);
  });
  it('names every limit for looked-after children and care leavers', () => {
    const owed = cases.flatMap((one) => one.owed);
    const rules = timescales.filter(({ law }) =>
      /Care Planning|Care Leavers|Adoption Agencies|looked-after children|SI 2020|1991|OC3|go missing|IRO/.test(law),
    );
    for (const { title } of rules)
      expect(
        owed.some((one) => one.startsWith(`${title} due `)),
        title,
      ).toBe(true);
  });
  it('would see a wrong day', () => {
    const [first] = cases;
    if (first === undefined) throw new Error('the table is empty');
    const [owed = ''] = owedBy(first);
    expect(
      owedBy({ ...first, events: first.events.map((event) => event.replace('12 Jan 2026', formatDate(addDays(day('12 Jan 2026'), 1)))) }),
    ).not.toContain(owed);
  });
});

describe('what is derived of every case', () => {
  const digestOf = (what: unknown): string => createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 16);
  const now = {
    rules: derivation.rulesHash.slice(0, 16),
    cases: digestOf(cases.map(({ events }) => events)),
    derived: digestOf(
      cases.map(({ events }) => {
        const history = whatStands(recorded(events));
        const [clocks, standing] = [derivation.clocks(history), derivation.standing(history)];
        return [
          clocks,
          standing,
          derivation.identifiers(history),
          derivation.boardLine(standing, clocks, new Date('2026-01-05T12:00:00Z')) ?? null,
        ];
      }),
    ),
  };
  /** Written anew with every change of rules or cases: never for a change in what is derived alone. */
  const written = { rules: '28691881199ed788', cases: '47b060f38ec67ea4', derived: '1082e13fc0fcbcc0' };

  it('changes under other rules only: else what is stored would not be derived again', () => {
    const isOfTheSame = now.rules === written.rules && now.cases === written.cases;
    expect(!isOfTheSame || now.derived === written.derived, 'raise derivedVersion, or the version or reading of the limit').toBe(true);
  });
  it('is written down beside the rules and the cases', () => expect(now).toEqual(written));
});
