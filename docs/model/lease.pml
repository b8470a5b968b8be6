/*
 * The lease of a holder and the takeover by a successor, in steps of time.
 *
 * Times are relative: what is left, or how old. Messages take as long as they like and
 * arrive in any order, and everybody may pause for as long as they like, but for what
 * Clock insists on. What happens in one instant happens in any order; in particular an
 * answer still counts in the very instant of the deadline.
 *
 * README.md explains the options, which are set by -D; 'run' lists the combinations.
 */

/* The session timeout, and how long at most until the leader of the ensemble knows of a touch */
#ifdef ANY
byte T;
byte R;
#else
#ifndef T
#define T 48
#endif
#ifndef R
#define R 5
#endif
#endif

/* The longest lease as in LeaseRules: budget / 2 is R1, budget / 3 is R2 */
#ifndef PARTS
#define PARTS 2
#endif
#ifndef L_ABOVE
#define L_ABOVE 0
#endif
#ifndef L
#define L ((T - R) / PARTS + L_ABOVE)
#endif

/* The takeover delay: R3 if STRICT, where the holder's node may be deleted at any time */
#ifndef W_ABOVE
#define W_ABOVE 0
#endif
#ifdef STRICT
#define W (L + W_ABOVE)
#else
#define W 0
#endif

/* How many touches in a row a follower may forget */
#ifndef LOST
#define LOST 0
#endif

/* How many heartbeats may be on their way at once */
#ifndef FLIGHT
#define FLIGHT 1
#endif

/* From when on the age of a heartbeat does not matter any more */
#ifdef R6
#define OLD T
#else
#define OLD L
#endif

/* The heartbeats on their way: where, and since when */
mtype = { NONE, SENT, AT_FOLLOWER, ANSWERED };
mtype stage[FLIGHT] = NONE;
byte age[FLIGHT];

/* The holder */
bool holding = true;	/* its deadline has not passed */
byte lease;		/* until the deadline */

/* The follower that has the holder's session */
bool cut;		/* from the leader of the ensemble */
bool touched;		/* knows of a touch that the leader of the ensemble does not know of */
byte known;		/* for how long */
byte forgets = LOST;

/* What is committed */
bool node = true;	/* the node of the holder exists */
byte life;		/* until the session may expire */

/* The successor */
byte delay;		/* until it may take over, once it has seen that the node is gone */
bool leads;		/* and does so for ever */

/* What a caller of isLeader() sees: a comparison of clocks, made at the call */
#define OBSERVED (holding && lease > 0)

#ifdef LATE
#define MAY_SEND true
#define COUNTS true
#else
#define MAY_SEND holding
#define COUNTS holding
#endif

#ifdef PINGS
#define ANSWERS true
#else
#define ANSWERS (!cut && node)
#endif

#ifdef R6
/* The acknowledged heartbeats that R6 needs, the newest first: when they were sent and answered */
#define MEMORY (T + 2)
byte count = 1;
byte sentAge[MEMORY];
byte answeredAge[MEMORY];

/* Whether the leader of the ensemble must have learned of a touch before the newest one */
#ifdef R6_BY_SENDING
#define LEARNED(k) (sentAge[k] > sentAge[0] + R)
#else
#define LEARNED(k) (answeredAge[k] > sentAge[0] + R)
#endif

/* That touch may be a forgotten one, the one before it is not */
#ifdef R6_WITHOUT_SPARE
#define SPARE 0
#else
#define SPARE 1
#endif

inline remember(sent) {
	if
	:: sent < sentAge[0] ->
		k = count;
		do
		:: k > 0 ->
			sentAge[k] = sentAge[k - 1];
			answeredAge[k] = answeredAge[k - 1];
			k--
		:: else -> break
		od;
		sentAge[0] = sent;
		answeredAge[0] = 0;
		count++;
		assert(count < MEMORY)
	:: else
	fi;
	k = 0;
	do
	:: k < count - 1 && !LEARNED(k) -> k++
	:: else -> break
	od;
	k = (k + SPARE < count -> k + SPARE : count - 1);
	/* What is older will not be asked for again */
	do
	:: count > k + 1 ->
		count--;
		sentAge[count] = 0;
		answeredAge[count] = 0
	:: else -> break
	od;
	length = (length < T - sentAge[k] -> length : T - sentAge[k]);
	k = 0
}
#endif

/* The deadline counts from when the heartbeat was sent */
inline renew(sent) {
#ifdef RECEIPT
	length = L;
#else
	length = (sent < L -> L - sent : 0);
#endif
#ifdef R6
	remember(sent);
#endif
	lease = (length > lease -> length : lease);
	length = 0
}

/* One heartbeat after the other */
proctype Heartbeat(byte i) {
	byte length, k;
end:	do
	:: d_step { stage[i] == NONE && MAY_SEND ->
		stage[i] = SENT;
		age[i] = 0;
		printf("holder: sends a heartbeat\n") }
	:: d_step { stage[i] == SENT ->
		stage[i] = AT_FOLLOWER;
		touched = touched || (node && !cut);
		printf("follower: notes a touch and passes the heartbeat on\n") }
	:: d_step { stage[i] == SENT && forgets > 0 ->
		stage[i] = AT_FOLLOWER;
		forgets--;
		printf("follower: passes the heartbeat on, forgets the touch\n") }
	:: d_step { stage[i] == AT_FOLLOWER && ANSWERS ->
		stage[i] = ANSWERED;
		printf("ensemble: acknowledges the heartbeat\n") }
	:: d_step { stage[i] == ANSWERED && COUNTS ->
		stage[i] = NONE;
		holding = true;
		renew(age[i]);
		age[i] = 0;
		printf("holder: gets the answer, its deadline is %d\n", lease) }
	:: d_step { stage[i] != NONE ->
		stage[i] = NONE;
		age[i] = 0;
		printf("network: loses a heartbeat or its answer\n") }
	od
}

inline fullLife() {
	life = T;
	touched = false;
	known = 0;
	forgets = LOST
}

inline goAway() {
	node = false;
	life = 0;
	cut = false;
	touched = false;
	known = 0;
	forgets = 0
}

proctype Ensemble() {
end:	do
	:: d_step { touched && node ->
		fullLife();
		printf("follower: tells the leader of the ensemble of the touch\n") }
	:: d_step { !cut && node ->
		cut = true;
		touched = false;
		known = 0;
		printf("follower: is cut from the leader of the ensemble\n") }
	/* Which asks the leader about the session, and that is a touch */
	:: d_step { cut && node ->
		cut = false;
		fullLife();
		printf("holder: moves to another follower\n") }
	/* No touch survives, but there is a new leader only once the old one can't expire anything */
	:: d_step { node ->
		cut = false;
		fullLife();
		printf("ensemble: has a new leader, who gives the session a full timeout\n") }
	:: d_step { node && life == 0 ->
		goAway();
		printf("ensemble: expires the session, the holder's node is gone\n") }
#ifdef STRICT
	:: d_step { node ->
		goAway();
		printf("somebody: deletes the holder's node\n") }
#endif
	od
}

proctype Successor() {
	d_step { !node ->
		delay = W;
		printf("successor: sees that the holder's node is gone\n") };
	d_step { delay == 0 ->
		leads = true;
		printf("successor: takes over\n") }
}

proctype Observer() {
#ifdef TAKEOVER
	/* To see that a takeover can happen at all */
	d_step { leads -> assert(false) }
#endif
	d_step { OBSERVED && leads ->
		printf("TWO ARE OBSERVED TO LEAD\n");
		assert(false) }
}

#define older(time, most) time = (time < most -> time + 1 : most)
#define less(time) time = (time > 0 -> time - 1 : 0)

/* Time passes whenever nothing is due: a connected follower reports within R */
proctype Clock() {
	byte i;
end:	do
	:: d_step { !(touched && known == R) ->
		printf("tick\n");
		for (i : 0 .. FLIGHT - 1) {
			if
			:: stage[i] != NONE -> older(age[i], OLD)
			:: else
			fi
		}
		i = 0;
#ifdef R6
		for (i : 0 .. count - 1) {
			older(sentAge[i], T);
			older(answeredAge[i], T)
		}
		i = 0;
#endif
		if
		:: touched -> known++
		:: else
		fi;
		holding = holding && lease > 0;
		less(lease);
		less(life);
		less(delay) }
	od
}

init {
	byte i;
	atomic {
#ifdef ANY
		select(T : 6 .. ANY);
		select(R : 1 .. T / 2);
#endif
		printf("T %d R %d L %d W %d\n", T, R, L, W);
		life = T;
#ifdef FIRST
		/* Nothing was known of the session but that it lived; the grant is a touch */
		select(life : 0 .. T);
		touched = true;
#endif
		lease = L;
		for (i : 0 .. FLIGHT - 1) {
			run Heartbeat(i)
		}
		i = 0;
		run Ensemble();
		run Successor();
		run Observer();
		run Clock()
	}
}
