import type { FastifyInstance } from 'fastify';
import type { Role } from '../../../kernel/step/permission.ts';
import type { WebParts } from '../../parts.ts';
import { signedIn } from '../../session.ts';
import { addFilesOfKind } from '../files/kind-routes.tsx';
import { readFiles } from '../files/read-files.ts';
import { addInspectors } from './inspectors-routes.tsx';
import { lastJudged, openIn } from './standing.ts';

const readers: readonly Role[] = ['teamManager', 'headOfService', 'reviewingOfficer'];

/** The quality record of each service: how it was judged, what it must improve. And who inspects it, when. */
export function addInspections(server: FastifyInstance, parts: WebParts): void {
  addInspectors(server, parts);
  addFilesOfKind(server, parts, {
    path: '/inspections',
    kind: 'inspection',
    step: 'qualityRecord',
    asks: ['on', 'service', 'registration'],
    mayRead: readers,
    mayBegin: ['headOfService'],
    called: '',
    beside: { href: '/inspections/inspectors', text: 'Inspectors: when they are let in, and what they have opened' },
    words: {
      title: 'Inspection and improvement',
      intro:
        'Each service has its own quality record: judgements over time, and what must improve. An improvement is closed only when somebody who does not own it has judged it met, and met again after the months that were agreed.',
      none: 'No service has a quality record yet.',
      one: 'Service',
      begin: {
        heading: 'Begin the record of a service',
        title: 'What the service is called',
        hint: '“Fostering”, or the name of a home',
        button: 'Begin the record',
      },
    },
    more: async (request, files) => {
      const records = await readFiles(parts, signedIn(request).session, files);
      const historyOf = (file: string) => records.get(file)?.history ?? [];
      return [
        ['Judged last', ({ file }) => lastJudged(historyOf(file)).join('; ') || 'Not yet'],
        ['To improve', ({ file }) => String(openIn(historyOf(file)))],
      ];
    },
  });
}
