import { once } from 'node:events';
import pg from 'pg';

/** The two messages of PostgreSQL's COPY that the driver leaves to others; the rest of a query is the driver's own. */
type Wire = pg.Connection & { sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void; sendCopyFail(words: string): void };

type Hooks = {
  handleCopyData(message: { readonly chunk: Buffer }, connection: Wire): void;
  handleCopyInResponse(connection: Wire): void;
};

/** A statement of the driver, with its copying taken over. @returns when it has ended */
function submit(client: pg.Client, statement: string, hooks: Partial<Hooks>): Promise<void> {
  return new Promise((done, fail) => {
    const query = new pg.Query(statement, (error: Error | undefined) => (error ? fail(error) : done()));
    client.query(Object.assign(query, hooks));
  });
}

/** The rows of `COPY … TO STDOUT`, as the server sends them, no faster than they are taken. */
export async function* copyOut(client: pg.Client, statement: string): AsyncGenerator<Buffer> {
  const waiting: Buffer[] = [];
  const state: { wake: () => void; isOver: boolean; error: unknown; wire: Wire | undefined } = {
    wake: () => {},
    isOver: false,
    error: undefined,
    wire: undefined,
  };
  const ended = submit(client, statement, {
    handleCopyData({ chunk }, connection) {
      waiting.push(Buffer.from(chunk));
      state.wire = connection;
      if (waiting.length >= 500) connection.stream.pause();
      state.wake();
    },
  })
    .catch((error: unknown) => (state.error = error))
    .finally(() => {
      state.isOver = true;
      state.wake();
    });
  while (!state.isOver || waiting.length > 0) {
    const some = waiting.splice(0);
    if (some.length > 0) yield Buffer.concat(some);
    else {
      const woken = new Promise<void>((wake) => (state.wake = wake));
      state.wire?.stream.resume();
      if (!state.isOver && waiting.length === 0) await woken;
    }
  }
  await ended;
  state.wire?.stream.resume(); // a statement may end in the very bytes that filled the queue: the next one would wait for ever
  if (state.error !== undefined) throw state.error;
}

async function send(connection: Wire, rows: AsyncIterable<Buffer>): Promise<void> {
  try {
    for await (const chunk of rows) {
      connection.sendCopyFromChunk(chunk);
      if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
    }
    connection.endCopyFrom();
  } catch (error) {
    connection.sendCopyFail('the rows ended too early');
    throw error;
  }
}

/** Hands rows to `COPY … FROM STDIN`. What `rows` throws ends the statement, and is thrown on. */
export async function copyIn(client: pg.Client, statement: string, rows: AsyncIterable<Buffer>): Promise<void> {
  let sending: Promise<unknown> = Promise.resolve();
  const ended = submit(client, statement, {
    handleCopyInResponse(connection) {
      sending = send(connection, rows).then(
        () => undefined,
        (error: unknown) => error,
      );
    },
  });
  const failed = await ended.then(
    () => undefined,
    (error: unknown) => error,
  );
  const cause = await sending;
  if (cause !== undefined) throw cause;
  if (failed !== undefined) throw failed;
}
