/** More than this is no answer to any question; inflated, not as it is on the wire. */
const largestAnswer = 32 * 1_048_576;

/** A provider's answer goes beyond all measure. */
export class AnswerTooLarge extends Error {
  constructor() {
    super(`the answer is larger than ${largestAnswer / 1_048_576} MiB`);
  }
}

/**
 * `fetch` for model calls. An answer without end is cut off, and a redirect is an answer of its own: a key must not go
 * where a header says, and the standard strips `Authorization` there but not the providers' own headers.
 */
export const providerFetch: typeof globalThis.fetch = async (input, init) => {
  const response = await globalThis.fetch(input, { ...init, redirect: "manual" });
  if (response.body === null) return response;
  let size = 0;
  const measured = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        size += chunk.byteLength;
        if (size > largestAnswer) controller.error(new AnswerTooLarge());
        else controller.enqueue(chunk);
      },
    }),
  );
  return new Response(measured, { status: response.status, statusText: response.statusText, headers: response.headers });
};
