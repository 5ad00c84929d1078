import { answerWords, operations } from '../contract/http/operations.js';

interface Answer {
  readonly description?: string;
}

interface Operation {
  readonly responses?: Readonly<Record<string, Answer>>;
}

type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

/** What the generator writes where a schema has no description of its own. */
const UNTOLD = 'Default Response';

/** OpenAPI's paths with every operation's name and words, and every answer's meaning; one without words is a defect, and throws. */
export function toldOperations(paths: Paths): Record<string, Record<string, object>> {
  return mapped(paths, (methods, path) =>
    mapped(methods, (operation, method) => {
      const words = operations[`${method.toUpperCase()} ${path}`];
      if (!words) throw new Error(`${method} ${path} has no words`);
      const responses = mapped(operation.responses ?? {}, (answer, status) =>
        answer.description === UNTOLD ? { ...answer, description: answerWords[status] ?? UNTOLD } : answer,
      );
      return { operationId: words.id, summary: `${words.ko} / ${words.en}`, ...operation, responses };
    }),
  );
}

function mapped<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From, name: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));
}
