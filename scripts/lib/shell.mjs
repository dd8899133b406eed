// How every script talks and how it runs other programs. A failure that a person can do something about is a `Fail`:
// one sentence on what is wrong and the exact next command, without a stack trace. Node builtins only, because these
// lines run before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

/** An error in the user's words: what is wrong, and what to type next. */
export class Fail extends Error {
  constructor(message, next) {
    super(message);
    this.next = next;
  }
}

export const say = (line) => console.log(line);
export const step = (line) => console.log(`\n▸ ${line}`);

/** The full path of a program on PATH (or of a path given), else undefined. */
export function which(name) {
  if (!name) return undefined;
  if (/[\\/]/.test(name)) return existsSync(name) ? name : undefined;
  const endings = process.platform === "win32" ? [".exe", ".cmd", ".bat", ""] : [""];
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const ending of endings) {
      const path = join(folder, name + ending);
      if (folder && existsSync(path)) return path;
    }
  }
  return undefined;
}

// npm and npx are batch files on Windows, which only a shell starts.
const needsShell = (command) => process.platform === "win32" && !/\.exe$/i.test(command);

/** What a program prints, trimmed; undefined when it is missing or fails (with `evenFailed` only when missing). */
export function ask(command, args, { evenFailed = false, ...options } = {}) {
  const { stdout, status } = spawnSync(command, args, {
    encoding: "utf8",
    shell: needsShell(command),
    ...options,
  });
  return status === 0 || (evenFailed && stdout) ? stdout.trim() : undefined;
}

/** Hands `text` on line by line, each behind `prefix`; a last line without an end waits for the rest of it. */
function lineByLine(to, prefix) {
  let rest = "";
  return {
    write(text) {
      const lines = (rest + text).split("\n");
      rest = lines.pop();
      for (const line of lines) to.write(`${prefix}${line}\n`);
    },
    end() {
      if (rest) to.write(`${prefix}${rest}\n`);
    },
  };
}

/**
 * Runs a program in the open. With `keep`, its output is shown and handed back too; with `prefix`, each line of it stands
 * behind that, so that two programs may run side by side; with `quiet`, it is shown only where the program fails. Rejects with
 * a `Fail`.
 */
export function run(command, args, { keep = false, quiet = false, prefix = "", next, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const isPiped = keep || quiet || prefix;
    const stdio = isPiped ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"];
    const child = spawn(command, args, { stdio, shell: needsShell(command), ...options });
    let output = "";
    const shown = [];
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      const lines = lineByLine(to, prefix);
      shown.push(lines);
      from?.setEncoding("utf8").on("data", (text) => {
        output += text;
        if (!quiet) lines.write(text);
      });
    }
    child.on("error", (error) => {
      reject(
        new Fail(
          `${command} could not be started (${error.code ?? error.message}).`,
          next ?? "npm run setup",
        ),
      );
    });
    child.on("close", (code, signal) => {
      for (const lines of shown) lines.end();
      if (code === 0) return resolve(output);
      if (quiet) process.stderr.write(output);
      const failure = new Fail(
        `${[command, ...args].join(" ")} ended with ${signal ?? `code ${code}`}.`,
        next,
      );
      failure.output = output;
      reject(failure);
    });
  });
}

/** Runs all of `works` side by side and waits for each of them; then rejects with the first that failed, if one did. */
export async function sideBySide(works) {
  const ends = await Promise.allSettled(works.map((work) => work()));
  const failed = ends.find(({ status }) => status === "rejected");
  if (failed) throw failed.reason;
  return ends.map(({ value }) => value);
}

/** True when this file is the one that was started, not imported. */
export const isMain = (url) => process.argv[1] !== undefined && url === pathToFileURL(process.argv[1]).href;

/** Runs a script's main function; a `Fail` is told in two lines, anything else with its stack, both end non-zero. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    if (error instanceof Fail) {
      console.error(`\n✗ ${error.message}`);
      if (error.next) console.error(`  Next: ${error.next}`);
    } else {
      console.error(error);
    }
    process.exitCode = 1;
  }
}
