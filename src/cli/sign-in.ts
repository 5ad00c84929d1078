import type { Addresses, ConnectionOptions } from './connection.js';
import { addressesOf } from './connection.js';
import { EXIT, Failure, usage } from './failure.js';
import { Client, Refused } from './http.js';
import type { Language } from './terminal.js';

/** Somebody of the development sign-in with their token; `expiresAt` is an ISO instant. */
export interface SignedIn {
  readonly token: string;
  readonly expiresAt: string;
  readonly person: {
    readonly id: string;
    readonly role: string;
    readonly org: string;
    readonly name: string;
  };
}

/** Gets a token of the development sign-in for a role or a person's id. */
export async function signIn({ issuer }: Pick<Addresses, 'issuer'>, as: string): Promise<SignedIn> {
  try {
    return (await new Client(issuer, undefined).post<SignedIn>('/token', { json: { as } })).body;
  } catch (error) {
    if (!(error instanceof Refused) || error.problem.status !== 404) throw error;
    throw new Failure(
      EXIT.usage,
      {
        ko: `개발용 로그인에 ${as} 이(가) 없습니다. ${issuer}/people 에서 전체 목록을 볼 수 있습니다.`,
        en: `The development sign-in knows no ${as}; ${issuer}/people lists everybody.`,
      },
      { code: 'unknownPerson', as },
    );
  }
}

/** The service as the caller of this command line: --token, else --as, else RND_TOKEN. Throws where none says who it is. */
export async function clientFor(
  options: ConnectionOptions,
  env: NodeJS.ProcessEnv,
  language: Language,
): Promise<Client> {
  const addresses = await addressesOf(options, env);
  const token = await tokenFor(options, env, addresses);
  return new Client(addresses.api, token, language, options.onBehalfOf);
}

async function tokenFor(
  options: ConnectionOptions,
  env: NodeJS.ProcessEnv,
  addresses: Addresses,
): Promise<string> {
  if (options.token) return options.token;
  if (options.as) return (await signIn(addresses, options.as)).token;
  if (env['RND_TOKEN']) return env['RND_TOKEN'];
  throw usage({
    ko: '누구로 실행할지 알려 주십시오: --as officer (개발용 로그인), --token 또는 RND_TOKEN',
    en: 'Say who you are: --as officer (development sign-in), --token, or RND_TOKEN',
  });
}
