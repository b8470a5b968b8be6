// How times, sums and ids look

/** Seconds of an ISO 8601 duration such as PT3.2S; NaN when there is none. */
export function seconds(duration) {
	const parts = /^(-)?PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(duration ?? '');
	if (!parts) {
		return NaN;
	}
	const amount = Number(parts[2] ?? 0) * 3600 + Number(parts[3] ?? 0) * 60 + Number(parts[4] ?? 0);
	return parts[1] ? 0 : amount;
}

/** A span of milliseconds in at most two units. */
export function span(millis) {
	const total = Math.max(0, Math.floor(millis / 1000));
	const units = [[86400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']];
	const first = units.findIndex(([size]) => total >= size);
	if (first < 0) {
		return '0 s';
	}
	return units.slice(first, first + 2)
		.map(([size, name], i) => [Math.floor((i === 0 ? total : total % units[first][0]) / size), name])
		.filter(([amount], i) => i === 0 || amount > 0)
		.map(([amount, name]) => `${amount}\u202f${name}`)
		.join(' ');
}

/** A short span, with tenths of a second below ten seconds. */
export function brief(millis) {
	return (millis < 10_000) ? `${(Math.max(0, millis) / 1000).toFixed(1)}\u202fs` : span(millis);
}

const money = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' });

export function takings(cents) {
	return money.format(cents / 100);
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

export function time(millis) {
	return clock.format(millis);
}

/** The part of a token that changes: without its leading zeros. */
export function shortToken(token) {
	return token.replace(/^0+(?=.{4,}-)/, '').replace(/-0{8}$/, '');
}

export function count(amount, one, many) {
	return `${amount}\u202f${amount === 1 ? one : many}`;
}
