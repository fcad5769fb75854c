import type { FakeReply } from './request.ts';

/** Answers that no app gives by itself: those of a proxy before it, and of a gate that lets nobody in. */

export function html(status: number, title = 'Bad gateway'): FakeReply {
  const body = `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

export function json(status: number, said: unknown, headers: Record<string, string> = {}): FakeReply {
  return {
    status,
    headers: { 'content-type': 'application/json;charset=utf-8', ...headers },
    body: JSON.stringify(said),
  };
}
