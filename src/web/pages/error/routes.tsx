import type { FastifyError, FastifyInstance } from 'fastify';
import { Layout, type Frame } from '../../components/layout.tsx';
import { routeOf } from '../../operations.ts';
import { frameOf, sendPage } from '../../request.ts';
import { RecordClosed } from '../../../record/contract.ts';
import type { WebParts } from '../../parts.ts';
import { Elsewhere, Refusal } from '../../session.ts';

const titles: Readonly<Record<number, string>> = {
  400: 'That could not be understood',
  403: 'You cannot see this page',
  404: 'Page not found',
  413: 'That was too large',
  429: 'Too many requests',
  500: 'Sorry, something went wrong',
};

const sentences: Readonly<Record<number, string>> = {
  404: 'Check the address, or start from the board.',
  413: 'Nothing was saved. Send a smaller file.',
  429: 'Wait a minute, then try again.',
  500: 'Nothing was saved. Try again; if it goes on, tell your administrator this reference:',
};

/** Error pages in plain English: never a stack, never an internal message. */
export function addErrors(server: FastifyInstance, parts: WebParts): void {
  server.setNotFoundHandler((request, reply) => sendPage(reply, <ErrorPage frame={frameOf(request, parts)} status={404} />, 404));
  server.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof Elsewhere) return reply.redirect(error.to, 303);
    if (error instanceof RecordClosed)
      return sendPage(reply, <ErrorPage frame={frameOf(request, parts)} status={403} message={error.message} />, 403);
    reply.header('cache-control', 'no-store');
    const status = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : 500;
    if (status === 500) parts.operations?.failed(error, { id: request.id, route: routeOf(request) });
    return sendPage(reply, <ErrorPage frame={frameOf(request, parts)} status={status} {...wordsFor(error, status, request.id)} />, status);
  });
}

function wordsFor(error: unknown, status: number, id: string): { readonly message?: string } {
  if (error instanceof Refusal) return { message: error.message };
  return status === 500 ? { message: `${sentences[500]} ${id}` } : {};
}

function ErrorPage({ frame, status, message }: { readonly frame: Frame; readonly status: number; readonly message?: string }) {
  const title = titles[status] ?? titles[400] ?? '';
  return (
    <Layout frame={frame} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{message ?? sentences[status] ?? sentences[404]}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          {frame.viewer === undefined ? 'Sign in' : 'Go to the board'}
        </a>
      </p>
    </Layout>
  );
}
