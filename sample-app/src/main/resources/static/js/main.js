// Looks twice a second, draws what it sees, and says so when nobody answers

import { ask, look } from './server.js';
import { banner, connection, done, hero, refusal, silence } from './words.js';
import { span, time } from './format.js';
import { colourOf } from './colours.js';
import { drawLease, showLease } from './lease.js';
import { moveStrip, showStrip } from './strip.js';
import { element, showHistory, showQueue, showRefusals, showRuns } from './tables.js';

const EVERY = 500;
const EVERY_HIDDEN = 3000;
const AHEAD = 60_000;
const byId = (id) => document.getElementById(id);

let seen = null;
let asking = null;
let said = '';
let silent = false;

function text(id, value) {
	const target = byId(id);
	if (target.textContent !== value) {
		target.textContent = value;
	}
}

/** The server's clock now, as far as an answer from it tells. */
function serverNow() {
	return seen.reports.now + performance.now() - seen.answeredAt;
}

function showBanner(words) {
	const target = byId('banner');
	target.hidden = !words;
	if (words) {
		target.dataset.tone = words.tone;
		text('banner-title', words.title);
		text('banner-text', words.text);
	}
}

function showHero() {
	const words = hero(seen);
	const card = byId('hero');
	card.dataset.mood = words.mood;
	card.style.setProperty('--own', seen.election?.leader ? colourOf(seen.election.leader.id) : 'var(--muted)');
	text('eyebrow', words.eyebrow);
	text('leader', words.name);
	showSub(words);
	text('term', seen.election?.leader ? String(seen.election.term) : '–');
	text('token', seen.election?.leader ? seen.election.token ?? '–' : '–');
}

function showSub({ sub, link }) {
	const followable = link && /^https?:/.test(link);
	const target = byId('sub');
	if (target.dataset.shown !== sub + link) {
		target.dataset.shown = sub + link;
		target.replaceChildren(sub, ...(followable ? [' ', element('a', { href: link }, 'Open its page')] : []));
	}
}

function showButtons() {
	const paused = seen.election?.state === 'PAUSED';
	byId('resign').disabled = asking !== null || !seen.election?.leading;
	byId('pause').disabled = asking !== null || !seen.election;
	byId('pause').dataset.action = paused ? 'resume' : 'pause';
	text('pause', paused ? 'Resume this copy' : 'Pause this copy');
	text('said', said || (seen.election?.leading || paused ? '' : 'Only who leads can resign.'));
}

function showTallies() {
	const { counts: { written, skipped, refused }, instance } = seen.reports;
	text('written', String(written));
	text('skipped', String(skipped));
	text('refused', String(refused));
	text('self', instance);
	document.title = `${seen.election?.leading ? '★ leading' : 'standing by'} · ${instance} · Night Reports`;
	byId('icon').href = seen.election?.leading ? 'lamp-on.svg' : 'lamp-off.svg';
}

function show() {
	silent = false;
	document.body.dataset.answering = 'true';
	const { tone, text: words } = connection(seen.session);
	byId('connection').dataset.tone = tone;
	text('connection-text', words);
	showBanner(banner(seen));
	showHero();
	showLease(seen);
	showButtons();
	showTallies();
	showQueue(seen.election?.participants ?? []);
	showRuns(seen.reports.runs.slice(0, 10));
	showRefusals(seen.reports.refusals.slice(0, 5));
	showHistory(seen.reports.history);
	showStrip(seen, serverNow(), serverNow() + AHEAD);
}

function showSilence(error) {
	silent = true;
	document.body.dataset.answering = 'false';
	byId('connection').dataset.tone = 'bad';
	text('connection-text', 'No answer from this copy');
	showBanner(silence(error, seen ? `Its last answer came at ${time(seen.reports.now)}.` : 'It has not answered yet.'));
	byId('resign').disabled = true;
	byId('pause').disabled = true;
	if (seen) {
		text('eyebrow', 'Last seen on watch');
		showSub({ sub: 'Nobody can tell from here whether that still holds.' });
		text('lease-words', 'Counted down since the last answer.');
		showStrip(seen, serverNow(), seen.reports.now);
		byId('hero').dataset.mood = 'stale';
	}
}

async function lookAgain() {
	try {
		seen = await look();
		show();
	}
	catch (error) {
		showSilence(error);
	}
	setTimeout(lookAgain, document.hidden ? EVERY_HIDDEN : EVERY);
}

async function press(action) {
	const alone = (seen.election?.participants.length ?? 0) < 2;
	asking = action;
	say('Asking…');
	try {
		await ask(seen.reports.election, action);
		say(done(action, alone));
	}
	catch (error) {
		say(refusal(action, error));
	}
	asking = null;
	setTimeout(() => say(''), 8000);
}

function say(words) {
	said = words;
	showButtons();
}

function frame() {
	drawLease();
	moveStrip();
	const since = seen?.election?.leader ? Date.parse(seen.election.since) : NaN;
	text('since', Number.isNaN(since) ? '–' : span((silent ? seen.reports.now : serverNow()) - since));
	requestAnimationFrame(frame);
}

byId('resign').addEventListener('click', () => press('resign'));
byId('pause').addEventListener('click', () => press(byId('pause').dataset.action));
lookAgain();
frame();
