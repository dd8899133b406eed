// autoconsent looks for a consent banner, with its own rules; the messages it needs are answered on the spot.
globalThis.autoconsentSendMessage = (message) => {
  if (message.type === "init") {
    const config = {
      enabled: true,
      autoAction: "optOut",
      enablePrehide: true,
      enableCosmeticRules: true,
      detectRetries: 20,
    };
    queueMicrotask(() =>
      globalThis.autoconsentReceiveMessage({ type: "initResp", config, rules: globalThis.PeerRules }),
    );
  }
  if (message.type === "eval") {
    queueMicrotask(() =>
      globalThis.autoconsentReceiveMessage({ type: "evalResp", id: message.id, result: false }),
    );
  }
  return Promise.resolve();
};
