// What the page says in which situation. Decides in values; the others draw them.

const CONNECTIONS = {
	CONNECTING: ['wait', 'Connecting to ZooKeeper'],
	CONNECTED: ['good', 'Connected to ZooKeeper'],
	SUSPENDED: ['bad', 'ZooKeeper is away'],
	EXPIRED: ['bad', 'Session expired'],
	AUTH_FAILED: ['bad', 'ZooKeeper refuses the credentials'],
	CLOSED: ['bad', 'Connection closed'],
};

export function connection(session) {
	const [tone, text] = CONNECTIONS[session?.state] ?? ['good', 'Without ZooKeeper'];
	return { tone, text };
}

const LEADERLESS = {
	IDLE: 'This copy has not joined the election yet.',
	JOINING: 'This copy is joining the election.',
	FOLLOWING: 'Somebody ahead in line is about to take over.',
	TAKING_OVER: 'The last leader went without a word, so its term has to run out first. A few seconds.',
	DRAINING: 'The leader is stepping down.',
	PAUSED: 'This copy is paused and does not stand for election.',
	OBSERVING: 'This copy only watches.',
};

function leaderless(session, election) {
	const away = session && session.state !== 'CONNECTED';
	return {
		mood: 'dark',
		eyebrow: 'Nobody is on watch',
		name: 'No leader',
		sub: away ? 'Nobody can lead before ZooKeeper is back. Reports are skipped until then.'
			: LEADERLESS[election?.state] ?? 'The election has not begun.',
	};
}

export function hero({ session, election }) {
	const leader = election?.leader;
	if (!leader) {
		return leaderless(session, election);
	}
	const name = leader.id;
	if (election.stale) {
		return { mood: 'stale', eyebrow: 'Last known on watch', name, sub: 'This copy cannot tell whether that still holds.' };
	}
	if (election.state === 'DRAINING') {
		return { mood: 'draining', eyebrow: 'Stepping down', name, sub: 'No new report begins here; the one in flight may finish.' };
	}
	return leader.self
		? { mood: 'self', eyebrow: 'On watch now', name, sub: 'That is the copy you are looking at.' }
		: { mood: 'other', eyebrow: 'On watch now', name, sub: 'The copy you are looking at stands by.', link: leader.address };
}

export function banner({ session, election }) {
	if (session && session.state === 'AUTH_FAILED') {
		return { tone: 'bad', title: 'ZooKeeper refuses the credentials.', text: 'Nobody leads here until they are corrected.' };
	}
	if (session?.state === 'CONNECTING') {
		return { tone: 'warn', title: 'Looking for ZooKeeper.', text: 'This copy takes part as soon as a server answers.' };
	}
	if (session && session.state !== 'CONNECTED') {
		return { tone: 'bad', title: 'No connection to ZooKeeper.', text: 'What you see may be out of date. This copy reconnects by itself.' };
	}
	if (election?.stale) {
		return { tone: 'warn', title: 'This view may be out of date.', text: 'It is read again as soon as ZooKeeper answers.' };
	}
	if (election?.state === 'PAUSED') {
		return { tone: 'warn', title: 'This copy is paused.', text: 'It leads again only after somebody resumes it.' };
	}
	return null;
}

export function silence(error, heard) {
	if (error.status) {
		return { tone: 'bad', title: `${error.message}.`, text: 'This copy runs, but does not show its election.' };
	}
	return { tone: 'bad', title: 'This copy does not answer.', text: `${heard} The page goes on by itself when it is back.` };
}

const DONE = {
	resign: 'Resigned. The next in line takes over.',
	pause: 'Paused. This copy has left the line.',
	resume: 'Resumed. This copy is at the end of the line.',
};

export function done(action, alone) {
	return (action === 'resign' && alone) ? 'Resigned. Nobody else is in line, so a new term begins here.' : DONE[action];
}

export function refusal(action, error) {
	if (error.status === 405 || error.status === 404) {
		return `Refused: this copy does not allow '${action}'. Set management.endpoint.leader.access=unrestricted.`;
	}
	return error.status ? `Refused: ${error.message}.` : `No answer: nobody knows whether '${action}' was done.`;
}

export function leaseWords(election, left) {
	if (!Number.isNaN(left)) {
		return 'Renewed by every heartbeat. At zero this copy stops by itself.';
	}
	return election?.leading ? 'Without ZooKeeper, nothing runs out.' : 'Only who leads holds a lease.';
}
