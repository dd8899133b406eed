// A template tag that escapes what is put in, unless it is itself made by the tag.

class Markup {
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function written(value) {
  if (value === undefined || value === null || value === false) return "";
  if (Array.isArray(value)) return value.map(written).join("");
  return value instanceof Markup ? value.text : String(value).replace(/[&<>"]/g, (sign) => ESCAPES[sign]);
}

export const html = (parts, ...values) => new Markup(String.raw({ raw: parts }, ...values.map(written)));

/** Text that is markup already: our own JSON in a data block. */
export const raw = (text) => new Markup(text);
