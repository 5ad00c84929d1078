import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { FastifyRouteSchemaDef } from 'fastify/types/schema.js';
import { validatorCompiler } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Api } from './deps.js';
import { Refused, atTheDoor, fieldErrors } from './refused.js';
import type { KeptRefusal } from './refused.js';
import { isStorable } from './text.js';

/** A request body may hold this many bytes; an Update's argument over 2 MiB would end its workflow. */
export const BODY_LIMIT = 256 * 1024;

declare module 'fastify' {
  interface FastifyRequest {
    /** SHA-256 (hex) of the address and the JSON body as it came; empty where none came. */
    bodySha256: string;
    /** The body is no JSON at all, or has text in it that can't be stored. */
    isUnreadable: boolean;
  }
}

/**
 * Reads JSON bodies so that the routes that record can record a body that isn't one: it is then `null` and the request
 * `isUnreadable`. The hash is over the address too: the same key at another address is another wish.
 */
export function readJson(api: Api): void {
  api.decorateRequest('bodySha256', '');
  api.decorateRequest('isUnreadable', false);
  const parse = api.getDefaultJsonParser('error', 'error');
  api.removeContentTypeParser('application/json');
  api.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
    (request, body, done) => {
      request.bodySha256 = hashOf(request.url, body);
      void parse(request, body.toString('utf8'), (error, value: unknown) => {
        // Only an escape can bring what JSON's text itself can't hold.
        request.isUnreadable = error !== null || (body.includes('\\u') && !isStorable(value));
        done(null, request.isUnreadable ? null : value);
      });
    },
  );
}

/** SHA-256 (hex) by which a repeated request is known: of its address and body, of the address alone where there is no body. */
export function fingerprintOf({ bodySha256, url }: FastifyRequest): string {
  return bodySha256 || hashOf(url, '');
}

function hashOf(url: string, body: Buffer | string): string {
  return createHash('sha256').update(url).update('\n').update(body).digest('hex');
}

/** For routes that record what they refuse: the body is shown in OpenAPI and parsed by the route itself. */
export function bodyLeftToRoute<Schema>(route: FastifyRouteSchemaDef<Schema>): FastifyValidator {
  if (route.httpPart === 'body') return (value: unknown) => ({ value });
  return validatorCompiler(route as FastifyRouteSchemaDef<z.ZodType>) as FastifyValidator;
}

type FastifyValidator = (value: unknown) => { readonly value: unknown } | { readonly error: Error };

/** A body read by its schema, or the refusal that names each field. */
export function parsed<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): { readonly value: z.output<Schema> } | { readonly kept: KeptRefusal } {
  const result = schema.safeParse(body);
  if (result.success) return { value: result.data };
  return { kept: atTheDoor('malformedBody', {}, fieldErrors(result.error.issues)) };
}

/** The caller's Idempotency-Key: 1 to 200 visible characters. Throws Refused (`keyMissing`). */
export function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Refused(atTheDoor('keyMissing'));
  return key;
}
