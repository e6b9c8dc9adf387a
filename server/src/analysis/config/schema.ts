import * as z from 'zod/mini';
import { PROFILES } from '../../core/rule.ts';
import { SEVERITIES } from '../../core/severity.ts';
import { INLINE_IGNORES } from '../types.ts';

const level = z.enum([...SEVERITIES, 'off']);
const ruleConfig = z.union([
  level,
  z.strictObject({ severity: z.optional(level), options: z.optional(z.record(z.string(), z.unknown())) }),
]);
const rules = z.record(z.string(), ruleConfig);
/** `1.34` is a number to YAML and a version to people: both spellings are read. */
const version = z.string().check(z.regex(/^v?\d+\.\d+(?:\.\d+)?$/));

/** The shape of a `.seaworthy.yaml`: the one description that the reader, the JSON schema and the documentation use. */
export const configSchema = z.strictObject({
  $schema: z.optional(z.string()),
  profile: z.optional(z.enum(PROFILES)),
  rules: z.optional(rules),
  allowInlineIgnore: z.optional(z.enum(INLINE_IGNORES)),
  baseline: z.optional(z.string()),
  exclude: z.optional(z.array(z.string())),
  overrides: z.optional(z.array(z.strictObject({ files: z.array(z.string()), rules }))),
  kubernetes: z.optional(z.strictObject({ version: z.optional(version) })),
});

export type ConfigShape = z.infer<typeof configSchema>;
