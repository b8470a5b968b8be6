/**
 * Leader election: participants join an election, one of them is granted a term and
 * leads.
 */
@NullMarked
package io.zkhelper.election;

import org.jspecify.annotations.NullMarked;
