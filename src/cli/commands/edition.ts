import { readFile } from 'node:fs/promises';
import { checkEdition, editionHash, editionIds, editionJson } from '../../program/load.js';
import type { Context } from '../context.js';
import { EXIT, Failure, usage } from '../failure.js';

/** What a check of one edition found; `place` is its file or id, `assumed` how many of its values nobody has confirmed. */
interface Checked {
  readonly place: string;
  readonly ok: boolean;
  readonly id: string | null;
  readonly hash: string | null;
  readonly assumed: readonly string[];
  readonly errors: readonly { readonly path: string; readonly message: string }[];
}

/** `rnd edition check [file]`: each error with its field, and the assumed values; every edition on board without a file. */
export async function editionCheck({ terminal }: Context, file: string | undefined): Promise<void> {
  const checked = file
    ? [checkedOf(file, await jsonIn(file))]
    : editionIds().map((id) => checkedOf(id, editionJson(id)));
  terminal.answer(checked, (all) => all.map((one) => described(one, terminal.language)).join('\n'));
  if (checked.every(({ ok }) => ok)) return;
  throw new Failure(EXIT.failed, { ko: '고쳐야 할 항목이 있습니다.', en: 'There are values to mend.' });
}

async function jsonIn(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw usage({
      ko: `파일을 읽을 수 없습니다: ${String(error)}`,
      en: `The file can't be read: ${String(error)}`,
    });
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure(EXIT.failed, {
      ko: `${file}: JSON이 아닙니다. ${String(error)}`,
      en: `${file} is not JSON: ${String(error)}`,
    });
  }
}

function checkedOf(place: string, json: unknown): Checked {
  const check = checkEdition(structuredClone(json));
  if (!check.ok) return { place, ok: false, id: null, hash: null, assumed: [], errors: check.errors };
  const { edition } = check;
  return {
    place,
    ok: true,
    id: edition.id,
    hash: editionHash(edition),
    assumed: edition.sources.assumed,
    errors: [],
  };
}

function described({ place, ok, hash, assumed, errors }: Checked, language: 'ko' | 'en'): string {
  if (!ok) {
    const head = { ko: `✗ ${place}: 오류 ${errors.length}건`, en: `✗ ${place}: ${errors.length} errors` }[
      language
    ];
    return [head, ...errors.map(({ message }) => `    ${message}`)].join('\n');
  }
  const count = assumed.length;
  return {
    ko: `✓ ${place}: 오류 없음 · 잠정값 ${count}건 · SHA-256 ${hash}`,
    en: `✓ ${place}: no errors · ${count} assumed values · SHA-256 ${hash}`,
  }[language];
}
