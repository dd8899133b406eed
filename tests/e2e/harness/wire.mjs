// Firefox's way to the practice site: a CONNECT proxy that leads every host and port to one local port. So the pages
// keep their real addresses without a port in them, nothing ever leaves this machine, and each host asked is on record.

import { connect, createServer } from "node:net";

const CONNECT = /^CONNECT ([^\s:]+):\d+ HTTP/;

export async function layWire(target) {
  const hosts = [];
  const open = new Set();

  const keep = (socket) => {
    open.add(socket);
    socket.on("error", () => socket.destroy()).on("close", () => open.delete(socket));
    return socket;
  };
  const proxy = createServer((socket) => {
    keep(socket).once("data", (head) => {
      const host = CONNECT.exec(head.toString("latin1"))?.[1];
      if (!host) return socket.destroy();
      hosts.push(host);
      const there = keep(connect(target, "127.0.0.1"));
      there.once("connect", () => {
        socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
        socket.pipe(there).pipe(socket);
      });
      there.once("close", () => socket.destroy());
      socket.once("close", () => there.destroy());
    });
  });
  await new Promise((resolve) => proxy.listen(0, "127.0.0.1", resolve));

  return {
    port: proxy.address().port,
    hosts,
    close() {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => proxy.close(resolve));
    },
  };
}
