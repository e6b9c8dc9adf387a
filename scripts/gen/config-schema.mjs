// docs/config.schema.json: the schema of `.seaworthy.yaml` for editors, with every rule's id and title.
import * as z from 'zod/mini';

/** The schema as JSON text. */
export function configSchemaJson(configSchema, rules) {
  const schema = z.toJSONSchema(configSchema, { target: 'draft-7' });
  const ruleSchema = schema.properties.rules;
  const value = ruleSchema.additionalProperties;
  const properties = Object.fromEntries(
    rules.map((rule) => [rule.id, { description: `${rule.title} (${rule.severity})`, allOf: [{ $ref: '#/definitions/rule' }] }]),
  );
  const said = 'Severity or options per rule; globs such as "compose/*" work too.';
  const reference = { $ref: '#/definitions/rule' };
  schema.definitions = { rule: value, rules: { ...ruleSchema, description: said, properties, additionalProperties: reference } };
  schema.properties.rules = { $ref: '#/definitions/rules' };
  schema.properties.overrides.items.properties.rules = { $ref: '#/definitions/rules' };
  return `${JSON.stringify({ $id: 'seaworthy-config', title: 'Seaworthy configuration', ...schema }, null, 2)}\n`;
}
