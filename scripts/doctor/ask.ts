// One HTTP request with a limit of time. A network that fails, or does not answer, is NotKnown.
import { NotKnown } from "./finding.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** After redirects. */
  readonly url: string;
  readonly tookMs: number;
}

const cure = "Look at this computer's network, then ask the doctor again.";

/** `name` is what is asked, in words. */
export async function ask(
  url: string,
  init: RequestInit,
  { timeoutMs, name }: { readonly timeoutMs: number; readonly name: string },
): Promise<Answer> {
  const startedAt = performance.now();
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
    const text = await response.text();
    const { status, headers } = response;
    return { status, headers, text, url: response.url, tookMs: performance.now() - startedAt };
  } catch (error) {
    if ((error as Error).name === "TimeoutError") {
      throw new NotKnown("no-answer", `${name} does not answer within ${timeoutMs / 1000} s`, cure);
    }
    const { code, message } = ((error as Error).cause ?? error) as { code?: string; message: string };
    throw new NotKnown("unreachable", `${name} cannot be reached (${code ?? message})`, cure);
  }
}
