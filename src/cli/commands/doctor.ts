import { describeFinding, doctor as look, isFit } from '../../server/doctor.js';
import type { Context } from '../context.js';
import { EXIT, Failure } from '../failure.js';

/** `rnd doctor`: what this machine has and lacks; exit 1 where the service could not run. */
export async function doctor({ terminal, env }: Context): Promise<void> {
  const findings = await look(env);
  terminal.answer(findings, (all) => all.map((one) => describeFinding(one, terminal.language)).join('\n'));
  if (isFit(findings)) return;
  throw new Failure(EXIT.failed, {
    ko: '서비스 실행에 필요한 것이 빠져 있습니다.',
    en: 'Something that the service needs is missing.',
  });
}
