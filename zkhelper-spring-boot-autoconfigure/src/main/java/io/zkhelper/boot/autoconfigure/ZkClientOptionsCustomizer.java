package io.zkhelper.boot.autoconfigure;

import io.zkhelper.session.ZkClientOptions;

/**
 * Changes how auto-configured clients connect, those of cells included, in ways that
 * properties can't express. Beans of this type are called in order.
 *
 * @since 1.0.0
 */
@FunctionalInterface
public interface ZkClientOptionsCustomizer {

	/**
	 * Return other options.
	 * @param options the options so far
	 * @return the options to go on with
	 */
	ZkClientOptions customize(ZkClientOptions options);

}
