import { XmlShapeSerializer } from '@aws-sdk/core/protocols';
import { JsonCodec2 } from '@smithy/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';
import type { StaticOperationSchema } from '@smithy/types';
import type { AwsError } from './aws-error.ts';
import { type QueryDialect, parseQueryInput } from './query-input.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** How the operations of a service travel. Schemas and codecs are the SDK's own, used from the other side. */
export interface Protocol {
  readonly read: (schema: StaticOperationSchema, body: string) => Promise<unknown>;
  readonly reply: (schema: StaticOperationSchema, output: object, requestId: string) => Reply;
  readonly refuse: (error: AwsError, requestId: string) => Reply;
}

// 7: seconds since 1970, 5: ISO 8601 (Smithy timestamp formats).
const epochSeconds = { useTrait: true, default: 7 } as const;
const isoTime = { useTrait: true, default: 5 } as const;

/** AWS JSON 1.0 or 1.1. */
export function awsJson(version: '1.0' | '1.1'): Protocol {
  const codec = new JsonCodec2({ jsonName: false, timestampFormat: epochSeconds });
  const headers = (requestId: string) => ({
    'content-type': `application/x-amz-json-${version}`,
    'x-amzn-requestid': requestId,
  });
  return {
    async read([, , , , input], body) {
      const value: unknown = await codec
        .createDeserializer()
        .read(NormalizedSchema.of(input), body === '' ? '{}' : body);
      return value;
    },
    reply([, , , , , output], value, requestId) {
      const schema = NormalizedSchema.of(output);
      if (schema.isUnitSchema()) return { status: 200, headers: headers(requestId), body: '' };
      const serializer = codec.createSerializer();
      serializer.write(schema, value);
      return { status: 200, headers: headers(requestId), body: serializer.flush() };
    },
    refuse: ({ code, message, status, members }, requestId) => ({
      status,
      headers: headers(requestId),
      body: JSON.stringify({ __type: code, Message: message, message, ...members }),
    }),
  };
}

/** AWS Query, with a namespace of its own per service, or EC2's dialect. */
export function awsQuery(xmlNamespace: string, dialect: QueryDialect = 'query'): Protocol {
  const headers = (requestId: string) => ({ 'content-type': 'text/xml;charset=UTF-8', 'x-amzn-requestid': requestId });
  return {
    read: ([, , , , input], body) => Promise.resolve(parseQueryInput(input, new URLSearchParams(body), dialect)),
    reply([, , name, , , output], value, requestId) {
      const serializer = new XmlShapeSerializer({
        xmlNamespace,
        serviceNamespace: '',
        timestampFormat: isoTime,
        httpBindings: false,
      });
      serializer.write(NormalizedSchema.of(output), value);
      const inner = String(serializer.flush()).replace(/^<[^>]*?(\/?)>/, '<$1>');
      const content = inner === '</>' ? '' : inner.slice(2, inner.lastIndexOf('</'));
      const result =
        dialect === 'ec2'
          ? `<requestId>${requestId}</requestId>${content}`
          : `<${name}Result>${content}</${name}Result><ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
      return {
        status: 200,
        headers: headers(requestId),
        body: `<${name}Response xmlns="${xmlNamespace}">${result}</${name}Response>`,
      };
    },
    refuse: ({ code, message, status }, requestId) => ({
      status,
      headers: headers(requestId),
      body: renderQueryError(code, message, status, requestId, dialect, xmlNamespace),
    }),
  };
}

function renderQueryError(
  code: string,
  message: string,
  status: number,
  requestId: string,
  dialect: QueryDialect,
  xmlNamespace: string,
): string {
  const what = `<Code>${code}</Code><Message>${escapeXml(message)}</Message>`;
  return dialect === 'ec2'
    ? `<Response><Errors><Error>${what}</Error></Errors><RequestID>${requestId}</RequestID></Response>`
    : `<ErrorResponse xmlns="${xmlNamespace}"><Error><Type>${status < 500 ? 'Sender' : 'Receiver'}</Type>${what}</Error>` +
        `<RequestId>${requestId}</RequestId></ErrorResponse>`;
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
