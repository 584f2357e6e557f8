import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { authorize } from './authorize.ts';
import { AwsError } from './aws-error.ts';
import type { CallLog } from './calls.ts';
import type { Clock } from './clock.ts';
import { type Destination, findDestination, readSignature } from './dispatch.ts';
import type { Fault, Faults } from './faults.ts';
import { awsServices } from './aws-services.ts';
import type { Call, Operation, ServerOptions } from './operation.ts';
import { type Reply, awsJson } from './protocols.ts';
import type { Rates } from './rates.ts';
import { isRegionOn } from './regions-on.ts';
import { type Service, jsonCodes } from './service.ts';
import type { Sessions } from './sessions.ts';
import type { World } from './world.ts';

/** Everything that a call may touch. */
export interface Machine {
  readonly world: World;
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly calls: CallLog;
  readonly faults: Faults;
  readonly rates: Rates;
  readonly options: ServerOptions;
}

/** What happens to a request: an answer, or none. */
export type Happening = Reply | 'drop' | 'hang';

/** Answers one request as AWS would, and records it. */
export async function answer(machine: Machine, headers: IncomingHttpHeaders, body: string): Promise<Happening> {
  const { calls, sessions, faults, clock } = machine;
  const requestId = crypto.randomUUID();
  const destination = findDestination(awsServices, headers, body);
  const signature = readSignature(headers);
  const session = signature && sessions.find(signature.accessKeyId);
  const name = `${destination?.service.name ?? 'unknown'}:${destination?.operationName ?? ''}`;
  const record = calls.add({
    operation: name,
    accountId: session?.caller.accountId,
    region: signature?.region ?? '',
    time: new Date(clock.now()).toISOString(),
    outcome: 'ok',
  });
  const fault = faults.next(name, record.accountId);
  if (fault?.kind === 'drop' || fault?.kind === 'hang') {
    record.outcome = fault.kind;
    return fault.kind;
  }
  if (fault?.kind === 'delay') await setTimeout(fault.milliseconds ?? 1000);
  const protocol = destination?.service.protocol ?? awsJson('1.1');
  try {
    if (!destination) throw unknownService(headers, body);
    const { service } = destination;
    if (fault) checkFault(service, fault);
    const caller = getCaller(service, session, clock.now(), signature !== undefined);
    if (!isRegionOn(record.region, { world: machine.world, caller })) throw new AwsError(...service.codes.unknownKey);
    const call: Call = { ...machine, caller, region: record.region, bill: () => calls.bill() };
    const reply = await carryOut(machine, destination, call, body, requestId);
    if (fault?.kind !== 'drop-after') return reply;
    record.outcome = 'drop-after';
    return 'drop';
  } catch (error) {
    const refusal = error instanceof AwsError ? error : new AwsError('InternalFailure', String(error), 500);
    record.outcome = refusal.code;
    return protocol.refuse(refusal, requestId);
  }
}

async function carryOut(
  { rates }: Machine,
  { service, operation, operationName }: Destination,
  call: Call,
  body: string,
  requestId: string,
): Promise<Reply> {
  if (!operation) {
    const [code, status] = service.codes.unknownOperation;
    throw new AwsError(code, `local-aws does not implement ${service.name}:${operationName}`, status);
  }
  if (!rates.take(`${service.name}:${operationName}`, call.caller.accountId, call.region)) {
    throw new AwsError(...service.codes.throttled);
  }
  const input = await readInput(service, operation, body);
  authorize(service, operation, input, call);
  return service.protocol.reply(operation.schema, operation.answer(input, call), requestId);
}

async function readInput({ protocol }: Service, { schema }: Operation, body: string): Promise<unknown> {
  try {
    return await protocol.read(schema, body);
  } catch (error) {
    throw new AwsError('SerializationException', `the input cannot be read: ${String(error)}`);
  }
}

function getCaller({ codes }: Service, session: ReturnType<Sessions['find']>, now: number, isSigned: boolean) {
  if (!isSigned) {
    const [code, , status] = codes.unknownKey;
    throw new AwsError(code, 'The request must contain a signature that names an access key.', status);
  }
  if (!session) throw new AwsError(...codes.unknownKey);
  if (now >= session.expires) throw new AwsError(...codes.expired);
  return session.caller;
}

/** Refusals that somebody asked for. */
function checkFault({ codes }: Service, { kind, code = 'InternalFailure', status }: Fault): void {
  if (kind === 'throttle') throw new AwsError(...codes.throttled);
  if (kind === 'unavailable') throw new AwsError('ServiceUnavailable', 'The service is not available.', 503);
  if (kind === 'refuse') throw new AwsError(code, `${code}, as it was asked for`, status);
}

function unknownService(headers: IncomingHttpHeaders, body: string): AwsError {
  const named = headers['x-amz-target'] ?? new URLSearchParams(body).get('Action') ?? 'a request without an operation';
  return new AwsError(jsonCodes.unknownOperation[0], `local-aws does not implement ${String(named)}`, 400);
}
