// What is known at a moment: everything said, everything that follows, and the rules put to it.

import { Open, equal, open } from "./cel.js";
import { calendarDay, span } from "./dates.js";

/** わからない: the question was put and stays open for the city. */
export const HELD = Object.freeze({ held: true });
const ROLES = {
  applicant: "case.applicant",
  head: "household.head",
  spouse: "household.spouse",
  claimant: "jido.claimant",
};

export const keyOf = (path) => path.replace(/^person\[[^\]]*\]/, "person");
export const personOf = (path) => /^person\[([^\]]*)\]/.exec(path)?.[1] ?? "";
export const pathOf = (person, key) => (key.startsWith("person.") ? `person[${person}]${key.slice(6)}` : key);

function plain(value) {
  if (value === HELD) return null;
  if (value !== null && typeof value === "object" && "date" in value) return calendarDay(value);
  return value !== null && typeof value === "object" && "text" in value ? value.text : value;
}

function put(node, words, value) {
  const last = words[words.length - 1];
  let place = node;
  for (const word of words.slice(0, -1)) place = place[word] ??= {};
  place[last] = value;
}

/** The facts of a visit; `said` is a Map of path and value, of people who are in `persons`. */
export class Facts {
  constructor(book, event, persons, said, today) {
    Object.assign(this, { book, event, persons, today, by: new Map(), groups: new Map() });
    this.people = Object.fromEntries(persons.map((person) => [person, { ref: person }]));
    this.roots = Object.fromEntries(book.roots.map((root) => [root, {}]));
    this._forget();
    for (const [path, value] of said) this._hear(path, value);
    this._learn("case.filed_on", { date: today, precision: "day", era: null }, "system");
    this._learn("case.applicant", persons[0] ?? "", "system");
    for (const [path, value] of Object.entries(book.events[event].presets)) {
      if (!this.by.has(path)) this._learn(path, value, "system");
    }
    for (const level of book.levels) this._derive(level);
  }

  // ---- reading ------------------------------------------------------------------------------------------------------
  value(path) {
    const fact = this.by.get(path);
    return fact === undefined || fact.value === HELD ? null : fact.value;
  }

  held(path) {
    return this.by.get(path)?.value === HELD;
  }

  person(role) {
    const value = this.value(role);
    return typeof value === "string" && Object.hasOwn(this.people, value) ? value : "";
  }

  /** The answer of a rule, put to a member where it is about one; an Open while a fact is missing. */
  ask(rule, person = "") {
    const entry = this.book.rules[rule];
    const who = entry.member ? person : "";
    const known = this.asked.get(`${rule} ${who}`);
    if (known !== undefined) return known;
    let answer = entry.judge(this._context(who));
    if (answer === undefined) answer = new Open();
    this.asked.set(`${rule} ${who}`, answer);
    return answer;
  }

  askAll(rule) {
    return new Map(this.persons.map((person) => [person, this.ask(rule, person)]));
  }

  /** The paths behind a reference of a rule. */
  paths(ref, person) {
    const [root, ...keys] = this.book.refs[ref];
    if (root === "each") return keys.flatMap((key) => this.persons.map((member) => pathOf(member, key)));
    if (!Object.hasOwn(ROLES, root)) return keys.map((key) => pathOf(person, key));
    const holder = this.person(ROLES[root]);
    return holder || !keys.length ? keys.map((key) => pathOf(holder, key)) : [ROLES[root]];
  }

  _context(person) {
    let context = this.contexts.get(person);
    if (context === undefined) {
      const roles = Object.entries(ROLES).map(([role, path]) => [role, this.people[this.person(path)] ?? {}]);
      context = {
        ...this.roots,
        ...Object.fromEntries(roles),
        persons: Object.values(this.people),
        today: this.today,
        city: this.book.city,
        m: this.people[person],
      };
      this.contexts.set(person, context);
    }
    return context;
  }

  _forget() {
    this.contexts = new Map();
    this.asked = new Map();
    this.behind = new Map();
  }

  // ---- what was said ------------------------------------------------------------------------------------------------
  _hear(path, value) {
    const [person, key] = [personOf(path), keyOf(path)];
    const item = this.book.items[key];
    if (!item || (person && !Object.hasOwn(this.people, person)) || path === "case.filed_on" || path === "case.applicant") return;
    if (item.type === "person" && typeof value === "string" && value && !Object.hasOwn(this.people, value)) return;
    const left = item.type === "persons" && Array.isArray(value) ? value.filter((ref) => Object.hasOwn(this.people, ref)) : value;
    this._learn(path, left, "said");
  }

  _learn(path, value, source) {
    this.by.set(path, { value, source });
    const person = personOf(path);
    const words = keyOf(path).split(".");
    const node = person ? this.people[person] : this.roots[words[0]];
    const told = plain(value);
    if (told !== null) put(node, words.slice(1), told);
    const ends = value !== null && typeof value === "object" && "date" in value && told === null ? span(value) : null;
    if (ends) {
      const [last] = words.slice(-1);
      ["_earliest", "_latest"].forEach((end, place) => {
        const day = ends[place] < this.today ? ends[place] : this.today;
        put(node, [...words.slice(1, -1), `${last}${end}`], day);
      });
    }
  }

  // ---- what follows -------------------------------------------------------------------------------------------------
  _derive(level) {
    const found = [];
    for (const rule of level) {
      for (const person of rule.fact.startsWith("person.") ? this.persons : [""]) {
        const path = pathOf(person, rule.fact);
        const value = this.by.has(path) ? null : this._followed(rule, person);
        if (value !== null) found.push([path, value]);
      }
    }
    for (const [path, value] of found) this._learn(path, value, "derived");
    if (found.length) this._forget();
  }

  _followed(rule, person) {
    if (rule.copies) {
      const [path] = this.paths(rule.copies, person);
      return keyOf(path) === rule.copied ? this.value(path) : null;
    }
    const answer = this.ask(rule.value, person);
    if (open(answer)) return null;
    if (rule.of) {
      const path = taken(rule, answer);
      return path ? this.value(path) : null;
    }
    if (this.book.items[rule.fact]?.type === "date" && typeof answer === "string") {
      return { date: answer, precision: "day", era: null };
    }
    if (Array.isArray(answer)) return answer.map(String);
    return ["boolean", "number", "string"].includes(typeof answer) ? answer : null;
  }
}

/** The path of the fact that a derivation takes over, given whom its value named. */
export function taken(rule, named) {
  if (!rule.of || typeof named !== "string") return "";
  return named ? pathOf(named, rule.of) : rule.otherwise;
}

export { equal, open };
