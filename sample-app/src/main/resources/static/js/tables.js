// Lists and tables

import { brief, count, shortToken, span, takings, time } from './format.js';
import { colourOf } from './colours.js';

const byId = (id) => document.getElementById(id);

export function element(name, attributes = {}, ...children) {
	const made = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) {
		made.setAttribute(key, value);
	}
	made.append(...children);
	return made;
}

export function badge(id) {
	const made = element('span', { class: 'badge' }, element('i', { 'aria-hidden': 'true' }), element('span', {}, id));
	made.style.setProperty('--own', colourOf(id));
	return made;
}

function fill(list, emptyId, items, draw) {
	const drawn = JSON.stringify(items);
	if (list.dataset.drawn !== drawn) {
		list.dataset.drawn = drawn;
		list.replaceChildren(...items.map(draw));
	}
	(list.closest('table') ?? list).hidden = items.length === 0;
	byId(emptyId).hidden = items.length > 0;
}

export function showQueue(participants) {
	fill(byId('queue'), 'queue-empty', participants, drawParticipant);
	byId('queue-words').textContent = participants.length > 1
		? `${count(participants.length, 'copy', 'copies')}, in the order in which they lead` : 'Start another copy, and it lines up here';
}

function drawParticipant(participant) {
	const row = element('li', participant.self ? { 'aria-current': 'true' } : {}, badge(participant.id));
	const tags = [participant.leader && element('em', { class: 'tag lit' }, 'leads'),
		participant.self && element('em', { class: 'tag' }, 'this copy')].filter(Boolean);
	if (tags.length > 0) {
		row.append(element('div', { class: 'tags' }, ...tags));
	}
	return row;
}

export function showRuns(runs) {
	fill(document.querySelector('#runs tbody'), 'runs-empty', runs, drawRun);
}

function cell(label, content, kind = '') {
	return element('td', { 'data-label': label, class: kind }, content);
}

function tokenCell(label, token, kind) {
	return cell(label, element('span', { title: token }, shortToken(token)), kind);
}

function drawRun(run) {
	const row = element('tr', { 'data-night': run.night }, element('th', { scope: 'row' }, String(run.night)),
		cell('By', badge(run.instance), 'by'), cell('Orders', String(run.orders), 'num'),
		cell('Takings', takings(run.cents), 'num'), cell('Best seller', run.bestSeller),
		cell('Token', element('span', { title: `term ${run.term}, ${run.token}` }, shortToken(run.token)), 'mono token'),
		cell('Written', time(run.finishedAt), 'num'));
	return row;
}

export function showRefusals(refusals) {
	fill(document.querySelector('#refusals tbody'), 'refusals-empty', refusals, (refusal) => element('tr', {},
		cell('Who', badge(refusal.instance), 'by'), cell('Fence', refusal.name, 'fence'),
		tokenCell('Token shown', refusal.token, 'mono token stale'), tokenCell('Newest token', refusal.newest, 'mono token'),
		cell('When', time(refusal.refusedAt), 'num')));
}

export function showHistory(history) {
	fill(byId('history'), 'history-empty', history.slice(0, 8), drawTerm);
}

function drawTerm(past) {
	const lasted = past.to - past.from;
	return element('li', { 'data-reason': past.reason },
		element('span', { class: 'number' }, String(past.term)),
		element('div', {}, badge(past.leader),
			element('p', {}, `${lasted < 60_000 ? brief(lasted) : span(lasted)}, until ${time(past.to)}: ${past.why}`)));
}
