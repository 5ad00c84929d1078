import type { Bilingual } from '../charts/kernel/types.js';

/** What a command ends with: 0 done, 1 a check failed or the service refused, 2 used wrongly, 3 not reachable. */
export const EXIT = { ok: 0, failed: 1, usage: 2, unreachable: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A failure that its reader can do something about: said in their language, without a stack. `facts` is what --json prints. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly exitCode: ExitCode,
    readonly words: Bilingual,
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(words.en);
  }
}

/** A command line that can't be followed. */
export function usage(words: Bilingual): Failure {
  return new Failure(EXIT.usage, words, { code: 'usage' });
}

/** The service, or the sign-in, isn't there. */
export function unreachable(url: string): Failure {
  return new Failure(
    EXIT.unreachable,
    {
      ko: `${url} 에 연결할 수 없습니다. npm start 로 서비스를 시작하거나 --api, --issuer 로 주소를 지정하십시오.`,
      en: `Nothing answers at ${url}. Run npm start, or name another address with --api or --issuer.`,
    },
    { code: 'unreachable', url },
  );
}
