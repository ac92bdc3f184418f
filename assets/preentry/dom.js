// Parts of a page, made without markup in text: nothing that somebody typed can become anything but text.

import { drawn, spoken } from "./words.js";

/** An element with properties, attributes (in `aria`) and children: nodes, or texts in the reader's language. */
export function element(words, tag, { aria = {}, on, ...given } = {}, ...children) {
  const made = Object.assign(document.createElement(tag), given);
  for (const [name, value] of Object.entries(aria)) made.setAttribute(name, String(value));
  if (on) made.addEventListener("click", on);
  for (const child of children.flat()) {
    if (child !== null && child !== undefined) made.append(...(typeof child === "string" ? drawn(child, words.language) : [child]));
  }
  return made;
}

/** A button; its name to hear is its text without readings. `code` marks what it stands for, in any language. */
export function button(words, text, on, { kind = "choice", pressed, code, ...given } = {}) {
  const aria = { "aria-label": spoken(text, words.language), ...(pressed === undefined ? {} : { "aria-pressed": pressed }) };
  const made = element(words, "button", { type: "button", className: kind, on, aria, ...given }, text);
  if (code !== undefined) made.dataset.code = String(code);
  return made;
}
