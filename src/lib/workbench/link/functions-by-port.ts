import * as Comlink from 'comlink';

/** A function that is sent to a worker goes as a port: the worker calls it, and it runs here. */
export function functionsByPort(): void {
  const proxies = Comlink.transferHandlers.get('proxy');
  if (proxies === undefined) throw new Error('comlink has no proxies');
  const { canHandle, ...handler } = proxies;
  Comlink.transferHandlers.set('proxy', {
    ...handler,
    canHandle: (value): value is Comlink.ProxyMarked => typeof value === 'function' || canHandle(value),
  });
}
