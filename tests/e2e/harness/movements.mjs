// What can move a control on a page, for the test that the overlay follows and for the benchmark beside its peers.

import { CONTROL, profile } from "./hostile.mjs";

const TALL = `<div style="height:1500px"></div>`;
const picture = (height) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="600" height="${height}"/>`)}`;
const pane = (inner) =>
  `<div id="pane" style="height:220px;overflow:auto;position:relative">${inner}${TALL}</div>`;

/** What moves, the page, what is done to it, and where the control is; null for one of which only a part is seen. */
export const MOVEMENTS = [
  ["the window is scrolled", profile(`<p>${CONTROL}</p>${TALL}`), () => scrollTo(0, 90)],
  [
    "a pane is scrolled",
    profile(pane(`<p style="height:80px"></p>${CONTROL}`)),
    () => document.querySelector("#pane").scrollTo(0, 40),
  ],
  [
    "a pane in a shadow root is scrolled",
    profile(`<div id="deep"></div>`, {
      script: `deep.attachShadow({mode:"open"}).innerHTML=${JSON.stringify(pane(`<p style="height:80px"></p>${CONTROL}`))}`,
    }),
    () => document.querySelector("#deep").shadowRoot.querySelector("#pane").scrollTo(0, 40),
    "#deep >>> #deact",
  ],
  [
    "a class changes its size",
    profile(undefined, { style: ".large{padding:24px 60px!important}" }),
    () => document.querySelector("#deact").classList.add("large"),
  ],
  [
    "a transform is set",
    profile(),
    () => (document.querySelector("main").style.transform = "translate(40px, 30px) scale(.9)"),
  ],
  ["the page is zoomed", profile(), () => (document.body.style.zoom = "1.3")],
  [
    "a transition with a delay moves it",
    profile(`<p id="p" style="transition:transform .15s .2s">${CONTROL}</p>`),
    () => (document.querySelector("#p").style.transform = "translateX(120px)"),
  ],
  [
    "an animation with a delay moves it",
    profile(`<p id="p">${CONTROL}</p>`, {
      style: "@keyframes go{to{translate:120px}} .go{animation:go .15s .2s both}",
    }),
    () => document.querySelector("#p").classList.add("go"),
  ],
  [
    "a press has a script start an animation",
    profile(`<p id="p">${CONTROL}</p>`, {
      script: `document.querySelector("#p").addEventListener("click", ({ currentTarget }) => {
        const frames = [{ transform: "none" }, { transform: "translateX(120px)" }];
        currentTarget.animate(frames, { duration: 200, delay: 150, fill: "forwards" });
      });`,
    }),
    () => document.querySelector("#p").click(),
  ],
  [
    "a picture above comes late",
    profile(`<img id="late" alt="" style="display:block"><p>${CONTROL}</p>${TALL}`),
    `document.querySelector("#late").src = ${JSON.stringify(picture(120))}`,
  ],
  [
    "a picture comes late above a control that its pane cuts off",
    profile(
      `<img id="late" alt="" style="display:block"><div style="height:60px;overflow:auto"><div style="height:42px"></div>${CONTROL}${TALL}</div>`,
    ),
    `document.querySelector("#late").src = ${JSON.stringify(picture(120))}`,
    null,
  ],
  [
    "its frame is moved",
    profile(
      `<iframe id="fr" src="FRAME" style="width:760px;height:480px;border:4px solid #ddd"></iframe>${TALL}`,
    ),
    () => (document.querySelector("#fr").style.marginTop = "130px"),
    "#fr >>> #deact",
  ],
  [
    "its frame, scaled and with a border and padding, is moved",
    profile(
      `<div id="box" style="transform:scale(.8);transform-origin:0 0"><iframe id="fr" src="FRAME" style="width:760px;height:480px;border:5px solid #ddd;padding:14px"></iframe></div>`,
    ),
    () => (document.querySelector("#box").style.marginLeft = "70px"),
    "#fr >>> #deact",
  ],
  [
    "a neighbour grows ten frames after a scroll",
    profile(`<p id="above"></p><p>${CONTROL}</p>${TALL}`),
    () => {
      scrollTo(0, 40);
      let left = 10;
      const later = () =>
        left-- ? requestAnimationFrame(later) : (document.querySelector("#above").style.height = "90px");
      later();
    },
  ],
];
