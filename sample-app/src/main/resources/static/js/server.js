// Talks to the copy that this page came from

const TIMEOUT = 2500;

export class HttpError extends Error {

	constructor(path, status) {
		super(`${path} answered ${status}`);
		this.path = path;
		this.status = status;
	}

}

async function get(path) {
	const answer = await fetch(path, { cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT) });
	if (!answer.ok) {
		throw new HttpError(path, answer.status);
	}
	return answer.json();
}

/** Everything that the page shows, with the span of time in which it was asked for. */
export async function look() {
	const askedAt = performance.now();
	const [leader, reports] = await Promise.all([get('actuator/leader'), get('api/reports')]);
	const election = leader.elections?.[reports.election] ?? null;
	return { session: leader.session ?? null, election, reports, askedAt, answeredAt: performance.now() };
}

/** Ask the copy to resign, to pause or to resume. */
export async function ask(election, action) {
	const path = `actuator/leader/${encodeURIComponent(election)}`;
	const answer = await fetch(path, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ action }),
		signal: AbortSignal.timeout(20_000),
	});
	if (!answer.ok) {
		throw new HttpError(path, answer.status);
	}
}
