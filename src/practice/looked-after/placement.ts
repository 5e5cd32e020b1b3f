import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { decimal, link, text, yesNo } from '../../kernel/field/plain.ts';
import { time } from '../../kernel/field/time.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { placementProviders, placementTypes, reasonsForPlacementChange } from '../../vocabulary/ssda903.ts';
import { notAhead, notBeforeStart } from '../checks.ts';
import { notOutsideCare } from './care.ts';
import { countryOfPostcode, countryTitles, wordsOfCountry } from './country.ts';
import { abroadAgrees, asksApprovalAbroad, isElsewhere, livingAbroadApprovals } from './outside-england.ts';
import { placingHeldBack } from './placing-for-adoption.ts';
import { underSixteenLimits } from './under-sixteen-limits.ts';
import { visitLimits } from './visit-limits.ts';

const postcode = { pattern: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i, patternSays: 'must be a postcode, for example OX1 1ND' } as const;

/** On what footing the carers have the child: each has its own limits for visits. */
export const placementFootings = {
  approved: 'Approved or registered in the usual way',
  temporarilyApproved: 'Connected person with temporary approval (regulation 24)',
  parentsBeforeAssessment: 'With parents before the assessment is finished (regulation 19)',
  emergency: 'Foster carer approved for other terms, in an emergency (regulation 23)',
} as const;

/** How long the placement is meant to last: it decides how often the child is visited after the first year. */
export const placementExpectations = {
  shortTerm: 'Not meant to last until 18',
  untilEighteen: 'Meant to last until the child is 18',
  agreedLongTerm: 'Long-term foster placement, and the child agrees to fewer visits',
} as const;

/** Of a placement in the area of another authority the law asks more (regulations 11 and 13). */
export const placementAreas = {
  here: 'In the area of this authority',
  adjoining: 'In the area of an adjoining authority',
  atDistance: 'Elsewhere, at a distance',
} as const;

const fosterCareOrHome = ({ type }: SoFar): boolean => /^(U|P1)/.test(String(type));
const fosterCare = ({ type }: SoFar): boolean => String(type).startsWith('U');

const notAwayOrAdopted = ({ type }: SoFar): boolean => /^(?!A[3-6]|T\d)./.test(String(type ?? ''));

/** At home, placed for adoption and away for a while, other law says how often the child is visited. */
const lastsOrNot = ({ type }: SoFar): boolean => /^(?!P1|A[3-6]|T\d)./.test(String(type ?? ''));

/** A placement: where and with whom a looked-after child lives from a day. */
export const placement = defineStep({
  name: 'placement',
  title: 'Placement',
  law: 'Children Act 1989 s22C; Care Planning, Placement and Case Review Regulations 2010 regs 9–27',
  fields: {
    startedOn: date('Date the placement started', {
      required: 'Children looked after return; the first visit and the placement plan are counted from it',
      returns: { ssda903: 'episodes.DECOM' },
    }),
    type: code('Kind of placement', placementTypes, {
      required: 'Children looked after return; the law on visits and reviews differs by it',
      returns: { ssda903: 'episodes.PLACE' },
    }),
    startedAt: time('Time at which it started', {
      askedWhen: ({ type }: SoFar) => type === 'K1',
      hint: 'Without a court’s order a child is kept in secure accommodation for 72 hours at most',
    }),
    carers: text('Who the child lives with'),
    carersFile: link('Carers of this service', 'fosterCarer', {
      askedWhen: ({ type, provider }) => fosterCare({ type }) && (provider === undefined || provider === 'PR1'),
      hint: 'By their file: places used are counted from it',
    }),
    postcode: text('Postcode of the placement', { ...postcode, returns: { ssda903: 'episodes.PL_POST' } }),
    provider: code('Provider', placementProviders, { returns: { ssda903: 'episodes.PLACE_PROVIDER' } }),
    urn: text('Ofsted number of the home or agency', {
      pattern: /^(SC\d{6}|\d{6,7}|X{7})$/i,
      patternSays: 'must be SC and six digits, six or seven digits, or XXXXXXX',
      returns: { ssda903: 'episodes.URN' },
    }),
    distanceMiles: decimal('Distance from home, in miles', { returns: { ssda903: 'episodes.PL_DISTANCE' } }),
    area: code('Where it is', placementAreas, {
      askedWhen: notAwayOrAdopted,
      hint: 'Out of area it must be approved first, and the authority there told',
    }),
    country: code('In which country', countryTitles, {
      askedWhen: (answers) => notAwayOrAdopted(answers) && isElsewhere(answers) && countryOfPostcode(answers['postcode']) === undefined,
      hint: 'Only where the postcode does not tell: there is none, or it is at a border',
    }),
    approvedBy: code('Who approved that the child lives outside England and Wales', livingAbroadApprovals, {
      askedWhen: asksApprovalAbroad,
      hint: 'Only there: for a child in care the court, for any other everyone with parental responsibility',
      neverPrefilled: true,
    }),
    approvedOn: date('Date of that approval', { askedWhen: ({ approvedBy }) => approvedBy === 'court' || approvedBy === 'everyHolder' }),
    sameCarers: yesNo('The carers are the same as before', {
      hint: 'The carers moved house, the kind of placement changed, or the child came back from hospital, a holiday or a short stay elsewhere',
    }),
    reasonForMove: code('Why the placement before this one ended', reasonsForPlacementChange, {
      returns: { ssda903: 'episodes.REASON_PLACE_CHANGE' },
    }),
    footing: code('How the carers are approved', placementFootings, { askedWhen: fosterCareOrHome }),
    expectation: code('How long it is meant to last', placementExpectations, {
      askedWhen: lastsOrNot,
      hint: 'From the second year it decides how often the child is visited. Only a foster placement can be agreed as long-term',
    }),
    homePostcode: text('Postcode of the child’s home', {
      ...postcode,
      hint: 'Only if it is no longer the one given when the child became looked after',
      returns: { ssda903: 'episodes.HOME_POST' },
    }),
    beganEarlier: yesNo('The child was already placed here on this date', {
      hint: 'Only where this record begins in the middle of a placement, and its first day is not known',
      folded: true,
    }),
  },
  happenedOn: (answers) => answers.startedOn,
  offers: (_history, today) => ({ startedOn: { value: today } }),
  togetherWith: 'siblings',
  timescales: [...visitLimits, ...underSixteenLimits],
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ type, sameCarers, postcode: where, country }) =>
    [
      `${sameCarers === true ? 'Placement changed, same carers' : 'Placed'}: ${placementTypes[type]}`,
      wordsOfCountry({ postcode: where, country }),
    ]
      .filter((part) => part !== undefined)
      .join(', '),
  decide: (history, placed, today) => {
    const { startedOn, type, expectation, sameCarers, beganEarlier } = placed;
    const day = { field: 'startedOn', what: 'The date the placement started', on: startedOn };
    return [
      ...notAhead(day, today),
      ...notBeforeStart(day, history, 'periodOfCare', 'the child became looked after'),
      ...notOutsideCare(day, history),
      ...(expectation === 'agreedLongTerm' && !fosterCare({ type })
        ? [
            {
              field: 'expectation',
              message: `How long it is meant to last: only a foster placement can be agreed as long-term, and this one is ${placementTypes[type]}. Say whether it is meant to last until 18`,
            },
          ]
        : []),
      ...abroadAgrees(history, placed, today),
      ...placingHeldBack(history, { startedOn, type, isThere: sameCarers === true || beganEarlier === true }),
    ];
  },
  dependsOn: ['periodOfCare', 'periodOfCareEnd', 'legalStatus', 'consentToPlacement', 'adoptionMatch', 'gateOverride'],
  carriedBy: { ssda903: 'episodes' },
  examples: {
    'with foster carers': {
      startedOn: literal('2026-01-12'),
      type: 'U6',
      carers: 'Foster carers A and B',
      postcode: 'OX4 2QQ',
      provider: 'PR1',
      urn: 'SC123456',
      distanceMiles: 4.5,
      area: 'here',
      expectation: 'shortTerm',
    },
    'in a secure children’s home': { startedOn: literal('2026-03-02'), type: 'K1', startedAt: '16:40', area: 'atDistance' },
    'in a children’s home in Scotland, with the court’s approval': {
      startedOn: literal('2026-03-02'),
      type: 'K2',
      postcode: 'EH6 6QQ',
      provider: 'PR4',
      area: 'atDistance',
      approvedBy: 'court',
      approvedOn: literal('2026-02-20'),
      expectation: 'shortTerm',
    },
    'a move to grandparents': {
      startedOn: literal('2026-03-02'),
      type: 'U3',
      carers: 'Maternal grandparents',
      sameCarers: false,
      reasonForMove: 'CARPL',
      footing: 'temporarilyApproved',
    },
  },
});
