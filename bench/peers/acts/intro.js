// Intro.js shows one step at an element.
globalThis.introJs
  .tour()
  .setOptions({ steps: [{ element: document.querySelector(globalThis.__target), intro: "Press it." }] })
  .start();
globalThis.__shows(() => document.querySelector(".introjs-tooltip"));
