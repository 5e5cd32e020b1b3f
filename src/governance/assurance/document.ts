import { formatDate } from '../../kernel/calendar/dates.ts';
import type { Block, Chart, Letterhead, OutputDocument } from '../../outputs/document.ts';
import type { AuditReading } from './audits.ts';
import { auditDetails, auditHeads, auditRow } from './audit-words.ts';
import { nameOf, type Figure } from './figure.ts';
import { countSaid, number, shareSaid } from '../../oversight/statistics/said.ts';
import type { Reading } from './readings.ts';
import { fewest, isSmall, type ShownPart } from '../../oversight/statistics/small-numbers.ts';
import type { AssuranceReport, Judged, Paper } from './report.ts';
import { partsOfEvaluation, selfEvaluation, selfEvaluationHeading } from './self-evaluation.ts';

/** As each level of confidence is said. */
export const confidenceWords = { none: 'None', low: 'Low', moderate: 'Moderate', high: 'High' } as const;

/** How many things speak against a claim. */
export function againstSaid({ contrary, confidence }: Judged): string {
  if (contrary.length > 0) return `${contrary.length} ${contrary.length === 1 ? 'finding' : 'findings'}`;
  return confidence.level === 'none' ? 'Nothing is recorded' : 'Nothing found';
}

const heading = (level: 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const listOf = (items: readonly string[]): readonly Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }]);

export const title = 'How do we know? Safeguarding and child protection: assurance report';

/** The report on paper. Made for the committee: nobody is named in it. The same report gives the same document. */
export function documentOf(report: AssuranceReport, letterhead: Letterhead): OutputDocument {
  return {
    title,
    language: 'en-GB',
    isPublic: true,
    letterhead,
    about: `Safeguarding in ${report.authority} on ${formatDate(report.on)}`,
    madeFor: 'the Audit Committee',
    madeAt: report.knownAt,
    knownAt: report.knownAt,
    blocks: [
      ...summaryOf(report),
      ...report.judged.flatMap((judged) => claimBlocks(judged, report)),
      ...selfEvaluationOf(report),
      ...recommendations(report),
      ...papers(report),
    ],
  };
}

/** Where so few are in both that one could be known, the sum of the two must not tell how many. */
export function populationsSaid({ populations: { plan, care, both, children } }: AssuranceReport): string {
  const overlap =
    both === 0
      ? ''
      : isSmall(both)
        ? `; fewer than ${fewest} are both, and are counted twice`
        : `; ${number(both)} are both, and are counted once`;
  return `${number(children)} children are on protection plans (${number(plan)}) or looked after (${number(care)})${overlap}. Children whose record is restricted are counted, and are in no list of those who may not see them.`;
}

export const summaryHeads = ['Of', 'Confidence', 'What speaks against it'] as const;

const summaryOf = (report: AssuranceReport): readonly Block[] => [
  heading(2, 'In short'),
  paragraph(populationsSaid(report)),
  {
    kind: 'table',
    heads: summaryHeads,
    rows: report.judged.map((judged) => [judged.claim.area, confidenceWords[judged.confidence.level], againstSaid(judged)]),
  },
  paragraph(
    'That something was done on time does not say that a child is safe. Each figure of timeliness stands beside figures of substance: whether children were seen, alone, and whether anything changed.',
  ),
  paragraph(chartKey),
];

const kinds = {
  timeliness: 'Was it done on time?',
  substance: 'Did it make a difference?',
  record: 'Can the record be believed?',
} as const;

function claimBlocks({ claim, contrary, readings, audits, confidence, gaps }: Judged, report: AssuranceReport): readonly Block[] {
  return [
    heading(2, claim.area),
    ...(contrary.length === 0 ? [] : [heading(3, 'What speaks against it'), ...listOf(contrary)]),
    heading(3, 'The claim'),
    paragraph(claim.claim),
    heading(3, `Confidence: ${confidenceWords[confidence.level].toLowerCase()}`),
    ...listOf(confidence.because),
    ...auditBlocks(audits),
    ...(['timeliness', 'substance', 'record'] as const).flatMap((kind) => evidenceOf(kind, readings, report)),
    ...areaBlocks(readings),
    heading(3, 'What is not known'),
    ...listOf(gaps),
    heading(3, 'Actions'),
    ...listOf(claim.actions),
  ];
}

export const auditsHeading = 'What audits of case files found';
export const auditsKey =
  'Good or better is our own standard of practice. “At most”: so many of all of them could fall short, and the audit would still look as it does. Alpha is Krippendorff’s, of two auditors who do not see each other’s: 1 is the same, 0 is chance.';

const auditBlocks = (audits: readonly AuditReading[]): readonly Block[] =>
  audits.length === 0
    ? []
    : [
        heading(3, auditsHeading),
        { kind: 'table', heads: auditHeads, rows: audits.map(auditRow) },
        ...listOf(auditDetails(audits)),
        paragraph(auditsKey),
      ];

const evidenceHeads = ['Figure', 'Now', 'In 100', 'Standard', 'Twelve months'] as const;

/** "61 % (95 %: 58 to 64)" where it stands for more than was counted. */
export function rangeSaid(reading: Reading): string {
  const share = shareSaid(reading, reading.figure.ofChildren);
  const { interval } = reading;
  return interval === undefined ? share : `${share} (95 %: ${Math.round(100 * interval.low)} to ${Math.round(100 * interval.high)})`;
}

/** What it should be, and who says so. */
export const standardSaid = ({ standard, standardOf }: Figure): string => `${Math.round(100 * standard)} %. ${standardOf}`;

/** Where it was, and whether it has changed beyond what it does of itself. */
export function trendSaid({ months, limits, signals, share, figure }: Reading): string {
  const first = months[0];
  if (first === undefined || months.length < 2) return 'Nothing to compare with';
  const from = `From ${shareSaid(first, figure.ofChildren)} on ${formatDate(first.on)}`;
  if (limits === undefined) return `${from}; too few months for limits`;
  const last = signals.filter(({ at }) => at >= months.length - 2);
  if (last.length === 0) return `${from}; no change beyond its own variation`;
  return `${from}; ${100 * (share ?? 0) < limits.middle ? 'worse' : 'better'} beyond its own variation`;
}

const evidenceRow = (reading: Reading): readonly string[] => {
  const { figure } = reading;
  return [nameOf(figure), countSaid(reading, figure.ofChildren), rangeSaid(reading), standardSaid(figure), trendSaid(reading)];
};

function evidenceOf(kind: keyof typeof kinds, readings: readonly Reading[], report: AssuranceReport): readonly Block[] {
  const own = readings.filter(({ figure }) => figure.kind === kind);
  if (own.length === 0) return [];
  return [
    heading(3, `${kinds[kind]} On ${formatDate(report.on)}`),
    { kind: 'table', heads: evidenceHeads, rows: own.map(evidenceRow) },
    ...chartsOf(own),
  ];
}

/** Twelve months of each: the words beside each figure say the same. */
function chartsOf(readings: readonly Reading[]): readonly Block[] {
  const charts = readings.filter(({ months }) => months.length > 1).map(chartOf);
  return charts.length === 0 ? [] : [{ kind: 'charts', charts }];
}

function chartOf(reading: Reading): Chart {
  const { figure, months, limits } = reading;
  const title = `${nameOf(figure)}, in 100`;
  return {
    title,
    said: `Line of ${months.length} months. ${title}. ${trendSaid(reading)}. Now ${shareSaid(reading, figure.ofChildren)}.`,
    points: months.map(({ on, n, among }) => ({ label: formatDate(on).slice(-8), share: (100 * n) / among })),
    ...(limits === undefined ? {} : { limits }),
  };
}

/** Said once, before the first of them. */
const chartKey =
  'Beneath the figures stand lines. Each is of twelve months’ ends, on a scale that begins where its own figures stand; between the broken lines lies what it does of itself (three deviations, by its moving range). Where they are children, fewer than 5 are drawn as 4.';

/** Area by area, where numbers allow it: who is compared is the service's parts, never a person. */
function areaBlocks(readings: readonly Reading[]): readonly Block[] {
  const compared = readings.filter(({ areas }) => areas.length > 1);
  const areas = compared[0]?.areas.map(({ title: area }) => area) ?? [];
  if (areas.length === 0) return [];
  const rows = compared.map(({ figure, areas: own }) => [
    nameOf(figure),
    ...areas.map((area) => areaSaid(own.find((one) => one.title === area))),
  ]);
  return [
    heading(3, 'Area by area'),
    { kind: 'table', heads: ['Figure', ...areas], rows },
    paragraph('Not shown: a small number, by which a child could be known, or one from which such a number could be found.'),
    ...listOf(compared.flatMap(standingOut)),
  ];
}

const areaSaid = (area: ShownPart | undefined): string =>
  area === undefined ? 'None' : area.n === undefined ? 'Not shown' : `${number(area.n)} of ${number(area.among)}`;

/** Without their numbers, which would tell those of the others. */
export function standingOut({ figure, standOut }: Reading): readonly string[] {
  const of = (where: 'above' | 'below') => standOut.filter((one) => one.where === where).map(({ team }) => team);
  const said = (where: 'above' | 'below'): readonly string[] =>
    of(where).length === 0 ? [] : [`${nameOf(figure)}: ${where} the whole, beyond chance: ${of(where).join(', ')}`];
  return [...said('below'), ...said('above')];
}

/** Strengths, weaknesses and the evidence for each, from the same figures. */
const selfEvaluationOf = (report: AssuranceReport): readonly Block[] => [
  heading(2, selfEvaluationHeading),
  paragraph('What the service says of itself by the questions of inspectors. Nothing is in it that is not in the figures above.'),
  ...selfEvaluation(report).flatMap((one) => [
    heading(3, one.of),
    ...partsOfEvaluation(one).flatMap(([head, items]) => [paragraph(`${head}:`), ...listOf(items)]),
  ]),
];

const recommendations = ({ limits, judged }: AssuranceReport): readonly Block[] => {
  const areasWhere = (isAssured: boolean): string =>
    judged
      .filter(({ confidence: { level } }) => (level === 'moderate' || level === 'high') === isAssured)
      .map(({ claim }) => claim.area.toLowerCase())
      .join(', ') || 'nothing';
  return [
    heading(2, 'Recommendations'),
    paragraph('The Committee is RECOMMENDED:'),
    paragraph('(a) to note the content of this report;'),
    paragraph(
      `(b) to accept assurance, with the confidence and the contrary evidence above, of: ${areasWhere(true)}; and to accept none, until there is better evidence, of: ${areasWhere(false)}; and`,
    ),
    paragraph(
      '(c) to recognise that it is impossible to provide complete assurance as to the safety and well-being of all children and young people at all times. In figures:',
    ),
    ...listOf(limits),
  ];
};

export const paperHeads = ['Figure', 'Question', 'Of', 'Hash'] as const;
export const paperSaid = ({ figure, question, population, hash }: Paper): readonly string[] => [
  figure,
  question,
  number(population),
  hash.slice(0, 16),
];

const papers = ({ papers: all, hash }: AssuranceReport): readonly Block[] => [
  heading(2, 'Background papers'),
  paragraph(
    'Each figure’s question is a function of the database, in the product’s migrations, by this name. The hash (SHA-256, its first 16 signs) is of the question’s text and of what is shown of its answer, month by month and area by area.',
  ),
  {
    kind: 'table',
    heads: paperHeads,
    rows: all.map(paperSaid),
  },
  paragraph(`All figures together: ${hash}`),
];
