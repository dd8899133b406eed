// A person who follows the guide: reads the callout, does what the spotlights point at, with mouse and keyboard, and
// nothing else. Suites walk with it where only the end matters; the rehearsal walks everything with it.

import { clickControl, overlay, pressInOverlay, spotlightOn } from "./overlay.mjs";
import { until } from "./until.mjs";

/** The account on the practice site, and what its owner knows. */
export const OWNER = {
  email: "lena@example.org",
  name: "Lena Marlow",
  password: "any will do",
  phrase: "Deactivate my account",
  word: "agree",
  code: "123456",
};

const FIELDS = new Set(["email", "phrase", "reason", "terms", "code", "id-upload"]);
const TO_READ = new Set(["message"]);
const PATIENCE = 10_000;
/** How long to look for a spotlight that was just seen. */
const BRIEFLY = { within: 3000 };

/** Runs in the page: the fields inside a spotlight, whether they are done, and where to press next. */
function readFields([x, y, width, height], answered) {
  const all = [...document.querySelectorAll("input, select, textarea, iframe, [aria-haspopup=listbox]")];
  const inside = all.filter((one) => {
    const box = one.getBoundingClientRect();
    const [px, py] = [box.x + box.width / 2, box.y + box.height / 2];
    return one.checkVisibility() && px >= x && px <= x + width && py >= y && py <= y + height;
  });
  const done = (one) => {
    if (one.type === "radio") return inside.some((other) => other.checked);
    if (one.type === "checkbox") return inside.some((other) => other.checked);
    if (one.type === "file") return one.files.length > 0;
    if (one.localName === "select") return one.selectedIndex > 0;
    if (one.localName === "iframe") return false;
    if (one.localName === "button") return answered.includes(one.id);
    return one.value.trim() !== "";
  };
  const next = inside.find((one) => !done(one));
  if (!next) return { done: inside.length > 0, kind: null };
  const box = next.getBoundingClientRect();
  const kind = next.localName === "input" ? next.type : next.localName;
  return { done: false, kind, id: next.id, at: [box.x + box.width / 2, box.y + box.height / 2] };
}

/** `answered` holds the ids of list boxes that were answered: such a button does not tell by itself. */
export const fieldsIn = (lab, page, box, answered = []) => lab.look(page, readFields, box, answered);

const answerTo = {
  email: (answers) => answers.email,
  phrase: (answers) => answers.phrase,
  code: (answers) => answers.code,
};

/** Fills one field that the guide points at, as a person would. */
async function fillField(lab, page, spot, field, answers) {
  const { control } = spot;
  if (field.kind === "file") {
    const handle = await page.$("input[type=file]");
    return handle.uploadFile(answers.file);
  }
  await page.mouse.click(...field.at);
  if (field.kind === "select") return page.keyboard.type(answers.reasonKey ?? "I");
  if (field.kind === "button") {
    const option = await page.waitForSelector("[role=option]", { timeout: 3000 });
    answers.answered.push(field.id);
    return option.click();
  }
  if (["radio", "checkbox"].includes(field.kind)) return undefined;
  return page.keyboard.type(answerTo[control]?.(answers) ?? "because");
}

/** What makes one moment of the guide differ from another. */
const keyOf = (url, { callout: { page, step, state }, spotlights }) =>
  JSON.stringify([url, page, step, state, spotlights.map(({ control }) => control)]);

/** The next thing to do among the spotlights: an unfilled field first, else a control to press. */
async function nextOf(lab, page, seen, answers) {
  const fields = seen.spotlights.filter(({ control }) => FIELDS.has(control));
  for (const { control } of fields) {
    const spot = await spotlightOn(lab, page, control, BRIEFLY);
    const field = await fieldsIn(lab, page, spot.box, answers.answered);
    if (!field.done && field.kind !== "iframe") return { spot, field };
  }
  const toPress = seen.spotlights.filter(({ control }) => !FIELDS.has(control) && !TO_READ.has(control));
  return { press: toPress.find(({ control }) => control === answers.answer) ?? toPress[0] };
}

/** Whether what the callout says is an end: `ends` names states and pages. */
export const isEnd = (ends, { page, state }) => ends.includes(state) || ends.includes(page);

/**
 * Follows the guide to its end. `handlers[PAGE]` does what only the person can (signing in, a code in a frame);
 * `onSight` hears of each new thing the guide says. Returns the trail: what was said, in order.
 */
export async function walk(
  lab,
  page,
  { answers = {}, handlers = {}, ends = ["done"], onSight, steps = 40 } = {},
) {
  const knows = { ...OWNER, ...answers, answered: [] };
  const trail = [];
  let last;
  let now = page;

  const note = async (seen) => {
    const url = await lab.urlOf(now);
    const key = keyOf(url, seen);
    if (key === last) return;
    last = key;
    const { page: id, step, state, text } = seen.callout;
    const entry = {
      page: id,
      step,
      state,
      text,
      url,
      controls: seen.spotlights.map(({ control }) => control),
    };
    trail.push(entry);
    await onSight?.(entry, now, seen);
  };
  const look = () =>
    until(
      async () => {
        const seen = await overlay(lab, now);
        return seen?.callout?.state && seen;
      },
      { what: "a callout", seen: async () => ({ url: await lab.urlOf(now), trail: trail.map(short) }) },
    );

  for (let n = 0; n < steps; n++) {
    const seen = await look();
    await note(seen);
    const { state, page: id } = seen.callout;
    if (isEnd(ends, seen.callout)) return { trail, page: now };
    const before = `${last}${await shapeOf(lab, now)}`;
    const tabs = await lab.browser.pages();
    await unlessItWentOn(lab, now, seen, () => {
      if (handlers[id]) return handlers[id](lab, now, seen, knows);
      if (state === "act") return act(lab, now, seen, knows);
      const [back] = seen.callout.links;
      return state === "lost" && back ? pressInOverlay(lab, now, back.text) : undefined;
    });
    await until(
      async () => {
        const opened = (await lab.browser.pages()).find((one) => !tabs.includes(one));
        if (opened && (await overlay(lab, opened).catch(() => undefined))) {
          now = opened;
          await now.bringToFront();
          return true;
        }
        const after = await overlay(lab, now);
        if (!after?.callout?.state) return false;
        if (isEnd(ends, after.callout)) return true;
        return `${keyOf(await lab.urlOf(now), after)}${await shapeOf(lab, now)}` !== before;
      },
      {
        within: PATIENCE,
        what: `the guide goes on after ${id}, ${seen.callout.step} (${state})`,
        seen: async () => ({
          url: await lab.urlOf(now),
          ...(await overlay(lab, now)),
          trail: trail.map(short),
        }),
      },
    );
  }
  throw new Error(`The walk does not end: ${JSON.stringify(trail.map(short))}`);
}

const short = ({ page, step, state, controls }) => `${page}/${step}/${state}/${controls}`;

/** What of the page's own state a person sees change: the values and ticks of its fields. */
const shapeOf = (lab, page) =>
  lab
    .look(page, () =>
      [...document.querySelectorAll("input, select, textarea")]
        .map((one) => `${one.value}${one.checked ?? ""}${one.files?.length ?? ""}`)
        .join("|"),
    )
    .catch(() => "");

/** Does one thing for the first of the spotlights that still wants something. */
async function act(lab, page, seen, answers) {
  const { spot, field, press } = await nextOf(lab, page, seen, answers);
  if (spot) await fillField(lab, page, spot, field, answers);
  else if (press) await clickControl(lab, page, press.control, BRIEFLY);
}

/** What fails because the guide has meanwhile gone on is no failure: the walk looks again. */
async function unlessItWentOn(lab, page, seen, work) {
  try {
    await work();
  } catch (error) {
    const now = (await overlay(lab, page).catch(() => undefined)) ?? seen;
    if (keyOf("", now) === keyOf("", seen)) throw error;
  }
}

/** The tab that a press has opened. */
export async function freshTab(lab, before) {
  const page = await until(async () => (await lab.browser.pages()).find((one) => !before.includes(one)), {
    what: "a new tab",
  });
  await page.bringToFront();
  return page;
}

/** Drags the slider of a challenge page to its end, as a person does. */
export async function slide(_lab, page) {
  const box = await (await page.waitForSelector("[role=slider]")).boundingBox();
  const track = await (await page.$(".nc-container")).boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const rightward = box.x - track.x < track.width / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(rightward ? track.x + track.width + 40 : track.x - 40, y, { steps: 12 });
  // The site lets through while the button is still held: by then there may be no page to let it go on.
  await page.mouse.up().catch(() => {});
}

/** Asks for the code, types it and verifies, in a frame of another host that the guide can't see into. */
export async function codeInFrame(_lab, page) {
  const frame = await until(() => page.frames().find((one) => one.url().includes("mini_code")), {
    what: "the frame",
  });
  const [getCode, verify] = ["button[type=button]", "button[type=submit]"];
  await (await frame.waitForSelector(getCode)).click();
  await (await frame.waitForSelector("input.verify-code-input")).click();
  await page.keyboard.type(OWNER.code);
  await until(() => frame.$eval(verify, (one) => !one.disabled), { what: "Verify is enabled" });
  await (await frame.$(verify)).click();
}

/** Makes the callout small where it lies over a place that the person needs. */
async function clear(lab, page, at) {
  const isOurs = () =>
    lab.look(page, (x, y) => !document.body.contains(document.elementFromPoint(x, y)), ...at);
  if (!(await isOurs())) return;
  await pressInOverlay(lab, page, "fold");
  await until(async () => !(await isOurs()), { what: "the folded callout is out of the way" });
}

/** Fills whatever text fields of a form are still empty: what no control id stands for. */
export async function fillTheRest(lab, page) {
  const places = await lab.look(page, () =>
    [...document.querySelectorAll("main form input:not([type]), table.form input[type=text], form textarea")]
      .filter((one) => one.checkVisibility() && !one.value)
      .map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return [x + width / 2, y + height / 2];
      }),
  );
  for (const at of places) {
    await clear(lab, page, at);
    await page.mouse.click(...at);
    await page.keyboard.type(OWNER.name);
  }
  return places.length;
}

/** Signs in on the practice site: in two steps, as the site asks. */
export async function signIn(lab, page) {
  const away = await lab.urlOf(page);
  const field = (kind) =>
    page.waitForSelector(`:is(main form, table.form) input:not([type=hidden], [type=submit])${kind}`, {
      visible: true,
    });
  await (await field(":not([type=password])")).click();
  await page.keyboard.type(OWNER.email);
  const single = await page.$("input[type=password]");
  if (!single) await page.keyboard.press("Enter");
  await (await field("[type=password]")).click();
  await page.keyboard.type(OWNER.password);
  await page.keyboard.press("Enter");
  await until(async () => (await lab.urlOf(page)) !== away, { what: "signed in" });
}
