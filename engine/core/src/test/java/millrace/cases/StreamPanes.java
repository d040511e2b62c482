package millrace.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import millrace.cases.Observed.Row;
import millrace.event.Pane;
import millrace.event.Timing;
import org.jspecify.annotations.Nullable;

/**
 * The panes of a run in the words of stream-case. A figure gives a retraction the timing of the pane that replaces it; so is
 * it told here.
 */
final class StreamPanes {
    /** The field that counts the events of a pane, so that one without anything new can be told. */
    static final String EVENTS = "events";

    private final boolean discarding;
    private final boolean repeats;
    private final Map<List<@Nullable Object>, Object> before = new HashMap<>();
    private final Map<List<@Nullable Object>, Long> panes = new HashMap<>();
    private final Map<List<@Nullable Object>, Long> onTime = new HashMap<>();
    private final List<Map<String, @Nullable Object>> said = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> retractions = new ArrayList<>();

    private StreamPanes(boolean discarding, boolean repeats) {
        this.discarding = discarding;
        this.repeats = repeats;
    }

    /** @param repeats whether on-time panes with nothing new are told */
    static List<Map<String, @Nullable Object>> of(Observed observed, boolean discarding, boolean repeats) {
        StreamPanes panes = new StreamPanes(discarding, repeats);
        observed.rows().stream().filter(Row::isPane).forEach(panes::add);
        return panes.said;
    }

    private void add(Row row) {
        Pane pane = row.pane();
        List<@Nullable Object> place = List.of(String.valueOf(key(row)), pane.start(), pane.end());
        if (pane.retraction()) {
            retractions.add(said(row, pane));
            return;
        }
        boolean news = !row.value(EVENTS).equals(discarding ? Compared.number(0) : before.get(place));
        before.put(place, row.value(EVENTS));
        if (news || repeats || pane.timing() != Timing.ON_TIME) tell(row, pane, place);
        retractions.clear();
    }

    private void tell(Row row, Pane pane, List<@Nullable Object> place) {
        Map<String, @Nullable Object> one = said(row, pane);
        for (Map<String, @Nullable Object> retraction : retractions) {
            retraction.put("timing", one.get("timing"));
            said.add(retraction);
        }
        if (pane.first()) onTime.remove(place);
        long index = pane.timing() == Timing.EARLY ? -1 : onTime.merge(place, 1L, Long::sum) - 1;
        one.put("on_time_index", Compared.number(index));
        one.put("pane_index", Compared.number(pane.index()));
        one.put("nth_pane_of_window", Compared.number(panes.merge(place, 1L, Long::sum) - 1));
        one.put("is_first", pane.first());
        one.put("is_last", pane.last());
        said.add(one);
    }

    private static @Nullable Object key(Row row) {
        return row.event().schema.indexOf(Feed.KEY).isPresent() ? row.value(Feed.KEY) : null;
    }

    private static Map<String, @Nullable Object> said(Row row, Pane pane) {
        boolean global = pane.end() == Long.MAX_VALUE;
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("processing_time_ms", Compared.number(row.at()));
        said.put("key", key(row));
        said.put("window_start_ms", global ? null : Compared.number(pane.start()));
        said.put("window_end_ms", global ? null : Compared.number(pane.end()));
        said.put("value", row.value(Feed.VALUE));
        said.put("timing", pane.timing().name());
        said.put("retraction", pane.retraction());
        return said;
    }
}
