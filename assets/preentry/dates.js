// Dates as people of Japan say them: an ISO text with as much as is known, the era, and both ends of what is imprecise.

export const ERAS = [
  { name: "令和", start: [2019, 5, 1], end: null },
  { name: "平成", start: [1989, 1, 8], end: [2019, 4, 30] },
  { name: "昭和", start: [1926, 12, 25], end: [1989, 1, 7] },
  { name: "大正", start: [1912, 7, 30], end: [1926, 12, 25] },
  { name: "明治", start: [1868, 10, 23], end: [1912, 7, 30] },
];
const AROUND = 5; // years
const LAST = "9999-12-31";

const two = (number) => String(number).padStart(2, "0");
export const isoOf = (...known) => [String(known[0]).padStart(4, "0"), ...known.slice(1).map(two)].join("-");
const lastOf = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Today on this phone, as an ISO text. */
export function today(clock = new Date()) {
  return isoOf(clock.getFullYear(), clock.getMonth() + 1, clock.getDate());
}

/** A date value: `iso` as long as what is known, `precision` day, month, year, about or unknown, `era` as declared. */
export const dateOf = (iso, precision = "day", era = null) => ({ date: iso, precision, era });

/** The day that rules count with; null where it is imprecise or no day of the calendar. */
export function calendarDay(value) {
  if (value.precision !== "day" || !/^\d{4}-\d\d-\d\d$/.test(value.date ?? "")) return null;
  const day = new Date(`${value.date}T00:00:00Z`);
  return Number.isNaN(+day) || day.toISOString().slice(0, 10) !== value.date ? null : value.date;
}

/** The first and the last day that a date can be; null where nothing bounds it. */
export function span(value) {
  if (!value.date) {
    const era = ERAS.find((each) => each.name === value.era);
    return era ? [isoOf(...era.start), era.end ? isoOf(...era.end) : LAST] : null;
  }
  const [year, month] = value.date.split("-").map(Number);
  if (value.precision === "about") return [isoOf(year - AROUND, 1, 1), isoOf(year + AROUND, 12, 31)];
  if (calendarDay(value)) return [value.date, value.date];
  const [first, last] = month ? [month, month] : [1, 12];
  return [isoOf(year, first, 1), isoOf(year, last, lastOf(year, last))];
}

/** The Western year of a year of an era, or the year itself where none is named; NaN where it cannot be. */
export function yearOf(era, year) {
  const found = ERAS.find((each) => each.name === era);
  return found ? found.start[0] - 1 + year : year;
}

/** The words 令和8年4月12日 of an ISO day; of a day in two eras, and before them, see `named`. */
export function spelled(iso, named = "") {
  const [year, ...rest] = iso.split("-").map(Number);
  const known = [year, ...rest];
  const holds = (era) => before(era.start.slice(0, known.length), known) && (!era.end || before(known, era.end));
  const era = ERAS.find((each) => each.name === named && holds(each)) ?? ERAS.find(holds);
  const count = era ? year - era.start[0] + 1 : year;
  const tail = rest.map((number, place) => `${number}${"月日"[place]}`).join("");
  return `${era ? era.name : ""}${era && count === 1 ? "元" : count}年${tail}`;
}

/** What is wrong with a day that was typed, or its ISO text: year, month (and day, where one is asked for). */
export function readDay({ era, year, month, day }, { monthOnly = false, offCalendar = false } = {}) {
  const western = yearOf(era, year);
  const known = monthOnly ? [western, month] : [western, month, day];
  if (known.some((number) => !Number.isInteger(number)) || western < 1868 || western > 2199) return null;
  if (month < 1 || month > 12 || (!monthOnly && (day < 1 || day > 31))) return null;
  const found = ERAS.find((each) => each.name === era);
  if (found && !(before(found.start.slice(0, known.length), known) && (!found.end || before(known, found.end)))) return null;
  const iso = isoOf(...known);
  return monthOnly || offCalendar || calendarDay(dateOf(iso)) ? iso : null;
}

function before(one, other) {
  const at = one.findIndex((number, place) => number !== other[place]);
  return at < 0 || other[at] === undefined || one[at] <= other[at];
}
