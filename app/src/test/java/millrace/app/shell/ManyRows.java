package millrace.app.shell;

import java.util.Locale;
import java.util.Random;
import millrace.design.Clock;
import millrace.design.Design;
import millrace.format.DesignReader;

/** Designs with long timetables, for measurements. */
final class ManyRows {
    private static final int KEYS = 20;
    private static final int LATEST = 2_000;
    private static final int SEED = 42;

    private ManyRows() {}

    /**
     * So many events of 20 keys, up to two seconds late; a tumbling window, results.
     *
     * @param every ms between events
     * @param size of the windows, as in a design
     */
    static Design of(int events, int every, String size) {
        Random random = new Random(SEED);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < events; i++) {
            long arrives = (long) i * every + LATEST;
            rows.append(i == 0 ? "" : ", ")
                    .append(String.format(Locale.ROOT, "[\"%s\", \"%s\", \"k%d\", %d]",
                            Clock.MIDNIGHT.format(arrives - random.nextInt(LATEST)), Clock.MIDNIGHT.format(arrives),
                            random.nextInt(KEYS), random.nextInt(100)));
        }
        return DesignReader.read(
                """
                        {"millrace": 1, "name": "many rows", "settings": {}, "nodes": [
                        {"id": "rows", "type": "timetable", "name": "rows", "at": [0, 0], "settings": {
                          "fields": {"key": "string", "value": "long"}, "key": "key",
                          "watermark": {"strategy": "bounded", "bound": "1 s"}, "rows": [%s]}},
                        {"id": "sums", "type": "tumbling", "name": "sums", "at": [300, 0],
                          "settings": {"size": "%s", "aggregates": ["sum of value"]}},
                        {"id": "out", "type": "results", "name": "out", "at": [700, 0], "settings": {}}],
                        "wires": [{"from": "rows", "to": "sums"}, {"from": "sums", "to": "out"}]}
                        """
                        .formatted(rows, size),
                "bench").design().orElseThrow();
    }
}
