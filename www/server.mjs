// The practice site: rehearses AliExpress' account pages, on the real host names, from this machine.
// This file is the transport only: certificate, requests and their log, answers. What is answered: answer.mjs.
//
//   import { startPractice } from "./www/server.mjs";    or    node www/server.mjs

import { createServer } from "node:https";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { generate } from "selfsigned";
import { answer } from "./answer.mjs";
import { loadAssets } from "./assets.mjs";

const HOSTS = [
  "localhost",
  "aliexpress.com",
  "*.aliexpress.com",
  "aliexpress.us",
  "*.aliexpress.us",
  "aliexpress.ru",
  "*.aliexpress.ru",
  "accounts.google.com",
  "aliexpress.com.example.org",
];
const LONGEST_BODY = 1_000_000;
const HTML = { "content-type": "text/html; charset=utf-8" };

async function certificate() {
  const names = HOSTS.map((value) => ({ type: 2, value }));
  const { private: key, cert } = await generate([{ name: "commonName", value: "Farewell rehearsal" }], {
    keySize: 2048,
    algorithm: "sha256",
    extensions: [{ name: "subjectAltName", altNames: names }],
  });
  return { key, cert };
}

async function bodyOf(request) {
  let body = "";
  for await (const part of request) body = (body + part).slice(0, LONGEST_BODY);
  return body;
}

/**
 * `pages` may answer before the site does, with the HTML of a page of a test's own: `({ host, path }) => html`.
 */
export async function startPractice({ port = 0, host = "127.0.0.1", quiet = true, pages } = {}) {
  const [assets, identity] = await Promise.all([loadAssets(), certificate()]);
  const requests = [];

  const server = createServer(identity, async (request, response) => {
    try {
      const { method, url: path, headers } = request;
      const asked = {
        host: headers.host?.replace(/:\d+$/, ""),
        path,
        method,
        headers,
        body: await bodyOf(request),
      };
      requests.push(asked);
      if (!quiet) console.log(method, asked.host + path);
      const own = pages?.(asked);
      const given = own ? { status: 200, headers: HTML, body: own } : answer(asked, assets);
      if (given.hang) return;
      response.writeHead(given.status, given.headers);
      const { stall, body = "" } = given;
      const begun = stall ? body.indexOf(">") + 1 : 0;
      if (begun) {
        response.write(body.slice(0, begun));
        await pause(stall);
      }
      response.end(body.slice(begun));
    } catch (error) {
      if (!quiet) console.error(error);
      response.writeHead(500, { "content-type": "text/plain" }).end("The rehearsal itself failed.");
    }
  });
  // A browser that goes away mid-request is no error of ours.
  server.on("tlsClientError", () => {});
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, host, resolve));

  return {
    port: server.address().port,
    requests,
    clearRequests: () => requests.splice(0),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { port } = await startPractice({ port: 8443, quiet: false });
  console.log(`The rehearsal runs on port ${port}. Open it in a Chromium of its own:

  chromium --user-data-dir=/tmp/rehearsal --ignore-certificate-errors \\
    --host-resolver-rules="MAP * 127.0.0.1:${port}" https://www.aliexpress.com/rehearsal

Firefox: set network.dns.forceResolve to 127.0.0.1, open https://www.aliexpress.com:${port}/rehearsal`);
}
