import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../../kernel/step/outcome.ts';
import type { PreparedReturn } from '../../../record/prepared-returns.ts';
import type { ComparedWith } from '../../parts.ts';
import type { Who } from '../../session.ts';

/** The prepared return that is asked for, and all of the authority. */
export type Shown = { readonly who: Who; readonly found: PreparedReturn; readonly all: readonly PreparedReturn[] };
/** Refused to whoever may not build a return; there is none of that id. */
export type Named = (request: FastifyRequest) => Promise<Shown>;
/** `other`: a file that was sent to be compared with. */
export type More = { readonly problem?: Problem; readonly other?: ComparedWith };
/** The page; with what was refused, as somebody else has left it meanwhile. */
export type Show = (request: FastifyRequest, reply: FastifyReply, shown: Shown, more?: More) => Promise<FastifyReply>;
export type OfPage = { readonly named: Named; readonly show: Show };
