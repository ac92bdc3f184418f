// Everything in the reader's language: sentences of the page, and what the city's catalogue calls things.

const KANJI = "々〇〆ヶ\u3400-\u9fff\uf900-\ufaff";
const RUBY = new RegExp(`([${KANJI}]+)（([ぁ-ゖァ-ヶー 　]+)）`, "g");

/** Where each Japanese text of the catalogue stands among all: there stand its translations, too. */
const places = new WeakMap();

export class Words {
  constructor(all, language) {
    Object.assign(this, { all, language, own: all[language], japanese: all.ja });
    this.places = places.get(all) ?? new Map(all.ja.texts.map((text, at) => [text, at]));
    places.set(all, this.places);
  }

  /** A sentence of the page, with values put in. */
  say(key, values = {}) {
    return this.own.sentences[key].replace(/\{ *\$(\w+) *\}/g, (_, name) => String(values[name]));
  }

  /** A text of the catalogue by its Japanese. */
  said(japanese) {
    return this.own.texts[this.places.get(japanese)] || japanese;
  }

  /** What an item is called (`label`), how it is asked (`ask`), and why (`why`). */
  item(key, part) {
    return this.own.items[key]?.[part] ?? this.japanese.items[key]?.[part] ?? "";
  }

  code(list, code) {
    return this.own.codes[list]?.[code] ?? this.said(code);
  }
}

/** A text as nodes: in やさしい日本語 a run of kanji followed by its reading in brackets is drawn with ruby. */
export function drawn(text, language) {
  if (language !== "ja-easy") return [document.createTextNode(text)];
  const [found, last] = [[], { at: 0 }];
  for (const match of text.matchAll(RUBY)) {
    found.push(document.createTextNode(text.slice(last.at, match.index)), ruby(match[1], match[2]));
    last.at = match.index + match[0].length;
  }
  return [...found, document.createTextNode(text.slice(last.at))];
}

/** The same text to be heard: without the readings in brackets. */
export const spoken = (text, language) => (language === "ja-easy" ? text.replace(RUBY, "$1") : text);

function ruby(kanji, reading) {
  const [whole, above] = [document.createElement("ruby"), document.createElement("rt")];
  above.textContent = reading.trim();
  whole.append(kanji, above);
  return whole;
}
