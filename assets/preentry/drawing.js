// QR codes as pictures: one for a telephone's display, and all of them on one sheet to keep.

import { generate, mode } from "./vendor/lean-qr/lean-qr.mjs";

const [QUIET, GREATEST] = [4, 40];

/** The modules of a code; a scanner reads it from a display with some reflection (level M). */
export function qr(text) {
  return generate(mode.alphaNumeric(text), { minCorrectionLevel: 1, maxVersion: GREATEST });
}

function paint(context, code, left, top, scale) {
  context.fillStyle = "#fff";
  context.fillRect(left, top, (code.size + 2 * QUIET) * scale, (code.size + 2 * QUIET) * scale);
  context.fillStyle = "#000";
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (code.get(x, y)) context.fillRect(left + (x + QUIET) * scale, top + (y + QUIET) * scale, scale, scale);
    }
  }
}

/** A canvas with one code, `scale` dots a module. */
export function picture(text, scale) {
  const code = qr(text);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = (code.size + 2 * QUIET) * scale;
  paint(canvas.getContext("2d"), code, 0, 0, scale);
  return canvas;
}

/** One picture with all codes, two beside each other, each with its number; `head` stands above. */
export function sheet(texts, head, scale = 4) {
  const codes = texts.map(qr);
  const side = (codes[0].size + 2 * QUIET) * scale;
  const [canvas, line] = [document.createElement("canvas"), 40];
  canvas.width = 2 * side;
  canvas.height = line + Math.ceil(codes.length / 2) * (side + line);
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.font = "24px sans-serif";
  const write = (text, x, y) => {
    context.fillStyle = "#000";
    context.fillText(text, x, y);
  };
  write(head, 16, 28);
  codes.forEach((code, index) => {
    const [left, top] = [(index % 2) * side, line + Math.floor(index / 2) * (side + line)];
    paint(context, code, left, top, scale);
    write(`${index + 1} / ${codes.length}`, left + 16, top + side + 26);
  });
  return canvas;
}
