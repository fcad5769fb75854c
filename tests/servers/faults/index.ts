/** What goes wrong between a fake app and who calls it; of every fake. */
export { FaultDesk, type Switched } from './fault-desk.ts';
export type { Fault, FaultKind, Meets, When } from './fault.ts';
export { html, json } from './replies.ts';
export type { Delivery, FakeApp, FakeReply, FakeRequest, FaultyApp } from './request.ts';
export { inProcess, overHttp, type SignIn } from './callers.ts';
export { serve, type Served } from './serve.ts';
