import { addressesOf } from '../connection.js';
import type { CallerOptions, Context } from '../context.js';
import { usage } from '../failure.js';
import { signIn } from '../sign-in.js';
import { koreanTime } from '../text.js';

/** `rnd token --as <role or person>`: a token of the development sign-in on stdout, and whose it is on stderr. */
export async function token({ terminal, env }: Context, options: CallerOptions): Promise<void> {
  const { as } = options;
  if (!as)
    throw usage({
      ko: '역할이나 사람을 지정하십시오: --as officer',
      en: 'Name a role or a person: --as officer',
    });
  const signedIn = await signIn(await addressesOf(options, env), as);
  const { id, role, org } = signedIn.person;
  if (!terminal.isJson) terminal.note(`${id} · ${role} · ${org} · ${koreanTime(signedIn.expiresAt)}`);
  terminal.answer(signedIn, (value) => value.token);
}
