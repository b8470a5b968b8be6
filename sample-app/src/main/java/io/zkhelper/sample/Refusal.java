package io.zkhelper.sample;

/**
 * A write that the fence has refused.
 *
 * @param name the name of the fence
 * @param instance who tried
 * @param token the token that was too old
 * @param newest the newest token at that time
 * @param refusedAt when, in milliseconds since the epoch
 */
record Refusal(String name, String instance, String token, String newest, long refusedAt) {
}
