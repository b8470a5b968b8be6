// The watch: one lane for each participant, time running to the left

import { colourOf } from './colours.js';
import { count } from './format.js';

const SVG = 'http://www.w3.org/2000/svg';
const LANE = 50;
const AXIS = 26;
const LANES = 6;

const box = document.getElementById('strip');
const words = document.getElementById('strip-words');
const empty = document.getElementById('strip-empty');
const still = matchMedia('(prefers-reduced-motion: reduce)');

let moving = null;
let drawnFor = 0;
let scale = 0;

function draw(name, attributes, text) {
	const made = document.createElementNS(SVG, name);
	for (const [key, value] of Object.entries(attributes)) {
		made.setAttribute(key, value);
	}
	if (text !== undefined) {
		made.textContent = text;
	}
	return made;
}

function termsOf({ election, reports }, now) {
	const terms = reports.history.map((past) => ({ ...past, ended: true }));
	if (election?.leader && election.term > 0) {
		const from = Date.parse(election.since);
		terms.unshift({ term: election.term, leader: election.leader.id, from, to: now, ended: false });
	}
	return terms;
}

function lanesOf(terms, runs, participants) {
	const names = new Set([...participants.map((participant) => participant.id),
		...terms.map((term) => term.leader), ...runs.map((run) => run.instance)]);
	return [...names].sort().slice(0, LANES);
}

function axis(width, height, window) {
	const lines = [];
	for (let ago = 15; ago < window; ago += 15) {
		const x = width - ago * 1000 * scale;
		lines.push(draw('line', { class: 'tick', x1: x, x2: x, y1: 0, y2: height - AXIS }),
			draw('text', { class: 'ago', x, y: height - 7, 'text-anchor': 'middle' }, `${ago} s ago`));
	}
	lines.push(draw('text', { class: 'ago now', x: width, y: height - 7, 'text-anchor': 'end' }, 'now'));
	return lines;
}

function bar(term, y, width, now, until) {
	const x = width - (now - term.from) * scale;
	const length = Math.max(4, ((term.ended ? term.to : until) - term.from) * scale);
	const group = draw('g', { class: 'term' });
	group.style.setProperty('--own', colourOf(term.leader));
	group.append(draw('rect', { x, y: y + 20, width: length, height: 24, rx: 4 }));
	const visible = Math.max(0, x);
	if (x + length > visible + 20) {
		group.append(draw('text', { class: 'number', x: visible + 6, y: y + 32 }, term.term));
	}
	if (term.ended && !['RESIGNED', 'PAUSED', 'STOPPED'].includes(term.reason)) {
		group.append(draw('path', { class: 'crash', d: `M${x + length - 5} ${y + 20}l10 24m0 -24l-10 24` }));
	}
	return group;
}

function dot(run, y, width, now) {
	return draw('circle', { class: 'run', cx: width - (now - run.finishedAt) * scale, cy: y + 38, r: 2.6 });
}

/** A write that came too late and was refused: a cross on a light ground, whatever is below. */
function cross(refusal, y, width, now) {
	const x = width - (now - refusal.refusedAt) * scale;
	const group = draw('g', { class: 'refused' });
	group.append(draw('circle', { cx: x, cy: y + 32, r: 8 }), draw('path', { d: `M${x - 3.5} ${y + 28.5}l7 7m0 -7l-7 7` }));
	return group;
}

/**
 * Draw everything as of now; moveStrip pushes it to the left until the next time. What
 * goes on is drawn as far as anybody knows.
 */
export function showStrip(seen, now, until) {
	const width = box.clientWidth;
	const window = width < 560 ? 60 : 120;
	scale = width / (window * 1000);
	const oldest = now - window * 1000;
	const terms = termsOf(seen, now).filter((term) => term.to >= oldest);
	const runs = seen.reports.runs.filter((run) => run.finishedAt >= oldest);
	const refusals = seen.reports.refusals.filter((refusal) => refusal.refusedAt >= oldest);
	const lanes = lanesOf(terms, [...runs, ...refusals], seen.election?.participants ?? []);
	const height = lanes.length * LANE + AXIS;
	const svg = draw('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' });
	moving = draw('g', {});
	lanes.forEach((lane, i) => {
		svg.append(draw('line', { class: 'lane', x1: 0, x2: width, y1: i * LANE + 32, y2: i * LANE + 32 }),
			draw('text', { class: 'name', x: 0, y: i * LANE + 14 }, lane));
	});
	moving.append(...terms.filter((term) => lanes.includes(term.leader))
		.map((term) => bar(term, lanes.indexOf(term.leader) * LANE, width, now, until)));
	moving.append(...runs.filter((run) => lanes.includes(run.instance))
		.map((run) => dot(run, lanes.indexOf(run.instance) * LANE, width, now)));
	moving.append(...refusals.filter((refusal) => lanes.includes(refusal.instance))
		.map((refusal) => cross(refusal, lanes.indexOf(refusal.instance) * LANE, width, now)));
	svg.append(...axis(width, height, window), moving);
	box.replaceChildren(svg);
	drawnFor = performance.now();
	empty.hidden = lanes.length > 0;
	box.hidden = lanes.length === 0;
	words.textContent = `In the last ${window} seconds: ${count(terms.length, 'term', 'terms')} of `
		+ `${count(lanes.length, 'participant', 'participants')}, ${count(runs.length, 'report', 'reports')}, `
		+ `${count(refusals.length, 'refused write', 'refused writes')}.`;
}

export function moveStrip() {
	if (moving && !still.matches) {
		moving.setAttribute('transform', `translate(${-(performance.now() - drawnFor) * scale} 0)`);
	}
}
