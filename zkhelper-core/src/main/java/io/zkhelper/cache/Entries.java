package io.zkhelper.cache;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * All answers that are remembered. Any thread may look one up; the event loop alone adds
 * and removes them.
 */
final class Entries {

	private final Map<String, Place> data = new ConcurrentHashMap<>();

	private final Map<String, Place> children = new ConcurrentHashMap<>();

	// Places where an entry was used when it was last looked at: never later than it
	// really was, so the first one that has not moved is the least recently used
	private final NavigableSet<Place> byUse = new TreeSet<>(
			Comparator.comparingLong(Place::used).thenComparingLong(Place::number));

	private long added;

	@Nullable Entry find(String path, Aspect aspect) {
		Place place = of(aspect).get(path);
		return (place != null) ? place.entry() : null;
	}

	private Map<String, Place> of(Aspect aspect) {
		return (aspect == Aspect.DATA) ? this.data : this.children;
	}

	int size() {
		return this.data.size() + this.children.size();
	}

	List<Entry> all() {
		return Stream.concat(this.data.values().stream(), this.children.values().stream()).map(Place::entry).toList();
	}

	void add(Entry entry) {
		put(new Place(entry, entry.used(), this.added++));
	}

	private void put(Place place) {
		of(place.entry().aspect()).put(place.entry().path(), place);
		this.byUse.add(place);
	}

	void remove(Entry entry) {
		Place place = of(entry.aspect()).get(entry.path());
		if (place != null && place.entry() == entry) {
			of(entry.aspect()).remove(entry.path());
			this.byUse.remove(place);
		}
	}

	Entry leastRecentlyUsed() {
		Place first = this.byUse.first();
		while (first.entry().used() > first.used()) {
			this.byUse.remove(first);
			put(new Place(first.entry(), first.entry().used(), first.number()));
			first = this.byUse.first();
		}
		return first.entry();
	}

	/**
	 * Where an entry stands in the order of use.
	 *
	 * @param entry the entry
	 * @param used when it was last used, as far as that was looked at
	 * @param number tells apart those that were used at the same time
	 */
	private record Place(Entry entry, long used, long number) {
	}

}
