// A proxy between Chromium and the server of wasm-bindgen-test-runner, which gives each request a connection of its own.
// That server (tiny_http 0.12) keeps a thread for every open connection and begins with four. Chromium opens six at
// once; when two come in the same moment, the server takes one idle thread for both, nobody reads the sixth, and the page
// of the tests waits for its scripts for ever. A connection that ends with its answer gives its thread back.
import { createServer, request } from "node:http";

/** Starts the proxy on a free port. Gives its port, and a function that ends it. */
export async function oneAnswerProxy() {
  const server = createServer((asked, answer) => {
    const { method, headers, url } = asked;
    const onward = request(url, { method, headers: { ...headers, connection: "close" }, agent: false });
    onward.on("response", (given) => {
      answer.writeHead(given.statusCode, given.headers);
      given.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    asked.pipe(onward);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const end = () => {
    server.close();
    server.closeAllConnections();
  };
  return { port: server.address().port, end };
}
