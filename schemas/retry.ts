import type { retryFields } from "./common-fields.ts";
import type { FailureCode } from "./failure.ts";
import type { LoweredFields } from "./field.ts";
import type { RetryIr } from "./op.ts";

/** A retry policy as a program carries it. */
export function retryOf(fields: LoweredFields<typeof retryFields>): RetryIr {
  if (fields.retry_on === undefined) return fields;
  const { retry_on: on, ...numbers } = fields;
  // Names were held against the failure codes when they were read; anything of digits is an HTTP status.
  return { ...numbers, on: on.map((name) => (/^\d+$/.test(name) ? Number(name) : (name as FailureCode))) };
}
