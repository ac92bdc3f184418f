// Which questions would decide what is still open: from an undecided rule back to facts that a person can say.

import { open } from "./cel.js";
import { calendarDay } from "./dates.js";
import { keyOf, personOf, taken } from "./facts.js";

const add = (found, more) => more.forEach((path) => found.add(path));

/** Askable paths behind an undecided rule: those of its first undecided part, or of `every` one. */
export function openFacts(facts, rule, person = "", every = false) {
  const key = `${rule} ${person} ${every}`;
  if (!facts.behind.has(key)) facts.behind.set(key, [...new Search(facts, every, false).behind(rule, person)]);
  return facts.behind.get(key);
}

/** The paths behind an undecided rule that were answered わからない. */
export const heldFacts = (facts, rule, person = "") => [...new Search(facts, true, true).behind(rule, person)];

/** The questions that would give a fact: itself, or what it follows from. */
export const askable = (facts, path) => new Search(facts, false, false).at(path);

/** The paths that were answered わからない and for want of which a fact is not known. */
export const heldBehind = (facts, path) => new Search(facts, true, true).at(path);

/** The answers that another one has overtaken: about somebody else than before, or asked no more but following. */
export function overtaken(before, now, said) {
  const { items, derived } = now.book;
  const other = (key) => before.value(key) !== null && now.value(key) !== null && !same(before.value(key), now.value(key));
  const asked = (facts, item, path) => facts.ask(item.askWhen, personOf(path)) !== false;
  return [...said].filter((path) => {
    const item = items[keyOf(path)];
    if (item.about && other(item.about)) return true;
    return item.askWhen !== undefined && derived[keyOf(path)] && asked(before, item, path) && !asked(now, item, path);
  });
}

const same = (one, another) => JSON.stringify(one) === JSON.stringify(another);

class Search {
  constructor(facts, every, held) {
    Object.assign(this, { facts, every, held });
  }

  at(path, seen = []) {
    const { facts } = this;
    const item = facts.book.items[keyOf(path)];
    if (!item || seen.includes(path)) return [];
    if (facts.by.has(path)) return this.held && notEnough(facts, path) ? [path] : [];
    const derived = facts.book.derived[keyOf(path)];
    if (item.ask && item.askWhen === undefined && !derived) return this._itself(path);
    const [found, below] = [new Set(), [...seen, path]];
    if (item.askWhen !== undefined) {
      const answer = facts.ask(item.askWhen, personOf(path));
      if (answer === true) return this._itself(path);
      if (open(answer)) add(found, this.behind(item.askWhen, personOf(path), below));
    }
    if (derived) {
      const from = taken(derived, facts.ask(derived.value, personOf(path)));
      if (from) add(found, this.at(from, below));
      add(found, this.behind(derived.value, personOf(path), below));
    }
    return [...found];
  }

  _itself(path) {
    return this.held ? [] : [path];
  }

  behind(rule, person, seen = []) {
    const found = new Set();
    for (const [part, key] of undecided(this.facts, rule, person)) {
      add(found, this._through(this.facts.book.rules[part].refs, person, key, seen));
      if (!this.every) break;
    }
    return found;
  }

  _through(refs, person, key, seen) {
    const { facts } = this;
    const paths = refs.flatMap((ref) => facts.paths(ref, person).map((path) => [path, `${ref}.${keyOf(path)}`.split(".")]));
    const stumbled = paths.filter(([path, words]) => words.includes(key) && facts.value(path) === null);
    const found = new Set();
    for (const [path] of stumbled.length ? stumbled : paths) add(found, this.at(path, seen));
    return found;
  }
}

function notEnough(facts, path) {
  const value = facts.value(path);
  const date = value !== null && typeof value === "object" && "date" in value;
  return facts.held(path) || (date && calendarDay(value) === null);
}

function* undecided(facts, rule, person) {
  const answer = facts.ask(rule, person);
  if (!open(answer)) return;
  const { sign, parts } = facts.book.rules[rule];
  if (!sign) {
    yield [rule, answer.key];
    return;
  }
  for (const part of sign === "?" ? branch(facts, parts, person) : parts) yield* undecided(facts, part, person);
}

function branch(facts, parts, person) {
  const told = facts.ask(parts[0], person);
  if (open(told)) return parts.slice(0, 1);
  return told === true ? parts.slice(1, 2) : parts.slice(2);
}
