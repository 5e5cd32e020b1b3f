import { addDays } from '../src/kernel/calendar/dates.ts';
import { idFrom } from './chance.ts';
import type { DemoFile } from './load-file.ts';
import { dayBefore, said, type Days, type Telling } from './review-file.ts';
import { actionsOf } from './stories/agreed-action.ts';
import type { DemoEntry } from './telling.ts';

type People = { readonly head: string; readonly officer: string; readonly manager: string };
type Judged = readonly (readonly [
  ago: number,
  kind: string,
  judgements: readonly (readonly [of: string, grade: string])[],
  found: string,
])[];

const services: Readonly<Record<string, { readonly service: string; readonly judged: Judged }>> = {
  'Children’s services': {
    service: 'authority',
    judged: [
      [
        700,
        'inspection',
        [
          ['Help and protection', 'requiresImprovement'],
          ['Children in care', 'good'],
          ['Leaders', 'requiresImprovement'],
        ],
        'Supervision is regular and does not yet change the work. Return interviews come late.',
      ],
      [430, 'focusedVisit', [], 'The front door decides well. Visits are in time and not always alone with the child.'],
      [
        205,
        'selfEvaluation',
        [['Help and protection', 'requiresImprovement']],
        'Better, and not yet everywhere: three teams are short of staff.',
      ],
      [
        64,
        'inspection',
        [
          ['Help and protection', 'good'],
          ['Children in care', 'good'],
          ['Leaders', 'requiresImprovement'],
        ],
        'Children are seen and heard. Managers sign more than they read.',
      ],
    ],
  },
  Fostering: {
    service: 'fostering',
    judged: [
      [610, 'inspection', [['Overall', 'good']], 'Carers feel trained and not always told.'],
      [240, 'fosteringPanel', [], 'Of 31 reviews brought to the panel 28 were in their year.'],
    ],
  },
  Adoption: {
    service: 'adoption',
    judged: [
      [580, 'inspection', [['Overall', 'good']], 'Matching is careful; letters for later life come late.'],
      [150, 'adoptionPanel', [], 'Eleven matches, none of which ended.'],
    ],
  },
  'Beech House': {
    service: 'home',
    judged: [
      [655, 'inspection', [['Overall', 'requiresImprovement']], 'Children like the staff; missing is not always followed up.'],
      [
        280,
        'inspection',
        [
          ['Overall', 'good'],
          ['Children’s experiences', 'outstanding'],
        ],
        'Children plan the meals and chair their meeting.',
      ],
    ],
  },
};

/** The authority’s own record, fostering, adoption and a home. */
export const serviceFiles = (people: People, days: Days): readonly DemoFile[] =>
  Object.entries(services).map(([title, { service, judged }]) => {
    const telling: Telling = { file: idFrom('quality record', title), by: people.head };
    const since = dayBefore(days, 728);
    const reports = judged.map(([ago, kind, judgements, found]) => {
      const on = dayBefore(days, ago);
      const by = kind === 'inspection' || kind === 'focusedVisit' ? { by: 'Ofsted' } : {};
      const table = judgements.map(([of, grade]) => ({ of, grade }));
      return said(telling, 'inspectionReport', on, { on, kind, ...by, ...(table.length === 0 ? {} : { judgements: table }), found }, kind);
    });
    return {
      file: telling.file,
      kind: 'inspection',
      title,
      entries: [
        said(telling, 'qualityRecord', since, { on: since, service }),
        ...reports,
        ...(service === 'home' ? visitsOf(telling, days) : []),
        ...(service === 'authority' ? improvements(people, telling, days) : []),
      ],
    };
  });

/** Every month by the independent person, of which two came late; every six months by the home itself. */
const visitsOf = (telling: Telling, days: Days): readonly DemoEntry[] => [
  ...Array.from({ length: 25 }, (_, n) => {
    const on = dayBefore(days, 714 - 29 * n - (n === 7 || n === 16 ? -9 : 0));
    const found =
      n % 4 === 0 ? 'Two children asked for a lock on the bathroom.' : 'Children showed their rooms; the complaints book was read.';
    return said(telling, 'inspectionReport', on, { on, kind: 'independentVisit', by: 'The independent visitor', found }, `visit ${n}`);
  }),
  ...Array.from({ length: 4 }, (_, n) => {
    const on = dayBefore(days, 560 - 178 * n);
    return said(
      telling,
      'inspectionReport',
      on,
      { on, kind: 'qualityOfCare', found: 'What children said, and what was done about it.' },
      `review ${n}`,
    );
  }),
];

const asked = [
  [
    'Return interviews are offered within 72 hours of a child’s return.',
    'Of all returns of a quarter, how many.',
    [
      [480, 'partly', '31 of 52'],
      [330, 'met', '47 of 50'],
      [120, 'met', '55 of 57'],
    ],
  ],
  [
    'Supervision leads to changes for children.',
    'Of 20 supervisions a quarter, how many actions were done by the next.',
    [
      [470, 'notMet', '7 of 20'],
      [300, 'partly', '12 of 20'],
      [100, 'met', '18 of 20'],
    ],
  ],
  [
    'Children are seen alone, and it is said why where they were not.',
    'Of 40 visits drawn at random, in how many.',
    [
      [460, 'partly', '26 of 40'],
      [110, 'partly', '33 of 40'],
    ],
  ],
] as const;

/** Three recommendations: one has been sustained, one holds and must be seen again, one is met in part. Their owner is a manager, who judges none. */
function improvements({ head, officer, manager }: People, telling: Telling, days: Days): readonly DemoEntry[] {
  const on = dayBefore(days, 672);
  return asked.flatMap(([recommendation, evidence, judged], n) => {
    const byWhen = addDays(on, 300);
    const agreedActions = [{ what: 'Counted each month and brought to the managers’ meeting', owner: manager, byWhen: addDays(on, 60) }];
    const one = said(
      telling,
      'inspectionRecommendation',
      on,
      { on, recommendation, owner: manager, evidence, byWhen, sustainedFor: 6, agreedActions },
      n,
    );
    const progress = judged.map(([ago, how, words]) => {
      const day = dayBefore(days, ago);
      const shared = { on: day, recommendation: one.entry, judged: how, evidence: words };
      return said({ file: telling.file, by: n === 1 ? head : officer }, 'improvementProgress', day, shared, n);
    });
    return [one, ...actionsOf(one, { on: addDays(on, 55), by: manager }), ...progress];
  });
}
