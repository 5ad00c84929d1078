import { Client, Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';

/** The client's few own tries bridge a hiccup; anything longer is the dispatcher's. */
const OWN_TRIES = 3;

/** A server that is back is found within half a second. */
const RECONNECT_MS = { first: 100, most: 500 };

const PROBE_MS = 600;

/** Temporal as the API sees it: a client that connects when it is used, and whether the server is known to be away. */
export interface Engine {
  readonly client: Client;
  readonly namespace: string;
  /** Known to be away: what is received is answered with 202 at once, without a try. */
  readonly isAway: boolean;
  /** Says that a call found nobody; ends with the first probe that is answered. */
  lost(): void;
  /** Asks whether the server is there, and remembers it; who asks meanwhile is given the same answer. */
  probe(): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens Temporal lazily: nothing is connected before the first use, and a lost connection comes back by itself. */
export function openEngine({ address, namespace }: { address: string; namespace: string }): Engine {
  const connection = Connection.lazy({
    address,
    interceptors: [makeGrpcRetryInterceptor(defaultGrpcRetryOptions({ maxAttempts: OWN_TRIES }))],
    channelArgs: {
      'grpc.initial_reconnect_backoff_ms': RECONNECT_MS.first,
      'grpc.max_reconnect_backoff_ms': RECONNECT_MS.most,
    },
  });
  let isAway = false;
  let probing: Promise<boolean> | undefined;
  const asked = async (): Promise<boolean> => {
    isAway = !(await answers(connection));
    return !isAway;
  };
  return {
    client: new Client({ connection, namespace }),
    namespace,
    get isAway() {
      return isAway;
    },
    lost: () => {
      isAway = true;
    },
    probe: () => {
      probing ??= asked().finally(() => {
        probing = undefined;
      });
      return probing;
    },
    close: () => connection.close(),
  };
}

async function answers(connection: Connection): Promise<boolean> {
  try {
    await connection.withDeadline(Date.now() + PROBE_MS, () => connection.workflowService.getSystemInfo({}));
    return true;
  } catch {
    return false;
  }
}
