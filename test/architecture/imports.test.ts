import { describe, expect, test } from 'vitest';
import { filesUnder, importsOf } from './sources.ts';

type Rule = { readonly mayImport: readonly string[]; readonly packages: 'any' | 'none' };

const readers = ['kernel', 'vocabulary', 'practice/pathway', 'record'];

/** The table of "The house": for each folder of src, which others it may import. */
const house: Readonly<Record<string, Rule>> = {
  kernel: { mayImport: [], packages: 'none' },
  vocabulary: { mayImport: [], packages: 'none' },
  reading: { mayImport: [], packages: 'any' },
  platform: { mayImport: ['kernel'], packages: 'any' },
  record: { mayImport: ['kernel', 'platform'], packages: 'any' },
  practice: { mayImport: ['kernel', 'vocabulary', 'practice'], packages: 'none' },
  oversight: { mayImport: [...readers, 'returns'], packages: 'any' },
  outputs: { mayImport: readers, packages: 'any' },
  returns: { mayImport: [...readers, 'reading'], packages: 'any' },
  governance: { mayImport: [...readers, 'practice', 'oversight', 'outputs'], packages: 'any' },
  import: { mayImport: [...readers, 'reading'], packages: 'any' },
  api: { mayImport: [...readers, 'practice', 'oversight', 'outputs', 'returns', 'governance', 'import'], packages: 'any' },
  web: { mayImport: [...readers, 'practice', 'oversight', 'outputs', 'returns', 'governance', 'import', 'api'], packages: 'any' },
};

/** Where everything is put together: one file for each command. */
const isComposition = (file: string): boolean => file === 'src/main.ts' || file.startsWith('src/commands/');

/** A stage may look back to the ones before it in the service, never on. */
const stages = [
  'people',
  'workforce',
  'actions',
  'gates',
  'front-door',
  'help',
  'private-law',
  'transfer',
  'assessment',
  'child-in-need',
  'child-protection',
  'court',
  'looked-after',
  'leaving-care',
  'adoption',
  'special-guardianship',
  'death',
  'supervision',
  'consultation',
  'case-file-audit',
  'procedures',
  'serious-incidents',
  'safeguarding-board',
  'inspection',
  'voice',
  'induction',
  'training',
  'fostering',
  'private-fostering',
  'long-stay',
  'allegations',
  'quality',
  'patterns',
  'outputs',
];

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);
const under = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`) || path.startsWith(`${folder}.`);

/** @returns why `file` may not import `target`, or nothing */
export function complaint(file: string, target: string): string | undefined {
  const [, folder = '', stage = ''] = file.split('/');
  const rule = house[folder];
  if (isComposition(file)) return undefined;
  if (!rule) return `${file} is in src/${folder}, which "The house" does not know`;
  const isOwn = target.startsWith('src/');
  if (isOwn && isComposition(target)) return `${file} imports ${target}: nothing knows where it is put together`;
  if (!isOwn) return complaintOfOutside(file, folder, rule, target);
  const path = target.slice('src/'.length);
  if (folder === 'practice') return complaintOfStage(file, stage, path);
  const allowed = [folder, ...rule.mayImport].some((each) => under(path, each));
  return allowed ? undefined : `${file} imports ${target}: ${folder} may import ${rule.mayImport.join(', ') || 'nothing inside src'}`;
}

function complaintOfOutside(file: string, folder: string, rule: Rule, target: string): string | undefined {
  if (target.startsWith('bin/'))
    return folder === 'platform' ? undefined : `${file} imports ${target}: only platform may use the launcher's parts`;
  if (folder === 'practice' && target === 'node:crypto') return undefined; // a hash of the wording: still pure
  if (rule.packages === 'none') return `${file} imports ${target}: ${folder} is pure, with no packages and no input or output`;
  if (folder === 'web' && /^(pg|kysely)$/.test(target)) return `${file} imports ${target}: ${folder} holds no SQL`;
  return undefined;
}

function complaintOfStage(file: string, stage: string, path: string): string | undefined {
  if (!path.startsWith('practice/')) {
    return ['kernel', 'vocabulary'].some((each) => under(path, each)) ? undefined : `${file} imports src/${path}: practice is pure`;
  }
  if (!file.slice('src/practice/'.length).includes('/')) return undefined;
  const other = path.split('/')[1] ?? '';
  if (other === 'checks.ts') return undefined; // what several stages check alike; imports kernel only
  const isEarlier = other === stage || (stages.includes(other) && stages.indexOf(other) < stages.indexOf(stage));
  return isEarlier ? undefined : `${file} imports src/${path}: ${stage} may use only the stages before it`;
}

describe('imports', () => {
  const files = filesUnder('src').filter((file) => /\.tsx?$/.test(file) && !isTest(file));

  test('go only where "The house" allows', () => {
    const complaints = files.flatMap((file) => importsOf(file).map((target) => complaint(file, target)));
    expect(complaints.filter((each) => each !== undefined)).toEqual([]);
  });

  test('make no circle', () => {
    const known = new Map(files.map((file) => [file, importsOf(file).filter((each) => files.includes(each))]));
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file) || path.includes(file)) return;
      for (const target of known.get(file) ?? []) walk(target, [...path, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    expect(circles).toEqual([]);
  });

  test.each([
    ['src/kernel/step/step.ts', 'src/record/append.ts'],
    ['src/kernel/step/step.ts', 'node:fs'],
    ['src/record/append.ts', 'src/practice/pathway.ts'],
    ['src/practice/front-door/referral.ts', 'src/practice/assessment/assessment.ts'],
    ['src/practice/front-door/referral.ts', 'src/platform/database.ts'],
    ['src/web/server.ts', 'src/platform/database.ts'],
    ['src/web/server.ts', 'pg'],
    ['src/oversight/board.ts', 'src/practice/people/person.ts'],
    ['src/web/server.ts', 'src/commands/open.ts'],
    ['src/elsewhere/a.ts', 'src/kernel/step/step.ts'],
  ])('the test sees that %s must not import %s', (file, target) => {
    expect(complaint(file, target)).toContain(file);
  });

  test('are found in every form in which they are written', () => {
    const text = `import a from './a.ts';\nimport { b,\n c } from "../b.ts";\nexport * from './c.ts';\nimport './d.ts';\nawait import('pg');\n// import x from 'no'\n`;
    expect(importsOf('src/web/x.ts', text)).toEqual(['src/web/a.ts', 'src/b.ts', 'src/web/c.ts', 'src/web/d.ts', 'pg']);
  });
});
