import type { FastifyInstance } from 'fastify';
import { workforceCensus } from '../../../oversight/workforce/census.ts';
import { allCompared, lastPublishedDay, ownFractions } from '../../../oversight/workforce/comparison.ts';
import { workforceMay } from '../../../oversight/workforce/who-may.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, sendPage } from '../../request.ts';
import { mustHold, signedIn } from '../../session.ts';
import { ComparedPage } from './compared-page.tsx';
import { censusKnown } from './model.ts';

/** Here beside others, on the last 30 September that the Department has published. */
export function addCompared(server: FastifyInstance, parts: WebParts): void {
  server.get('/workforce/compared', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, workforceMay);
    const [workforce, population] = await Promise.all([
      parts.measures.published(who.session, 'workforce'),
      parts.measures.published(who.session, 'population'),
    ]);
    const figures = { workforce: workforce?.figures ?? [], population: population?.figures ?? [] };
    const on = lastPublishedDay(figures.workforce);
    const frame = frameOf(request, parts);
    if (on === undefined) return sendPage(reply, <ComparedPage {...{ frame, workforce, population, on, compared: [] }} />);
    const { staff, posts, carried, standard } = await censusKnown(parts, who.session, on);
    const census = workforceCensus(on, { staff, register: posts, carried, standard, numbers: new Map() });
    const own = census.workers.some(({ onTheDay }) => onTheDay !== undefined) ? ownFractions(census) : new Map();
    const compared = allCompared(figures, own, who.authorityName ?? parts.authorityName);
    return sendPage(reply, <ComparedPage {...{ frame, workforce, population, on, compared }} />);
  });
}
