import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Explained, Problem } from '../contract/http/problem.js';
import { entryOf, explain } from '../contract/refusals.js';
import type { KeptRefusal } from './refused.js';

/** The languages in which a refusal is told. */
export type Language = 'ko' | 'en';

/** The language asked for; Korean where nothing we speak is asked for. */
export function languageOf(header: string | undefined): Language {
  const wishes = (header ?? '').split(',').map((wish) => {
    const [tag = '', ...params] = wish.trim().split(';');
    const quality = params.map((param) => /^\s*q=([\d.]+)/.exec(param)?.[1]).find(Boolean);
    return { tag: tag.toLowerCase().split('-')[0], quality: Number(quality ?? 1) };
  });
  const spoken = wishes.filter(({ tag, quality }) => (tag === 'ko' || tag === 'en') && quality > 0);
  const best = spoken.sort((a, b) => b.quality - a.quality)[0];
  return best?.tag === 'en' ? 'en' : 'ko';
}

/** A refusal in a person's words, with every guard that said no, who can clear it and what to do next. */
export function explained(refusal: Omit<KeptRefusal, 'errors'>, language: Language): Explained {
  const { code, status, title: titles, blockedBy } = explain(refusal);
  const blocks = blockedBy.map((block) => ({ ...block, clearedBy: [...block.clearedBy] }));
  const detail = entryOf(code).next[language];
  return { code, status, title: titles[language], detail, titles, blockedBy: blocks };
}

/** The whole answer to a refused request. */
export function problemOf(request: FastifyRequest, kept: KeptRefusal, commandId?: string): Problem {
  return {
    type: `urn:rnd-tracks:refusal:${kept.code}`,
    ...explained(kept, languageOf(request.headers['accept-language'])),
    errors: [...kept.errors],
    requestId: request.id,
    ...(commandId === undefined ? {} : { command: commandId }),
  };
}

/** Answers with a refusal, by the catalogue's status. */
export function sendProblem(reply: FastifyReply, kept: KeptRefusal, commandId?: string): FastifyReply {
  const problem = problemOf(reply.request, kept, commandId);
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  return reply.code(problem.status).type('application/problem+json').send(problem);
}
