package io.zkhelper.boot.actuate;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/**
 * The nodes that a request names, each by a parameter of its own.
 *
 * @param paths the paths, in order
 * @since 1.0.0
 */
public record RequestedPaths(List<String> paths) {

	/**
	 * Takes values as they are, where Spring's own converters would cut a text at each
	 * comma, which may be in the name of a node.
	 *
	 * @since 1.0.0
	 */
	public static final class Converter implements GenericConverter {

		@Override
		public Set<ConvertiblePair> getConvertibleTypes() {
			return Set.of(new ConvertiblePair(String.class, RequestedPaths.class),
					new ConvertiblePair(Collection.class, RequestedPaths.class));
		}

		@Override
		public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
			if (source instanceof Collection<?> values) {
				return new RequestedPaths(values.stream().filter(Objects::nonNull).map(Object::toString).toList());
			}
			return (source != null) ? new RequestedPaths(List.of(source.toString())) : null;
		}

	}

}
