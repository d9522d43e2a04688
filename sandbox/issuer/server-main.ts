/** The issuer's daemon: `node server-main.ts FOLDER URL CERTIFICATE KEY`, logs one line per request. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { answer } from './answer.ts';
import { openKeys } from './keys.ts';

const [folder = '', issuer = '', cert = '', key = ''] = process.argv.slice(2);
const keys = await openKeys(folder);
const { hostname, port } = new URL(issuer);

createServer({ cert: readFileSync(cert), key: readFileSync(key) }, (request, response) => {
  const question = {
    method: request.method ?? '',
    url: request.url ?? '/',
    authorization: request.headers.authorization,
  };
  const { status, body } = answer(question, issuer, keys, Math.floor(Date.now() / 1000));
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
  console.log(`${new Date().toISOString()} ${question.method} ${question.url} ${status}`);
}).listen(Number(port), hostname);
