import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { calendarFeedSchema, calendarFeedsSchema, feedAddressSchema } from '../../contract/http/clocks.js';
import type { CalendarFeedBody } from '../../contract/http/clocks.js';
import type { Actor, Role } from '../../charts/kernel/types.js';
import { closeFeed, feedsOf, makeFeed, openFeed } from '../../ledger/registers/calendar-feeds.js';
import type { CalendarFeed } from '../../ledger/registers/calendar-feeds.js';
import { isRoleRevoked } from '../../ledger/registers/revocations.js';
import { calendarOf } from '../calendar.js';
import { entriesFor } from '../calendar-entries.js';
import type { Api, Shared } from '../deps.js';
import { keyedId } from '../keyed.js';
import { inOwnName } from '../own-name.js';
import { Refused, atTheDoor } from '../refused.js';
import { signedIn } from '../sign-in.js';
import { idempotencyHeader } from './actions.js';
import { problems } from './problems.js';

const FEEDS = '/v1/calendar-feeds';

/** As many bytes as nobody guesses. */
const SECRET_BYTES = 32;

/** Calendars of what is a person's to do: made and closed by the person, and read by whoever knows the secret address. */
export function calendarFeedRoutes(api: Api, shared: Shared): void {
  own(api, shared);
  read(api, shared);
}

function own(api: Api, { ledger }: Shared): void {
  api.post(
    FEEDS,
    {
      schema: {
        ...{ tags: ['clocks'], headers: idempotencyHeader },
        response: { 201: calendarFeedSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { person, role, org } = inOwnName(request);
      const id = keyedId(request);
      // Made before: its address was told then, and is known to nobody here.
      const before = (await feedsOf(ledger, person)).find((feed) => feed.id === id);
      if (before) return reply.code(201).send(bodyOf(before, null));
      const secret = randomBytes(SECRET_BYTES).toString('base64url');
      await makeFeed(ledger, { id, person, role, org, tokenSha256: hashOf(secret) });
      const made = (await feedsOf(ledger, person)).find((feed) => feed.id === id);
      if (!made) throw new Error(`the calendar ${id} was made and is not there`);
      return reply.code(201).send(bodyOf(made, `${FEEDS}/${secret}.ics`));
    },
  );
  api.get(
    FEEDS,
    { schema: { tags: ['clocks'], response: { 200: calendarFeedsSchema, ...problems } } },
    async (request) => {
      const feeds = await feedsOf(ledger, signedIn(request).person);
      return { items: feeds.map((feed) => bodyOf(feed, null)) };
    },
  );
  api.delete(
    `${FEEDS}/:feed`,
    {
      schema: { tags: ['clocks'], params: feedAddressSchema, response: { 204: z.null(), ...problems } },
    },
    async (request, reply) => {
      const closed = await closeFeed(ledger, request.params.feed, signedIn(request).person);
      if (!closed) throw new Refused(atTheDoor('notFound'));
      return reply.code(204).send(null);
    },
  );
}

function read(api: Api, shared: Shared): void {
  api.get(
    `${FEEDS}/:feed`,
    {
      config: { isOpen: true },
      schema: {
        ...{ tags: ['clocks'], security: [], params: feedAddressSchema },
        response: {
          200: {
            description: '일정표 / A calendar (RFC 5545)',
            content: { 'text/calendar': { schema: z.string() } },
          },
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const [, secret] = /^(.+)\.ics$/.exec(request.params.feed) ?? [];
      const feed = secret === undefined ? undefined : await openFeed(shared.ledger, hashOf(secret));
      // Whose role was taken away has nothing to do in it any more.
      if (!feed || (await isRoleRevoked(shared.ledger, feed))) throw new Refused(atTheDoor('notFound'));
      const entries = await entriesFor(shared, actorOf(feed));
      return reply
        .type('text/calendar; charset=utf-8')
        .header('cache-control', 'private, no-store')
        .send(calendarOf(entries) as never);
    },
  );
}

function actorOf({ person, role, org }: CalendarFeed): Actor {
  return { person, role: role as Role, org };
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function bodyOf({ id, role, org, madeAt, revokedAt }: CalendarFeed, href: string | null): CalendarFeedBody {
  return { id, href, role, org, madeAt, revokedAt };
}
