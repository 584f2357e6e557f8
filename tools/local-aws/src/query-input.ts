import { NormalizedSchema } from '@smithy/core/schema';
import type { $SchemaRef } from '@smithy/types';

/** EC2 numbers lists as `Filter.1`, the other Query services as `Names.member.1`. */
export type QueryDialect = 'query' | 'ec2';

/** Reads the parameters of a form (`Filter.1.Name=instance-type`) by an operation's input schema. */
export function parseQueryInput(schema: $SchemaRef, form: URLSearchParams, dialect: QueryDialect): unknown {
  return parseStruct(NormalizedSchema.of(schema), form, '', dialect);
}

function parseStruct(schema: NormalizedSchema, form: URLSearchParams, prefix: string, dialect: QueryDialect) {
  const members: Record<string, unknown> = {};
  for (const [member, memberSchema] of schema.structIterator()) {
    const value = parseValue(memberSchema, form, prefix + parameterName(member, memberSchema, dialect), dialect);
    if (value !== undefined) members[member] = value;
  }
  return members;
}

function parameterName(member: string, schema: NormalizedSchema, dialect: QueryDialect): string {
  const { ec2QueryName, xmlName = member } = schema.getMergedTraits();
  if (dialect === 'query') return xmlName;
  return typeof ec2QueryName === 'string' ? ec2QueryName : xmlName.charAt(0).toUpperCase() + xmlName.slice(1);
}

function parseValue(schema: NormalizedSchema, form: URLSearchParams, name: string, dialect: QueryDialect): unknown {
  if (schema.isListSchema()) return parseList(schema, form, name, dialect);
  if (schema.isStructSchema()) {
    return hasAny(form, name) ? parseStruct(schema, form, `${name}.`, dialect) : undefined;
  }
  const text = form.get(name);
  if (text === null) return undefined;
  if (schema.isBooleanSchema()) return text === 'true';
  if (schema.isNumericSchema()) return Number(text);
  return schema.isTimestampSchema() ? new Date(text) : text;
}

function parseList(schema: NormalizedSchema, form: URLSearchParams, name: string, dialect: QueryDialect) {
  const item = schema.getValueSchema();
  const flat = dialect === 'ec2' || schema.getMergedTraits().xmlFlattened;
  const prefix = flat ? name : `${name}.${item.getMergedTraits().xmlName ?? 'member'}`;
  const items: unknown[] = [];
  while (hasAny(form, `${prefix}.${items.length + 1}`)) {
    items.push(parseValue(item, form, `${prefix}.${items.length + 1}`, dialect));
  }
  return items.length > 0 ? items : undefined;
}

const hasAny = (form: URLSearchParams, name: string): boolean =>
  [...form.keys()].some((key) => key === name || key.startsWith(`${name}.`));
