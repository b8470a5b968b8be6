package io.zkhelper.budgets;

import java.util.Set;

/**
 * What one test makes use of.
 *
 * @param types the types that it names, directly and by its fixtures
 * @param calls the methods that it calls by name, itself or in its file or one that it
 * extends; together with the argument if that is a single text
 */
record TestUse(Set<String> types, Set<String> calls) {

}
