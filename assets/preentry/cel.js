// The rule language: what an expression of the catalogue may do, with a third answer beside true and false.
// A fact that is not known is an Open; who needs it passes it on, and && || all exists do without it where they can.

export class Open {
  constructor(key = "") { this.key = key; }
}

export const open = (value) => value instanceof Open;
const OPEN = new Open();
const map = (value) => value !== null && typeof value === "object" && !Array.isArray(value) && !(value instanceof Date);
const strict = (does) => (...args) => args.find(open) ?? does(...args);
const order = (holds) => strict((one, other) => (comparable(one, other) ? holds(before(one, other)) : OPEN));
const text = (does) => strict((...args) => (typeof args[0] === "string" ? does(...args) : OPEN));
const truth = (value) => (open(value) || typeof value === "boolean" ? value : OPEN);
const whole = (one, other) => Number.isInteger(one) && Number.isInteger(other) && other !== 0;
const DAY = 86400000;

function comparable(one, other) {
  return typeof one === typeof other && (typeof one !== "object" || (one instanceof Date && other instanceof Date));
}

function before(one, other) {
  if (typeof one !== "string") return one - other;
  const [a, b] = [[...one], [...other]];
  const at = a.findIndex((sign, index) => sign !== b[index]);
  if (at < 0) return a.length - b.length;
  return b[at] === undefined ? 1 : a[at].codePointAt(0) - b[at].codePointAt(0);
}

export function equal(one, other) {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each, index) => equal(each, other[index]));
  }
  if (one instanceof Date && other instanceof Date) return +one === +other;
  if (map(one) && map(other)) {
    const keys = Object.keys(one);
    return keys.length === Object.keys(other).length && keys.every((key) => equal(one[key], other[key] ?? OPEN));
  }
  return one === other;
}

// ---- loops ----------------------------------------------------------------------------------------------------------
function each(over, found) {
  if (open(over)) return over;
  return Array.isArray(over) ? found(over) : OPEN;
}

function folded(over, test, ends) {
  return each(over, (list) => {
    let left = null;
    for (const entry of list) {
      const told = truth(test(entry));
      if (told === ends) return ends;
      if (open(told)) left ??= told;
    }
    return left ?? !ends;
  });
}

function picked(over, given, test) {
  return each(over, (list) => {
    const found = [];
    let left = null;
    for (const entry of list) {
      const wanted = truth(test(entry));
      const value = wanted === true ? given(entry) : null;
      if (open(wanted) || open(value)) left ??= open(wanted) ? wanted : value;
      else if (wanted) found.push(value);
    }
    return left ?? found;
  });
}

function joined(ends, first, rest) {
  let left = null;
  for (const part of [() => first, ...rest]) {
    const told = truth(part());
    if (told === ends) return ends;
    if (open(told)) left ??= told;
  }
  return left ?? !ends;
}

// ---- words for identity papers ---------------------------------------------------------------------------------------
const COUPLE = ["夫", "妻", "夫（未届）", "妻（未届）"];

function spouse(person, members) {
  const own = members.findLast(([ref]) => ref === person)?.[1] ?? "";
  const wanted = own === "世帯主" ? COUPLE : COUPLE.includes(own) ? ["世帯主"] : [];
  const relation = new Map(members);
  for (const [ref, value] of relation) if (wanted.includes(value)) return ref;
  return "";
}

/** How far identity papers reach (1点, 2点, 不足); `accepted` are the city's exceptions that hold. */
export function checked(papers, shown, expired, accepted = []) {
  const has = (list) => shown.filter((paper) => list.includes(paper));
  const found = { photo: expired ? [] : has(papers.photo), a: has(papers.a), b: has(papers.b) };
  for (const rule of accepted) {
    if (!rule.expired || expired) found[rule.counts].push(...has(rule.papers));
  }
  const [a, b] = [new Set(found.a), new Set(found.b)];
  if (found.photo.length) return "1点";
  return a.size >= 2 || (a.size === 1 && b.size) ? "2点" : "不足";
}

/** The first of the closed days directly before a day; weekends are closed, but for the `exceptions` (ISO texts). */
function inTimeSince(iso, exceptions) {
  let day = +new Date(iso);
  if (Number.isNaN(day)) return OPEN;
  const isoOf = (time) => new Date(time).toISOString().slice(0, 10);
  const closed = (time) => [0, 6].includes(new Date(time).getUTCDay()) !== exceptions.includes(isoOf(time));
  while (closed(day - DAY)) day -= DAY;
  return isoOf(day);
}

/** The functions of the language; `papers` are the city's identity papers, `exceptions` the days unlike their weekday. */
export function language(papers, exceptions = []) {
  return {
    get(of, name) {
      if (open(of)) return of;
      if (of === undefined || !map(of)) return OPEN;
      return Object.hasOwn(of, name) ? of[name] : new Open(name);
    },
    has(of, name) {
      if (open(of)) return of;
      return of === undefined || !map(of) ? OPEN : Object.hasOwn(of, name);
    },
    born(does, of, field, rest) {
      const day = this.get(of, field);
      const first = open(day) ? this.get(of, `${field}_earliest`) : day;
      if (!open(day) || open(first)) return does(day, ...rest);
      const [one, other] = [does(first, ...rest), does(this.get(of, `${field}_latest`), ...rest)];
      if (open(one) || open(other)) return open(one) ? one : other;
      return equal(one, other) ? one : OPEN;
    },
    list: (items) => items.find(open) ?? items,
    and: (first, ...rest) => joined(false, first, rest),
    or: (first, ...rest) => joined(true, first, rest),
    choose: (first, yes, no) => {
      const told = truth(first);
      return open(told) ? told : told ? yes() : no();
    },
    all: (over, test) => folded(over, test, false),
    exists: (over, test) => folded(over, test, true),
    existsOne: (over, test) => {
      const found = picked(over, (entry) => entry, test);
      return open(found) ? found : found.length === 1;
    },
    filter: (over, test) => picked(over, (entry) => entry, test),
    map: (over, given, test = () => true) => picked(over, given, test),
    same: strict(equal),
    differs: strict((one, other) => !equal(one, other)),
    less: order((sign) => sign < 0),
    atMost: order((sign) => sign <= 0),
    more: order((sign) => sign > 0),
    atLeast: order((sign) => sign >= 0),
    plus: strict((one, other) => {
      if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other];
      if (one instanceof Date) return new Date(+one + other);
      return typeof one === typeof other && typeof one !== "object" ? one + other : OPEN;
    }),
    minus: strict((one, other) => (typeof one === "number" && typeof other === "number" ? one - other : OPEN)),
    times: strict((one, other) => (typeof one === "number" && typeof other === "number" ? one * other : OPEN)),
    quotient: strict((one, other) => (whole(one, other) ? Math.trunc(one / other) : OPEN)),
    rest: strict((one, other) => (whole(one, other) ? one % other : OPEN)),
    not: strict((one) => (typeof one === "boolean" ? !one : OPEN)),
    within: strict((one, list) => {
      if (Array.isArray(list)) return list.some((entry) => equal(entry, one));
      return map(list) ? Object.hasOwn(list, one) : OPEN;
    }),
    at: strict((of, key) => {
      if (Array.isArray(of)) return Number.isInteger(key) && key >= 0 && key < of.length ? of[key] : OPEN;
      return map(of) ? (Object.hasOwn(of, key) ? of[key] : new Open(key)) : OPEN;
    }),
    size: strict((of) => {
      if (typeof of === "string") return [...of].length;
      return Array.isArray(of) ? of.length : map(of) ? Object.keys(of).length : OPEN;
    }),
    replace: text((of, old, by) => of.replaceAll(old, () => by)),
    split: text((of, by) => of.split(by)),
    contains: text((of, part) => of.includes(part)),
    startsWith: text((of, part) => of.startsWith(part)),
    endsWith: text((of, part) => of.endsWith(part)),
    matches: text((of, pattern) => new RegExp(pattern, "u").test(of)),
    substring: text((of, first, last) => {
      const signs = [...of];
      const end = last ?? signs.length;
      return first < 0 || end > signs.length || first > end ? OPEN : signs.slice(first, end).join("");
    }),
    string: strict((of) => {
      if (of instanceof Date) return `${of.toISOString().slice(0, 19)}Z`;
      return typeof of === "object" ? OPEN : String(of);
    }),
    int: strict((of) => (/^-?\d+$/.test(of) ? Number.parseInt(of, 10) : OPEN)),
    timestamp: text((of) => {
      const day = new Date(of);
      return Number.isNaN(+day) || day.toISOString().slice(0, 10) !== of.slice(0, 10) ? OPEN : day;
    }),
    duration: text((of) => (/^\d+h$/.test(of) ? (Number.parseInt(of, 10) * DAY) / 24 : OPEN)),
    getFullYear: strict((day) => day.getUTCFullYear()),
    getMonth: strict((day) => day.getUTCMonth()),
    getDate: strict((day) => day.getUTCDate()),
    unknown: () => OPEN,
    spouseOf: strict((person, members) => spouse(person, members)),
    guardianRelation: strict((sex) => ({ 男: "父", 女: "母" })[sex] ?? "保護者"),
    inTimeSince: text((day) => inTimeSince(day, exceptions)),
    idPhoto: strict((shown) => shown.some((paper) => papers.photo.includes(paper))),
    idCheck: strict((shown, expired) => checked(papers, shown, expired)),
  };
}
