// Time as the console counts it: the server's clock, and words for it in an officer's form, Europe/London.

let offset = 0;

/** Learns what the server's clock says now (an ISO instant). */
export function serverSays(now) {
  const at = Date.parse(now);
  if (!Number.isNaN(at)) {
    offset = at - Date.now();
  }
}

/** The present instant by the server's clock, in milliseconds. */
export function nowMs() {
  return Date.now() + offset;
}

const MOMENT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric',
  hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
});
const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
});

/** "Tue 3 Mar 2026 14:10" */
export function moment(ms) {
  const part = {};
  for (const { type, value } of MOMENT.formatToParts(new Date(ms))) {
    part[type] = value;
  }
  return `${part.weekday} ${part.day} ${part.month.slice(0, 3)} ${part.year} ${part.hour}:${part.minute}`;
}

/** "14:10" */
export function clock(ms) {
  return CLOCK.format(new Date(ms));
}

/** "2 h 10 min", "18 min", "3 days 4 h", "less than a minute": the same words as UkTime.span on the server. */
export function span(ms) {
  const minutes = Math.floor(Math.abs(ms) / 60000);
  if (minutes < 1) {
    return 'less than a minute';
  }
  if (minutes < 60) {
    return `${minutes} min`;
  }
  const hours = Math.floor(minutes / 60);
  if (hours < 48) {
    return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  }
  const days = Math.floor(hours / 24);
  return hours % 24 === 0 ? `${days} days` : `${days} days ${hours % 24} h`;
}

const ticking = new Set();

/** Calls back each second until the returned function is called. */
export function eachSecond(tick) {
  ticking.add(tick);
  return () => ticking.delete(tick);
}

setInterval(() => ticking.forEach((tick) => tick()), 1000);
