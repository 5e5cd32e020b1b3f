import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { addAssets } from './assets.ts';
import { createChangeLog } from './change-log.ts';
import { addCompression } from './compression.ts';
import { createMemory, type Memory } from './memory.ts';
import { addAudits } from './pages/audits/routes.tsx';
import { addDataProtection } from './pages/data-protection/routes.tsx';
import { addAlerts } from './pages/alerts/routes.tsx';
import { addAssurance } from './pages/assurance/routes.tsx';
import { addAttachments } from './pages/attachments/routes.tsx';
import { addBoard } from './pages/board/routes.tsx';
import { addBurden } from './pages/burden/routes.tsx';
import { addCarePictures } from './pages/care-pictures/routes.tsx';
import { mostOfAFile } from './pages/check/checking.ts';
import { addCheck } from './pages/check/routes.tsx';
import { addReturns } from './pages/returns/routes.tsx';
import { addChild } from './pages/child/routes.tsx';
import { addDrafts } from './pages/drafts/routes.tsx';
import { addEmergency } from './pages/emergency/routes.tsx';
import { addExpertView } from './pages/expert-view/routes.tsx';
import { addFamily } from './pages/family/routes.tsx';
import { addErrors } from './pages/error/routes.tsx';
import { addFind } from './pages/find/routes.tsx';
import { addBeforeCourt } from './pages/before-court/routes.tsx';
import { addCare } from './pages/care/routes.tsx';
import { addEnquiry } from './pages/enquiry/routes.tsx';
import { addForms } from './pages/forms/routes.tsx';
import { addFrontDoor } from './pages/front-door/routes.tsx';
import { addMeasures } from './pages/measures/routes.tsx';
import { addImports } from './pages/imports/routes.tsx';
import { addRegisters } from './pages/files/registers.ts';
import { addFiles } from './pages/files/routes.tsx';
import { addMyDay } from './pages/my-day/routes.tsx';
import { addReviewingOfficer } from './pages/reviewing-officer/routes.tsx';
import { addSupervision } from './pages/supervision/routes.tsx';
import { addOutputs } from './pages/outputs/routes.tsx';
import { addOwnView } from './pages/own-view/routes.tsx';
import { addPassword } from './pages/password/routes.tsx';
import { addProcedures } from './pages/procedures/routes.tsx';
import { addRecordStep } from './pages/record-step/routes.tsx';
import { addPuttingRight } from './pages/correct/routes.tsx';
import { addRetention } from './pages/retention/routes.tsx';
import { addSafeguardingBoard } from './pages/safeguarding-board/routes.tsx';
import { addSubjectAccess } from './pages/subject-access/routes.tsx';
import { addRestriction } from './pages/restriction/routes.tsx';
import { addSamePerson } from './pages/same-person/routes.tsx';
import { addSignIn } from './pages/sign-in/routes.tsx';
import { addWhatIf } from './pages/what-if/routes.tsx';
import { addEvents } from './events.ts';
import { addOperations, requestId } from './operations.ts';
import type { WebParts } from './parts.ts';
import { addSessions, cookieNames } from './session.ts';

export type Route = { readonly method: string; readonly url: string };

declare module 'fastify' {
  interface FastifyInstance {
    /** Every address that is answered: what must hold of all of them is tested of all of them. */
    readonly routes: readonly Route[];
  }
}

/** The web: every page over the parts that it is given. Not yet listening. */
export async function createServer(parts: WebParts): Promise<FastifyInstance> {
  const server = Fastify({
    bodyLimit: 4 * 1024 * 1024,
    trustProxy: parts.behindProxy ?? false,
    // Those in the middle of an answer are let finish; those that only wait are closed.
    forceCloseConnections: 'idle',
    logger: false,
    genReqId: requestId,
  });
  const routes: Route[] = [];
  server.decorate('routes', routes);
  server.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) if (each !== 'HEAD') routes.push({ method: each, url });
  });
  const memory = createMemory(parts.now);
  await addProtection(server, parts.https ?? false, memory);
  addCompression(server);
  addOperations(server, parts);
  addSessions(server, parts, memory);
  addErrors(server, parts);
  await addAssets(server);
  const log = createChangeLog(parts);
  addEvents(server, parts, log);
  addSignIn(server, parts, memory);
  addCheck(server, parts);
  addBoard(server, parts, log);
  addMyDay(server, parts);
  addFrontDoor(server, parts, memory);
  addBeforeCourt(server, parts);
  addEnquiry(server, parts);
  addChild(server, parts);
  addFamily(server, parts, memory);
  addCare(server, parts);
  addRecordStep(server, parts, memory);
  addFiles(server, parts);
  addSupervision(server, parts);
  addReviewingOfficer(server, parts);
  addAudits(server, parts);
  addRegisters(server, parts);
  addSafeguardingBoard(server, parts);
  addOutputs(server, parts, memory);
  addOwnView(server, parts);
  addDrafts(server, parts);
  addAttachments(server, parts);
  addImports(server, parts, memory);
  addPassword(server, parts);
  addFind(server, parts);
  addRestriction(server, parts, memory);
  addExpertView(server, parts);
  addForms(server, parts);
  addSamePerson(server, parts);
  addPuttingRight(server, parts, memory);
  addRetention(server, parts, memory);
  addSubjectAccess(server, parts, memory);
  addAlerts(server, parts);
  addDataProtection(server, parts);
  addOversight(server, parts);
  addEmergency(server, parts);
  addProcedures(server, parts);
  return server;
}

/** What is told of the whole service. */
function addOversight(server: FastifyInstance, parts: WebParts): void {
  addCarePictures(server, parts);
  addMeasures(server, parts);
  addReturns(server, parts);
  addBurden(server, parts);
  addWhatIf(server, parts);
  addAssurance(server, parts);
}

/** Whose requests are counted together: a session's, once it has been met here; else an address's, which a whole council may share. */
function askerOf(request: FastifyRequest, https: boolean, memory: Memory): string {
  const token = request.cookies[cookieNames(https).session];
  return token !== undefined && memory.actorOf(token) !== undefined ? `session ${token}` : `address ${request.ip}`;
}

async function addProtection(server: FastifyInstance, https: boolean, memory: Memory): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  await server.register(cookie);
  await server.register(rateLimit, { max: 1200, timeWindow: '1 minute', keyGenerator: (request) => askerOf(request, https, memory) });
  await server.register(formbody, { bodyLimit: 4 * 1024 * 1024 });
  await server.register(multipart, { limits: { files: 40, fields: 5, fileSize: mostOfAFile } });
}
