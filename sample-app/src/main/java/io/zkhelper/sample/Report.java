package io.zkhelper.sample;

/**
 * What came out of one night's orders.
 *
 * @param night the number of the night
 * @param orders how many orders there were
 * @param cents what they were worth
 * @param bestSeller what was ordered most
 */
record Report(long night, int orders, long cents, String bestSeller) {
}
