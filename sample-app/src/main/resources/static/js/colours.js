// Each participant keeps one colour on the whole page

const COLOURS = 6;

const given = new Map();

function hash(id) {
	let sum = 0;
	for (const letter of id) {
		sum = (sum * 31 + letter.codePointAt(0)) >>> 0;
	}
	return sum;
}

/** The name of the colour: the same on every copy's page unless two would collide. */
export function colourOf(id) {
	if (!given.has(id)) {
		const taken = [...given.values()].slice(1 - COLOURS);
		let colour = hash(id) % COLOURS;
		while (taken.includes(colour)) {
			colour = (colour + 1) % COLOURS;
		}
		given.set(id, colour);
	}
	return `var(--colour-${given.get(id)})`;
}
