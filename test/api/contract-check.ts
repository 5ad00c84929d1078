import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';

/** An answer as it came, with the address that it answers. */
export interface Told {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly mediaType: string;
  readonly body: unknown;
}

interface Document {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { responses: Record<string, { content?: object }> }>>>
  >;
}

const pointer = (...parts: readonly string[]): string =>
  parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');

/**
 * Holds answers against a running API's own OpenAPI document: throws for a status or a media type that it doesn't know, and
 * for JSON that isn't what it says, a field too many included. Addresses that it doesn't document are left alone.
 */
export async function contractOf(url: string): Promise<(told: Told) => void> {
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as Document;
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ $id: 'http://rnd/openapi', ...document });
  const known = Object.keys(document.paths).map((template) => ({
    template,
    pattern: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  }));
  const compiled = new Map<string, ValidateFunction>();
  const schemaAt = (place: string): ValidateFunction => {
    const validate = compiled.get(place) ?? ajv.compile({ $ref: `http://rnd/openapi#/${place}` });
    compiled.set(place, validate);
    return validate;
  };
  return ({ method, path, status, mediaType, body }) => {
    const template = known.find(({ pattern }) => pattern.test(path))?.template;
    const operation = template && document.paths[template]?.[method.toLowerCase()];
    if (!template || !operation) return;
    const name = `${method} ${template} ${status} ${mediaType}`;
    const key = [String(status), `${String(status)[0]}XX`].find((each) => each in operation.responses);
    const content = key === undefined ? undefined : operation.responses[key]?.content;
    // What was removed is answered with nothing.
    if (key === '204') return;
    if (key === undefined || !content) throw new Error(`${name} is not documented`);
    if (!mediaType.includes('json')) return;
    if (!(mediaType in content))
      throw new Error(`${name}: only ${Object.keys(content).join(', ')} is documented`);
    const place = ['paths', template, method.toLowerCase(), 'responses', key, 'content', mediaType, 'schema'];
    const validate = schemaAt(pointer(...place));
    if (!validate(body)) throw new Error(`${name} is not what it says: ${ajv.errorsText(validate.errors)}`);
  };
}
