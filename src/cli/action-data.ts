import { readFile } from 'node:fs/promises';
import { usage } from './failure.js';

/** The data of an action as a JSON object. */
export type ActionData = Readonly<Record<string, unknown>>;

/**
 * The data of an action from the command line: --data as JSON or @file, then `key=text` and `key:=json` over it.
 * Text stays text, so that an amount keeps every digit; a number or a list is written with `:=`.
 */
export async function actionData(pairs: readonly string[], data: string | undefined): Promise<ActionData> {
  const base = data === undefined ? {} : objectIn(await textOf(data));
  return Object.assign({}, base, ...pairs.map(pairOf)) as ActionData;
}

async function textOf(data: string): Promise<string> {
  if (!data.startsWith('@')) return data;
  return readFile(data.slice(1), 'utf8').catch((error: unknown) => {
    throw usage({
      ko: `파일을 읽을 수 없습니다: ${String(error)}`,
      en: `The file can't be read: ${String(error)}`,
    });
  });
}

/** A JSON object from text. Throws a usage failure for anything else. */
export function objectIn(text: string): ActionData {
  const value = jsonIn(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as ActionData;
  throw usage({ ko: 'JSON 객체 {…} 가 필요합니다.', en: 'A JSON object {…} is needed.' });
}

function pairOf(pair: string): ActionData {
  const [, key, operator, text] = /^([A-Za-z][A-Za-z0-9]*)(:?=)([\s\S]*)$/.exec(pair) ?? [];
  if (!key || text === undefined) {
    throw usage({
      ko: `key=값 또는 key:=JSON 형식이 아닙니다: ${pair}`,
      en: `${pair} is neither key=text nor key:=json`,
    });
  }
  return { [key]: operator === ':=' ? jsonIn(text) : text };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw usage({
      ko: `JSON이 아닙니다: ${text} (${String(error)})`,
      en: `This is no JSON: ${text} (${String(error)})`,
    });
  }
}
