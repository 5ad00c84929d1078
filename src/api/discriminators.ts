type Schemas = Readonly<Record<string, unknown>>;
type Shape = { readonly properties?: Readonly<Record<string, { readonly const?: unknown }>> };

const REFERENCE = /^#\/components\/schemas\/(.+)$/;

/**
 * OpenAPI schemas with a `discriminator` on every union of named shapes that one field tells apart by its constant;
 * zod writes the union and leaves the discriminator out.
 */
export function withDiscriminators(schemas: Schemas): Record<string, unknown> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, told(schema, schemas)]));
}

function told(schema: unknown, schemas: Schemas): unknown {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map((each: unknown) => told(each, schemas));
  const inside = Object.fromEntries(
    Object.entries(schema).map(([name, each]) => [name, told(each, schemas)]),
  );
  const discriminator = Array.isArray(inside['oneOf']) ? tellingField(inside['oneOf'], schemas) : undefined;
  return discriminator ? { ...inside, discriminator } : inside;
}

function tellingField(options: readonly unknown[], schemas: Schemas) {
  const references = options.map((option) => (option as { readonly $ref?: string }).$ref ?? '');
  const shapes = references.map((reference) => schemas[REFERENCE.exec(reference)?.[1] ?? ''] as Shape);
  for (const propertyName of Object.keys(shapes[0]?.properties ?? {})) {
    const constants = shapes.map((shape) => shape?.properties?.[propertyName]?.const);
    const areTold = constants.every((constant) => typeof constant === 'string');
    if (!areTold || new Set(constants).size < constants.length) continue;
    const mapping = Object.fromEntries(constants.map((constant, n) => [constant, references[n]]));
    return { propertyName, mapping };
  }
  return undefined;
}
