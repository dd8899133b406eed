// Shepherd shows one step at an element.
{
  const tour = new globalThis.PeerShepherd.Tour({ useModalOverlay: true });
  tour.addStep({ id: "one", text: "Press it.", attachTo: { element: globalThis.__target, on: "bottom" } });
  tour.start();
  globalThis.__shows(() => document.querySelector(".shepherd-element"));
}
