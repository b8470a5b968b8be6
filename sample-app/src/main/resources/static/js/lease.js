// The lease runs down between two answers of the server as it does there

import { leaseWords } from './words.js';
import { seconds } from './format.js';

const figure = document.getElementById('lease');
const ring = document.getElementById('lease-ring');
const amount = document.getElementById('lease-seconds');
const words = document.getElementById('lease-words');

let left = NaN;
let measuredAt = 0;
let full = 1;

/** The lease was measured some time after the question was asked: count from the question on. */
export function showLease({ session, election, askedAt }) {
	left = election?.leading || election?.state === 'DRAINING' ? seconds(session?.leaseRemaining) : NaN;
	measuredAt = askedAt;
	if (left > full) {
		full = left;
	}
	words.textContent = leaseWords(election, left);
	drawLease();
}

export function drawLease() {
	const now = Number.isNaN(left) ? NaN : Math.max(0, left - (performance.now() - measuredAt) / 1000);
	const share = Number.isNaN(now) ? 0 : Math.min(1, now / full);
	ring.setAttribute('stroke-dashoffset', (100 * (1 - share)).toFixed(2));
	amount.textContent = Number.isNaN(now) ? '–' : `${now.toFixed(1)}\u202fs`;
	figure.dataset.tone = Number.isNaN(now) ? 'none' : toneOf(share);
}

function toneOf(share) {
	return share > 0.5 ? 'good' : share > 0.2 ? 'warn' : 'bad';
}
