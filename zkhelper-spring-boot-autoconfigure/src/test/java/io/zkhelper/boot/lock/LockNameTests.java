package io.zkhelper.boot.lock;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.zkhelper.lock.HeldLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link LockName}: what a call names its lock.
 */
class LockNameTests {

	private static final UUID KEY = UUID.fromString("7f9c24e8-3b12-4fef-91e0-56a2d5a2c8d0");

	private static final Order ORDER = new Order(42, new Customer("Ann"), List.of("a", "b"), Map.of("de", "Berlin"));

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', commentCharacter = '%', textBlock = """
			ledger                                  | ledger
			order-#{#id}                            | order-5
			#{#id}                                  | 5
			#{'order-' + #id}                       | order-5
			#{#order.id}                            | 42
			order-#{#order.customer.name}           | order-Ann
			order-#{#order.lines[1]}                | order-b
			order-#{#order.depots['de']}            | order-Berlin
			order-#{#order.depots[de]}              | order-Berlin
			#{#order.lines.![#this].?[#this > 'a']} | [b]
			#{#id > 3 ? 'many' : 'few'}             | many
			#{#missing ?: 'default'}                | default
			#{#key}/#{#id}                          | 7f9c24e8-3b12-4fef-91e0-56a2d5a2c8d0/5
			""")
	void isMadeOfTextAndParameters(String template, String name) {
		assertThat(name(template, "text", 5)).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "#{T(java.lang.Runtime).getRuntime().exec('true')}", "${user.home}", "#{#id}", "#id",
			"@bean", "new java.io.File('x')" })
	void argumentsAreTakenLiterally(String argument) {
		assertThat(name("order-#{#text}", argument, 5)).isEqualTo("order-" + argument);
	}

	@Test
	void refusesNull() {
		assertThatIllegalArgumentException().isThrownBy(() -> name("order-#{#text}", null, 5))
			.withMessageContainingAll("Orders.change(", "has no name for this call", "'#text' is null");
	}

	@Test
	void refusesAnEmptyText() {
		assertThatIllegalArgumentException().isThrownBy(() -> name("order-#{#text}", "", 5))
			.withMessageContainingAll("Orders.change(", "'#text' is ''");
	}

	@Test
	void refusesABlankName() {
		assertThatIllegalArgumentException().isThrownBy(() -> name("#{#text}", "  ", 5))
			.withMessageContainingAll("Orders.change(", "must not be empty");
	}

	@Test
	void refusesAnOverlongName() {
		assertThatIllegalArgumentException().isThrownBy(() -> name("order-#{#text}", "x".repeat(195), 5))
			.withMessageContainingAll("Orders.change(", "must not be over 200 bytes", "'order-xxx", "has 201");
		assertThat(name("order-#{#text}", "x".repeat(194), 5)).hasSize(200);
	}

	@Test
	void refusesAnObjectThatIsNamedAfterItsIdentity() {
		assertThatIllegalArgumentException().isThrownBy(() -> name("#{#order.customer}", "text", 5))
			.withMessageContainingAll("'#order.customer' is an object of", "Customer", "no text of its own");
	}

	@Test
	void refusesAPropertyOfNull() {
		assertThatIllegalArgumentException().isThrownBy(() -> name("#{#missing.name}", "text", 5))
			.withMessageContainingAll("Orders.change(", "'#missing.name' can't be evaluated");
	}

	@Test
	void callsNoMethodOfAnArgument() {
		assertThatIllegalArgumentException().isThrownBy(() -> name("#{#order.delete}", "text", 5))
			.withMessageContaining("can't be evaluated");
	}

	private static String name(String template, String text, int id) {
		return LockName.parse(template, method()).evaluate(new Object[] { text, id, KEY, ORDER, null, null });
	}

	static Method method() {
		return ReflectionUtils.findMethod(Orders.class, "change", String.class, int.class, UUID.class, Order.class,
				Customer.class, HeldLock.class);
	}

	static class Orders {

		void change(String text, int id, UUID key, Order order, Customer missing, HeldLock lock) {
		}

	}

	record Order(long id, Customer customer, List<String> lines, Map<String, String> depots) {

	}

	static class Customer {

		private final String name;

		Customer(String name) {
			this.name = name;
		}

		public String getName() {
			return this.name;
		}

	}

}
