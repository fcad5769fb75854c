// Over 300 lines: one table of attacks.
import { adding, bytesOf, withHeaders, type RawAsk } from './raw.ts';
import type { ServedRelay } from './relay-served.ts';

/** What is sent, as bytes; nothing of it may reach an app. */
export interface Attack {
  readonly name: string;
  readonly bytes: string;
  /** The attacker hangs up when it has written. */
  readonly hangsUp?: boolean;
}

/** What of an ask for the key is judged too. */
const ASKER = ['Host', 'Origin', 'Sec-Fetch-Site'];

/** Who knows the key and who does not: each must get nowhere with what is wrong here. `elsewhere`: a server no app is at. */
export function attacks(relay: ServedRelay, elsewhere: number): readonly Attack[] {
  const { port } = relay;
  const own = `127.0.0.1:${String(port)}`;
  const evil = `127.0.0.1:${String(elsewhere)}`;
  const table: Attack[] = [];
  const add = (name: string, ask: RawAsk | string, hangsUp = false): void => {
    table.push({ name, bytes: typeof ask === 'string' ? ask : bytesOf(ask), hangsUp });
  };
  const header = (about: string, name: string, values: readonly (string | null)[]): void => {
    for (const value of values) {
      add(`${about}: ${value ?? 'none'}`, withHeaders(relay.ask(), { [name]: value }));
      if (ASKER.includes(name)) {
        add(`${about}, for the key: ${value ?? 'none'}`, withHeaders(relay.keyAsk(), { [name]: value }));
      }
    }
  };
  const twice = (name: string, value: string): void => {
    add(`${name} twice: ${value}`, adding(relay.ask(), [name, value]));
  };
  const line = (text: string): void => {
    add(text, { ...relay.ask(), line: text });
    add(`${text}, for the key`, { ...relay.keyAsk(), line: text.replace('call', 'key') });
  };
  const path = (text: string, method = 'POST'): void => {
    add(`${method} ${text.slice(0, 80)}`, relay.ask(text, method));
  };

  header('another host, as after DNS rebinding', 'Host', [
    null,
    '',
    'evil.example',
    `evil.example:${String(port)}`,
    `127.0.0.1.evil.example:${String(port)}`,
    `${own}.evil.example`,
    `${own}@evil.example`,
    '127.0.0.1',
    evil,
    `localhost:${String(port)}`,
    `LOCALHOST:${String(port)}`,
    `[::1]:${String(port)}`,
    `0.0.0.0:${String(port)}`,
    `127.1:${String(port)}`,
    `2130706433:${String(port)}`,
    `127.0.0.1:0${String(port)}`,
    `127.0.0.1.:${String(port)}`,
  ]);
  header('another origin', 'Origin', [
    null,
    '',
    'null',
    'https://evil.example',
    `http://evil.example:${String(port)}`,
    `http://${evil}`,
    `http://localhost:${String(port)}`,
    `https://${own}`,
    `http://${own}/`,
    `http://${own}.evil.example`,
    `http://${own} http://evil.example`,
    'chrome-extension://abcdefghijklmnop',
    'file://',
  ]);
  header('not of this page, says the browser', 'Sec-Fetch-Site', [
    null,
    '',
    'cross-site',
    'same-site',
    'none',
    'Same-Origin',
  ]);
  header('without the key', 'X-Drysync-Key', [null, '', 'x', 'A'.repeat(43), 'undefined', '__proto__']);
  for (const [name, value] of relay.ask().headers) {
    if (name !== 'X-Drysync-Key') continue;
    const flipped = value.toUpperCase() === value ? value.toLowerCase() : value.toUpperCase();
    header('nearly the key', 'X-Drysync-Key', [value.slice(0, -1), `${value}=`, flipped]);
    add('the key in the address', {
      ...withHeaders(relay.ask(), { 'X-Drysync-Key': null }),
      line: `POST /server/relay/call?key=${value} HTTP/1.1`,
    });
    add(
      'the key as a cookie',
      withHeaders(relay.ask(), { 'X-Drysync-Key': null, Cookie: `x-drysync-key=${value}` }),
    );
    twice('X-Drysync-Key', value);
  }
  twice('X-Drysync-Key', 'x');
  twice('Host', 'evil.example');
  twice('Origin', 'https://evil.example');
  twice('Sec-Fetch-Site', 'cross-site');
  twice('X-Drysync-App', 'odoo');
  twice('X-Drysync-Method', 'GET');
  twice('X-Drysync-Path', '/crm/objects/2026-09/deals');
  twice('X-Drysync-Call', 'x');
  twice('Authorization', 'Bearer other');
  twice('Content-Type', 'text/plain');
  add('the key without its header', withHeaders(relay.keyAsk(), { 'X-Drysync': null }));
  add('the key with another header', withHeaders(relay.keyAsk(), { 'X-Drysync': 'x' }));

  for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']) {
    line(`${method} /server/relay/call HTTP/1.1`);
  }
  for (const address of [
    `http://${own}/server/relay/call`,
    'http://evil.example/server/relay/call',
    `http://${evil}/`,
    `//${evil}/server/relay/call`,
    '//server/relay/call',
    '/server/relay/call?',
    '/server/relay/call/',
    '/server/relay/call#x',
    '/server/relay/./call',
    '/server/x/../relay/call',
    '/server/relay%2fcall',
    '/server/relay/%63all',
    '/server\\relay\\call',
    '/SERVER/RELAY/CALL',
    '/server/relay/call%00',
    '*',
  ]) {
    line(`POST ${address} HTTP/1.1`);
  }
  add('CONNECT', `CONNECT ${evil} HTTP/1.1\r\nHost: ${evil}\r\n\r\n`);
  add('CONNECT to the relay', { ...relay.ask(), line: `CONNECT ${own} HTTP/1.1` });
  add('HTTP/0.9', 'POST /server/relay/call\r\n\r\n');
  add('HTTP/2 at once', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    add(
      `a form or a no-cors call, ${type}`,
      `POST /server/relay/call HTTP/1.1\r\nHost: ${own}\r\nOrigin: null\r\nSec-Fetch-Site: cross-site\r\nContent-Type: ${type}\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
    );
    header('a type that is no app’s', 'Content-Type', [type]);
  }
  add(
    'a WebSocket',
    withHeaders(
      { ...relay.ask(), line: 'GET /server/relay/call HTTP/1.1' },
      {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
      },
    ),
    true,
  );
  add('another protocol', withHeaders(relay.ask(), { Connection: 'Upgrade', Upgrade: 'h2c' }), true);
  add('Expect', withHeaders(relay.ask(), { Expect: '100-continue' }), true);

  header('no app', 'X-Drysync-App', [
    null,
    '',
    'salesforce',
    'HubSpot',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'api.hubapi.com',
    `http://${evil}`,
    evil,
  ]);
  header('another method', 'X-Drysync-Method', [
    null,
    '',
    'GET',
    'PUT',
    'PATCH',
    'DELETE',
    'post',
    'CONNECT',
    'TRACE',
    'POST /x HTTP/1.1',
    '__proto__',
    'constructor',
  ]);
  for (const text of [
    '',
    '/',
    'crm/objects/2026-09/contacts/batch/create',
    `http://${evil}/crm/objects/2026-09/contacts/batch/create`,
    `//${evil}/crm/objects/2026-09/contacts/batch/create`,
    `@${evil}/crm/objects/2026-09/contacts/batch/create`,
    `:80@${evil}/`,
    '/oauth/v1/token',
    '/settings/v3/users',
    '/crm/objects/2026-09/contacts/../../../settings/v3/users',
    '/crm/objects/2026-09/contacts/./batch/create',
    '/crm/objects/2026-09/contacts/batch/create/..',
    '/crm/objects/2026-09/%2e%2e/batch/create',
    '/crm/objects/2026-09/..%2f..%2fsettings/batch/create',
    '/crm/objects/2026-09/..;/batch/create',
    '/crm/objects/2026-09/../batch/create',
    '/crm/objects/2026-09//batch/create',
    '/crm/objects/2026-09\\contacts\\batch\\create',
    '/crm/objects/2026-09/contacts%2fbatch%2fcreate',
    '/crm/objects/2026-09/contacts/batch/create%00',
    '/crm/objects/2026-09/contacts/batch/create%20HTTP/1.1',
    '/crm/objects/2026-09/contacts/batch/create HTTP/1.1',
    '/crm/objects/2026-09/contacts/batch/create#x',
    '/crm/objects/2026-09/contacts/batch/create;x',
    '/crm/objects/2026-09/contacts/batch/create?_method=DELETE',
    '/crm/objects/2026-09/contacts/batch/create?hapikey=x',
    '/crm/objects/2026-09/contacts/batch/create?limit=1&__proto__=x',
    '/crm/objects/2026-09/contacts/batch/create?limit=1%0d%0aX-Evil:%201',
    '/crm/objects/2026-09/contacts/batch/create?limit=1%00',
    '/crm/objects/2026-09/contacts/batch/create?limit=%zz',
    '/crm/objects/2026-09/contacts/batch/create?',
    '/crm/objects/2026-09/contacts/batch/create?limit=1#x',
    '/crm/objects/2026-09/contacts/batch/cre\tate',
    '/crm/objects/2026-09/kontäkte/batch/create',
    '/crm/objects/2026-09/contacts/batch/createx',
    '/crm/objects/2026-09/contacts/batch/create/x',
    '/x/crm/objects/2026-09/contacts/batch/create',
    '/crm/objects/2026-9/contacts/batch/create',
    '/CRM/objects/2026-09/contacts/batch/create',
    `/crm/objects/2026-09/${'x'.repeat(17_000)}/batch/create`,
    '/json/2/res.partner/write',
  ]) {
    path(text);
  }
  for (const key of [
    '..%2fx',
    '%2E%2E',
    '..',
    '.',
    'a%2Fb',
    'a%5Cb',
    'a%252Fb',
    'a%00',
    'a%0D%0AX:',
    'a%4',
    'a%4g',
    'é',
    'a b',
    '@x',
    '',
  ]) {
    path(`/crm/objects/2026-09/contacts/${key}`, 'GET');
  }
  path('/crm/objects/2026-09/contacts/1', 'DELETE');
  path('/crm/objects/2026-09/contacts/1', 'PATCH');
  const named = `127.0.0.1:${String(relay.app.port)}`;
  const odoo = (text: string, app = `odoo@${named}`): RawAsk =>
    withHeaders(relay.ask(text), { 'X-Drysync-App': app });
  for (const text of [
    '/json/2/res.partner/unlink',
    '/json/2/res.users/create',
    '/json/2/res.users/write',
    '/json/2/ir.cron/create',
    '/json/2/resXpartner/write',
    '/jsonrpc',
    '/xmlrpc/2/object',
    '/web/database/drop',
    '/web/session/authenticate',
    '/json/2/res.partner/write?db=other',
  ]) {
    add(`Odoo ${text}`, odoo(text));
  }
  // S460: of Odoos the one that was named, as it is written, and no other way to say a host.
  for (const app of [
    'odoo',
    'odoo@',
    `odoo@${evil}`,
    'odoo@evil.example',
    `odoo@${named}.evil.example`,
    `odoo@${named}@evil.example`,
    `odoo@evil.example@${named}`,
    `odoo@http://${named}`,
    `odoo@${named}/`,
    `odoo@localhost:${String(relay.app.port)}`,
    `odoo@127.1:${String(relay.app.port)}`,
    `odoo@${named} `.concat('x'),
    `odoo@${named},odoo@evil.example`,
    `ODOO@${named}`,
    `hubspot@${named}`,
    `salesforce-own@${named}`,
    `@${named}`,
    named,
  ]) {
    add(`Odoo at ${app}`, odoo('/json/2/crm.lead/search_read', app));
  }
  twice('X-Drysync-App', `odoo@${named}`);
  header('a sign-in of another kind', 'Authorization', [
    'Basic dXNlcjpwYXNz',
    'Bearer',
    'Bearer ',
    `Bearer ${'x'.repeat(5_000)}`,
    'Bearer a b',
    'Negotiate x',
  ]);
  header('no name of a call', 'X-Drysync-Call', [null, '', 'x', '__proto__', 'x'.repeat(36)]);

  const plain = bytesOf(relay.ask()).replace('Content-Length: 2\r\n', '');
  const framed = (more: string, body = '{}'): string =>
    `${plain.slice(0, plain.indexOf('\r\n\r\n'))}\r\n${more}\r\n\r\n${body}`;
  add('two lengths', framed('Content-Length: 2\r\nContent-Length: 3'), true);
  add('lengths in one', framed('Content-Length: 2, 3'), true);
  add('a length below nought', framed('Content-Length: -2'), true);
  add('a length in hex', framed('Content-Length: 0x2'), true);
  add('a length and chunks', framed('Content-Length: 4\r\nTransfer-Encoding: chunked', '0\r\n\r\n'), true);
  add('chunks and a length', framed('Transfer-Encoding: chunked\r\nContent-Length: 4', '0\r\n\r\n'), true);
  add('chunks of another kind', framed('Transfer-Encoding: xchunked', '2\r\n{}\r\n0\r\n\r\n'), true);
  add('chunks, then as it is', framed('Transfer-Encoding: chunked, identity', '2\r\n{}\r\n0\r\n\r\n'), true);
  add('a space before the colon', framed('Content-Length : 2'), true);
  add('a folded header', framed('Content-Length:\r\n 2'), true);
  add('a chunk of endless length', framed('Transfer-Encoding: chunked', 'fffffffffffffffff\r\n{}'), true);
  add('a chunk that lies', framed('Transfer-Encoding: chunked', '1\r\n{}\r\n0\r\n\r\n'), true);
  add('half a body', framed('Content-Length: 200'), true);
  add('half a body in chunks', framed('Transfer-Encoding: chunked', '2\r\n{}\r\n'), true);
  add('a line end in a header', framed('X-Drysync-Path: /x\rContent-Length: 2'), true);
  add('NUL in a header', withHeaders(relay.ask(), { 'X-Drysync-App': 'hub\0spot' }), true);
  add('too long, said', framed('Content-Length: 99999999'), true);
  add(
    'too long, in chunks',
    framed('Transfer-Encoding: chunked', `186a0\r\n${'x'.repeat(100_000)}\r\n0\r\n\r\n`),
  );
  add('too many headers', withHeaders(relay.ask(), { 'X-More': 'x'.repeat(70_000) }));
  add(
    'a body where none belongs',
    withHeaders(
      { ...relay.ask('/crm/owners/2026-09', 'GET'), body: '{}' },
      {
        'Content-Length': '2',
      },
    ),
  );
  return table;
}
