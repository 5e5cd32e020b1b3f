import { assessmentsIn, childInNeedPlansIn } from '../cin-census/build/help.ts';
import { episodesOfNeed } from '../cin-census/build/episodes-of-need.ts';
import { enquiriesIn, protectionPlansIn } from '../cin-census/build/protection.ts';
import { periodAt, statementsOf } from '../../practice/pathway.ts';
import { isIn, isRunningIn } from '../rule/period.ts';
import { categoryOf } from './categories.ts';
import { valueIn, yesOrNo, type Known } from './known-of.ts';
import type { AnnexRow } from './lists.ts';

/** Lists 1 to 7: from the contact to the child protection plan. */
export const inNeedRows = (known: Known): readonly AnnexRow[] => [
  ...contacts(known),
  ...earlyHelp(known),
  ...referrals(known),
  ...assessments(known),
  ...enquiries(known),
  ...inNeed(known),
  ...plans(known),
];

const contacts = ({ all, back, who }: Known): readonly AnnexRow[] =>
  all('contact')
    .filter(({ happenedOn }) => isIn(happenedOn, back(3)))
    .map(({ happenedOn, answers }) => ({
      list: 'List 1',
      cells: { ...who, 'Date of Contact': happenedOn, 'Contact Source': categoryOf('source', answers['source'], true) },
    }));

/**
 * Family help that began in six months; it is assessed when its first plan is agreed. Early help that others gave is not here: what is on record was done by
 * the authority.
 */
const earlyHelp = ({ all, back, who, authority }: Known): readonly AnnexRow[] =>
  all('familyHelp')
    .filter(({ happenedOn }) => isIn(happenedOn, back(6)))
    .map(({ happenedOn }) => ({
      list: 'List 2',
      cells: {
        ...who,
        'Assessment start date': happenedOn,
        'Assessment completion date': all('familyHelpPlan').find((plan) => plan.happenedOn >= happenedOn)?.happenedOn,
        'Organisation completing assessment': authority,
      },
    }));

const referrals = ({ all, back, who, held, told }: Known): readonly AnnexRow[] =>
  all('referral')
    .filter(({ happenedOn }) => isIn(happenedOn, back(6)))
    .map((referral) => ({
      list: 'List 3',
      cells: {
        ...who,
        'Date of referral': referral.happenedOn,
        'Referral Source': categoryOf('source', referral.answers['source'], true),
        'Referral NFA?': yesOrNo(episodesOfNeed(told).find((one) => one.referral === referral)?.isNoFurtherAction ?? false),
        'Number of Referrals in Last 12 Months': all('referral').filter(({ happenedOn }) => isIn(happenedOn, back(12))).length,
        ...held,
      },
    }));

const assessments = ({ told, back, who, disability, held, all }: Known): readonly AnnexRow[] =>
  assessmentsIn(told, back(6)).flatMap(({ begun, elements }) =>
    elements.map((element): AnnexRow => {
      const authorised = valueIn(element, 'AssessmentAuthorisationDate');
      const report = all('assessmentReport').findLast(
        ({ happenedOn }) => happenedOn >= begun.happenedOn && (authorised === undefined || happenedOn <= authorised),
      );
      const next = report?.answers['recommendation'];
      const visits = all('visit').filter(
        ({ happenedOn }) => happenedOn >= begun.happenedOn && (authorised === undefined || happenedOn <= authorised),
      );
      return {
        list: 'List 4',
        cells: {
          ...who,
          ...disability,
          'Continuous Assessment Start Date': begun.happenedOn,
          'Child Seen During Continuous Assessment': yesOrNo(visits.some(({ answers }) => answers['seen'] === true)),
          'Continuous Assessment Date of Authorisation': authorised,
          "Was the child assessed as requiring LA children's social care support?":
            typeof next === 'string' ? yesOrNo(next !== 'noFurtherAction' && next !== 'familyHelp') : undefined,
          ...held,
        },
      };
    }),
  );

function enquiries({ told, back, who, disability, held }: Known): readonly AnnexRow[] {
  const ofAYear = enquiriesIn(told, back(12)).enquiries.filter(({ begun }) => isIn(begun.happenedOn, back(12)));
  const plansBegun = new Set<string>(statementsOf('childProtectionPlan', told).map(({ happenedOn }) => happenedOn));
  const conferences = ofAYear.flatMap(({ elements }) => elements.flatMap((one) => valueIn(one, 'DateOfInitialCPC') ?? []));
  return ofAYear
    .filter(({ begun }) => isIn(begun.happenedOn, back(6)))
    .flatMap(({ begun, elements }) =>
      elements.map((element): AnnexRow => {
        const conference = valueIn(element, 'DateOfInitialCPC');
        return {
          list: 'List 5',
          cells: {
            ...who,
            ...disability,
            'Strategy discussion initiating Section 47 Enquiry Start Date': begun.happenedOn,
            'Was an Initial Child Protection Conference deemed unnecessary?': yesOrNo(valueIn(element, 'ICPCnotRequired') === '1'),
            'Date of Initial Child Protection Conference': conference,
            'Did the Initial Child Protection Conference Result in a Child Protection Plan':
              conference === undefined ? undefined : yesOrNo(plansBegun.has(conference)),
            'Number of Section 47 Enquiries in the last 12 months': ofAYear.length,
            'Number of ICPCs in the last 12 months': conferences.length,
            ...held,
          },
        };
      }),
    );
}

const inNeed = (known: Known): readonly AnnexRow[] =>
  episodesOfNeed(known.told)
    .filter(
      ({ referral, closure, isNoFurtherAction }) =>
        referral !== undefined && !isNoFurtherAction && isRunningIn(referral.happenedOn, closure?.happenedOn, known.back(6)),
    )
    .map(({ referral, closure }) => ({
      list: 'List 6',
      cells: {
        ...known.who,
        ...known.disability,
        'CIN Start Date': referral?.happenedOn,
        'Primary Need Code': categoryOf('primaryNeed', referral?.answers['primaryNeed'], true),
        'Date Child Was Last Seen': known.day('visit', ({ answers }) => answers['seen'] === true),
        'CIN Closure Date': closure?.happenedOn,
        'Reason for Closure': categoryOf('closure', closure?.answers['reason']),
        'Case Status': closure === undefined ? statusOf(known) : 'e) Closed episode',
        ...known.held,
      },
    }));

/** The highest of what runs on the day. */
function statusOf({ told, on }: Known): string {
  const today = { from: on, to: on };
  if (periodAt(told, on) !== undefined) return 'a) Looked after child';
  if (protectionPlansIn(told, today).length > 0) return 'b) Child Protection plan';
  if (childInNeedPlansIn(told, today).length > 0) return 'c) Child in need plan';
  return 'd) Open assessment';
}

const plans = (known: Known): readonly AnnexRow[] =>
  protectionPlansIn(known.told, known.back(6)).flatMap(({ elements }) =>
    elements.map((element): AnnexRow => {
      const [begun, ended] = [valueIn(element, 'CPPstartDate') ?? '', valueIn(element, 'CPPendDate')];
      const seen = known.last(
        'visit',
        ({ happenedOn, answers }) => answers['seen'] === true && happenedOn >= begun && (ended === undefined || happenedOn <= ended),
      );
      const isDuring = ({ happenedOn }: { readonly happenedOn: string }): boolean =>
        happenedOn >= begun && (ended === undefined || happenedOn <= ended);
      return {
        list: 'List 7',
        cells: {
          ...known.who,
          ...known.disability,
          'Child Protection Plan Start Date': begun,
          'Initial Category of Abuse': categoryOf('abuse', valueIn(element, 'InitialCategoryOfAbuse')),
          'Latest Category of Abuse': categoryOf('abuse', valueIn(element, 'LatestCategoryOfAbuse')),
          'Date of the Last Statutory Visit': seen?.happenedOn,
          'Was the Child Seen Alone?': seen === undefined ? undefined : yesOrNo(seen.answers['seenAlone'] === 'yes'),
          'Date of latest review conference': known.day('reviewConference', (one) => isDuring(one) && one.answers['held'] !== false),
          'Child Protection Plan End Date': ended,
          'Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)': yesOrNo(
            [...known.all('periodOfCare'), ...known.all('legalStatus')].some(
              ({ happenedOn, answers }) => isIn(happenedOn, known.back(6)) && ['L1', 'L2'].includes(String(answers['legalStatus'])),
            ),
          ),
          'Number of Previous Child Protection Plans': Number(valueIn(element, 'NumberOfPreviousCPP') ?? 0),
          ...known.held,
        },
      };
    }),
  );
