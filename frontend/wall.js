// The wall screen: asks for the board's counts by the secret in its own address, without credentials.

import './heartbeat.js';
import { clock, eachSecond, moment, nowMs } from './time.js';

const ASK_MS = 10000;
const counts = document.querySelector('[data-counts]');
const ground = document.querySelector('[data-ground]');
const time = document.querySelector('[data-clock]');

function tell(text) {
  const words = document.createElement('p');
  words.textContent = text;
  counts.replaceChildren(words);
}

function tile(tone, number, words, note) {
  const box = document.createElement('section');
  box.className = `tone-${tone}`;
  const figure = document.createElement('strong');
  figure.textContent = number.toLocaleString('en-GB');
  const heading = document.createElement('h2');
  heading.textContent = words;
  const small = document.createElement('p');
  small.textContent = note;
  box.append(figure, heading, small);
  return box;
}

function show(said) {
  ground.textContent = said.ground;
  counts.replaceChildren(
    tile('bad', said.breached, 'breached', 'clocks that have run out and are still open'),
    tile('warn', said.due, 'due before the meeting', `by ${moment(Date.parse(said.until))}`),
    tile('new', said.fresh, 'new since the meeting', `since ${moment(Date.parse(said.since))}`),
  );
}

async function ask() {
  try {
    const answer = await fetch(`${location.pathname.replace(/\/$/, '')}/counts`, { credentials: 'omit', cache: 'no-store' });
    if (answer.status === 404) {
      tell('This link is not in use. Ask an administrator for a new one.');
    } else if (answer.ok) {
      show(await answer.json());
    }
  } catch (silence) {
    // The last counts stay; the heartbeat says that they are old.
  }
}

eachSecond(() => {
  time.textContent = clock(nowMs());
});
ask();
setInterval(ask, ASK_MS);
