import { expect } from 'vitest';
import * as the from './a-case.js';
import type { Answer, Service } from './service.js';

/**
 * How a suite says that a request is refused: with its code and status in the catalogue's words, nothing of the case at
 * `href` changed, and the refusal recorded in the inbox under its sender.
 */
export function refusing(at: () => { readonly service: Service; readonly href: string }) {
  return async (code: string, status: number, as: string, send: () => Promise<Answer>): Promise<Answer> => {
    const { service, href } = at();
    const before = await service.get(href, { as: the.OFFICER });
    const answer = await send();
    expect({ code: answer.body.code, status: answer.status }).toEqual({ code, status });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer.body.titles.ko).not.toBe('');
    expect(answer.body.titles.en).not.toBe('');
    expect((await service.get(href, { as: the.OFFICER })).body).toEqual(before.body);
    const recorded = await service.get(`/v1/commands/${answer.body.command}`, { as });
    expect(recorded.body).toMatchObject({ state: 'refused', refusal: { code }, by: { person: as } });
    return answer;
  };
}
